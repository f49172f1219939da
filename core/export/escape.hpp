// export/escape — text as HTML's own, in an element or in an attribute between double quotes.
//
// In      UTF-8
// Out     the same with & < > and double quotes as references, appended
// Errors  none
// Source  HTML Living Standard, 13.3 (escaping a string); PRODUCT.md §5
// Cost    O(bytes)
// Tested  tests/core/export/report_formats_test.cpp, tests/cli/articles_build.test.mjs
#pragma once

#include <string>
#include <string_view>

namespace vgap::export_ {

void append_escaped(std::string& out, std::string_view text);

}  // namespace vgap::export_
