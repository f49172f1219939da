// export/saved — whatever of ours holds someone's answers, read by what it says it is.
//
// In      instrument; the text of a file: a response, a result pack or a draft, of this version of the instrument or of
//         an earlier one that it knows
// Out     the response
// Errors  error.saved.no_schema {expected}, error.saved.other_schema {found, expected}, error.saved.only_result: a
//         profile, which holds no answers; those of the file's own reader
// Source  PRODUCT.md §5 (every problem at once, nothing half-loaded)
// Cost    O(bytes)
// Tested  tests/core/export/saved_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include <string_view>

#include "core/answers/answer.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"

namespace vgap::export_ {

base::Result<answers::Response> read_saved(const instrument::Instrument& instrument,
                                           std::string_view text);

}  // namespace vgap::export_
