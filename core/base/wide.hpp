// base/wide — whole numbers of 128 bits, so that sums of squares of billionths are exact and can be
// added in any order.
//
// In      wide_of: decimal digits with an optional minus, |x| < 10^36; no leading zero, no plus
// Out     Wide; wide_text: its digits; to_real: the nearest double, or one beside it
// Errors  wide_of: nullopt for anything else
// Source  __int128 of GCC and Clang, WebAssembly included
// Cost    O(digits)
// Tested  tests/core/base/wide_test.cpp
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vgap::base {

__extension__ typedef __int128 Wide;

inline constexpr std::size_t kMostWideDigits = 36;

std::string wide_text(Wide x);
std::optional<Wide> wide_of(std::string_view text);

inline double to_real(Wide x) {
    return static_cast<double>(x);
}

}  // namespace vgap::base
