// answers/write — a response as canonical JSON (response/1): what was read, written the same way by
// everyone.
//
// In      instrument, response
// Out     appended to `out`: schema, id if there is one, instrument, answers in question order;
//         skipped questions are left out, chosen options stand in the instrument's order
// Errors  none
// Source  MODEL.md §1
// Cost    O(bytes)
// Tested  tests/core/answers/read_test.cpp (as pairs)
#pragma once

#include <string>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "core/json/write.hpp"

namespace vgap::answers {

void append_response(std::string& out, const instrument::Instrument& instrument,
                     const Response& response);

// Parts that other documents share, as values of a member whose key is already written.
void write_answers(json::Writer& write, const instrument::Instrument& instrument,
                   const Answers& answers);
void write_instrument(json::Writer& write, const instrument::Instrument& instrument);
void write_response(json::Writer& write, const instrument::Instrument& instrument,
                    const Response& response);

}  // namespace vgap::answers
