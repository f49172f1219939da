// scoring/score — one response to one profile.
//
// In      instrument  as read; answers by question index (answers.size() == questions.size())
//         profile     scored into; its capacity is reused
// Out     profile, complete (index, dimensions, items, patterns, smallest change, explanations)
// Errors  none: bad data was refused by answers/read
// Source  MODEL.md §1, in its numbered order
// Cost    O(items · points + rules); no allocation once the profile has been used
// Tested  tests/core/scoring/score_test.cpp, tests/core/scenario_test.cpp, tests/second
#pragma once

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::scoring {

void score(const instrument::Instrument& instrument, const answers::Answers& answers,
           Profile& profile);

}  // namespace vgap::scoring
