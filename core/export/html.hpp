// export/html — a report as one HTML file: no script, no request, prints well, reads in light and dark.
//
// In      report; language: BCP 47 tag
// Out     HTML5, UTF-8, with its style inside and a policy that allows nothing else; every text escaped
// Errors  none
// Source  HTML Living Standard; PRODUCT.md §5 (text that looks like HTML is shown as text)
// Cost    O(bytes)
// Tested  tests/core/export/report_formats_test.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/report/report.hpp"

namespace vgap::export_ {

void append_html(std::string& out, const report::Report& report, std::string_view language);

}  // namespace vgap::export_
