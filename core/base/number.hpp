// base/number — a number as people write it in a table: 3, -1.6, .5, 2e-3; nothing else.
//
// In      text; blanks around the number are passed over
// Out     the nearest double, or nullopt: empty, not a number, or too large for one
// Errors  none
// Source  RFC 8259 §6, widened by a leading + and a bare leading or trailing point
// Cost    O(bytes); whole numbers of up to 15 digits take no library call
// Tested  tests/core/base/csv_test.cpp
#pragma once

#include <optional>
#include <string_view>

namespace vgap::base {

std::optional<double> parse_number(std::string_view text);

}  // namespace vgap::base
