// export/link — the answers in so few characters that they fit the end of an address, and never reach a server there.
//
// In      instrument, answers, what was turned in the pipeline (answers/pipeline; may be empty); or a link's text
// Out     base64url without padding: format (1 byte), the first 3 bytes of the instrument's hash, the answers as one
//         mixed-radix number (a digit a question, in the instrument's order: nothing, then its points or options, then
//         its ways not to answer), the first 3 bytes of the SHA-256 of all that. 26 characters for the shipped
//         instrument. What was turned follows where it began with a scenario that is shipped: ~ID~name~number~name~number~
//         and the same of the SHA-256 of all before it, in base64url; left out where it would be longer than an address may
// Errors  link: error.link.cannot_hold {question}: a text, or a number that is not whole
//         read_link: error.link.damaged; error.link.other_instrument: another questionnaire, or a version that is not
//         known. Answers to an earlier version that is known are carried over (answers/carry)
// Source  MODEL.md §1 (result pack); RFC 4648 §5
// Cost    O(questions²) bytes of arithmetic
// Tested  tests/core/export/link_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/answers/answer.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"

namespace vgap::export_ {

base::Result<std::string> link(const instrument::Instrument& instrument,
                               const answers::Answers& answers, std::string_view pipeline = {});

base::Result<answers::Response> read_link(const instrument::Instrument& instrument,
                                          std::string_view text);

}  // namespace vgap::export_
