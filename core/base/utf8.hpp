// base/utf8 — checks and measures text at the edge; inside the core every string is valid UTF-8.
//
// In      bytes (find_invalid_utf8); valid UTF-8 (the others)
// Out     find_invalid_utf8: offset of the first bad byte, or npos (overlong forms, surrogates and
//         values above U+10FFFF are bad); count_code_points; clipped: a prefix of at most so many
//         bytes that ends between code points
// Errors  none
// Source  RFC 3629, Unicode 15 table 3-7
// Cost    O(bytes), ASCII eight bytes at a time; no allocation
// Tested  tests/core/base/utf8_test.cpp
#pragma once

#include <cstddef>
#include <string_view>

namespace vgap::base {

std::size_t find_invalid_utf8(std::string_view bytes);
std::size_t count_code_points(std::string_view text);
std::string_view clipped(std::string_view text, std::size_t most_bytes);

}  // namespace vgap::base
