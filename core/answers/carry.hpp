// answers/carry — answers that were given to an earlier version of an instrument, as answers to this one.
//
// In      instrument; one of its earlier versions; answers to that version
// Out     answers to the instrument, and Carried: what was kept, what no longer fits, what is new. An answer is kept
//         where the question is still asked and the answer still means the same: the same kind, a scale of as many
//         points, the option by its id, a number or a text within its limits, a way not to answer that is still
//         offered. A multiple choice that has more options now is asked again: what nobody offered was not left out
// Errors  none: what cannot be kept is listed
// Source  MODEL.md §1 (result pack); PRODUCT.md §5 (older version of a file: migrated and said so)
// Cost    O(questions of one version * questions of the other)
// Tested  tests/core/answers/carry_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

// `version` is the instrument itself, or one of its earlier versions.
Response carry(const instrument::Instrument& instrument, const instrument::Instrument& version,
               Answers given);

}  // namespace vgap::answers
