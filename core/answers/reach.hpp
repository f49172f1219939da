// answers/reach — which questions are asked, given the answers so far (skip logic).
//
// In      instrument, answers by question index
// Out     reachable: one flag per question. Pages are evaluated in order; an operand that is itself
//         unreachable counts as unknown; only a condition that is true lets a question be asked
// Errors  none; cyclic conditions are the linter's finding, here they are simply unknown
// Source  MODEL.md §1 (skip logic)
// Cost    O(questions + conditions), allocation only when `reachable` grows
// Tested  tests/core/answers/reach_test.cpp
#pragma once

#include <vector>

#include "core/answers/answer.hpp"
#include "core/base/tri.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

using Reachable = std::vector<std::uint8_t>;

void find_reachable(const instrument::Instrument& instrument, const Answers& answers,
                    Reachable& reachable);

// Point of a scale answer in the better direction, 0..k-1 (reverse keying applied).
int keyed_point(const instrument::Question& question, const Answer& answer);

// Keyed score of a scale answer, 0..100 (reverse keying applied); only for answered scale
// questions.
double keyed_score(const instrument::Question& question, const Answer& answer);

// Truth of a leaf about an item or a context question (never a dimension).
base::Tri holds_question(const instrument::Instrument& instrument,
                         const instrument::Condition& leaf, const Answers& answers,
                         const Reachable& reachable);

}  // namespace vgap::answers
