// answers/read — a response file checked against its instrument: every problem at once, or answers
// that the scorer can take as they are.
//
// In      instrument; a parsed document or its text (response/1, or result_pack/1, which holds one). pointer: where the document
//         stands inside a larger one
// Out     Response. Answers to an earlier version that the instrument knows are carried over to this one
//         (answers/carry, Response::carried). Null, absent and an empty text are a skipped question; an empty list of a
//         multiple choice is an answer (none of these)
// Errors  those of json/parse and json/read, and
//         error.result_pack.other_schema, error.response.other_schema, other_instrument, other_version, other_hash {found,
//         expected}; error.response.unknown_question {found}, unknown_option {found, allowed},
//         repeated_option {found}, text_too_long {found, most},
//         no_answer_not_allowed {found, allowed}
// Source  MODEL.md §1
// Cost    O(bytes)
// Tested  tests/core/answers/read_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/answers/answer.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"
#include "core/json/read.hpp"
#include "core/json/value.hpp"

namespace vgap::answers {

inline constexpr std::size_t kMostIdBytes = 256;  // of a response

// A response, or a result pack (export/result_pack), which holds one.
base::Result<Response> read(const instrument::Instrument& instrument, const json::Value& document,
                            std::string pointer = "");
base::Result<Response> read(const instrument::Instrument& instrument, std::string_view text);

// The same inside a larger document: notes its problems with the reader, and is worth nothing where there are any.
Response read(const instrument::Instrument& instrument, const json::Reader& reader);

// {"question id": answer, ...}: notes its problems with the reader.
Answers read_answers(const instrument::Instrument& instrument, const json::Reader& reader);

// {"id", "version", "hash"}: the version of the instrument that is named there; version and hash may
// be missing. A version that is not known is a problem and taken for the present one.
const instrument::Instrument& find_version(const instrument::Instrument& instrument,
                                           const json::Reader& reader);

// Is the document's "schema" this one?
void check_schema(const json::Reader& document, std::string_view expected, std::string_view code);

// Is this a possible answer to the question? Skipped always is.
bool is_possible(const instrument::Question& question, const Answer& answer);

}  // namespace vgap::answers
