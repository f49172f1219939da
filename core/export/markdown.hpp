// export/markdown — a report as Markdown that reads well as plain text too.
//
// In      report
// Out     CommonMark with tables (GitHub's extension). Characters that would be markup are escaped, so any text stays
//         text; a line break inside a text becomes a blank
// Errors  none
// Source  CommonMark 0.31 §2.4 (backslash escapes); GFM 0.29 §4.10 (tables)
// Cost    O(bytes)
// Tested  tests/core/export/report_formats_test.cpp
#pragma once

#include <string>

#include "core/report/report.hpp"

namespace vgap::export_ {

void append_markdown(std::string& out, const report::Report& report);

}  // namespace vgap::export_
