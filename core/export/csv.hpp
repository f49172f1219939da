// export/csv — a result for a spreadsheet: a row for each dimension and each question, every digit.
//
// In      Subject (report/words)
// Out     CSV: kind, id, text, state, answer, score, current, low, high, required, gap, share, leverage; CRLF. A cell
//         that does not apply is empty. With an earlier attempt six more columns: before_state, before_answer,
//         before_score, before_current, before_required, before_gap. Texts that a spreadsheet would take for a formula begin with an apostrophe
// Errors  none
// Source  RFC 4180; OWASP, CSV injection; PRODUCT.md §5
// Cost    O(bytes)
// Tested  tests/core/export/report_formats_test.cpp
#pragma once

#include <string>

#include "core/report/words.hpp"

namespace vgap::export_ {

void append_csv(std::string& out, const report::Subject& subject);

// One cell of text: neutralised, quoted where it must be.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace vgap::export_
