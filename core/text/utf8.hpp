// text/utf8 — one code point at a time, from text that need not be valid.
//
// In      text, position of a code point's first byte (< size)
// Out     code point and its bytes; an invalid byte gives U+FFFD and one byte, so reading goes on
// Errors  none: what is not UTF-8 becomes visible as U+FFFD
// Source  Unicode 15 §3.9 (maximal subpart practice, simplified to single bytes); RFC 3629
// Cost    O(1) a code point
// Tested  tests/core/text/display_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vgap::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
    char32_t value = kReplacement;
    std::size_t bytes = 1;
};

CodePoint decode(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

}  // namespace vgap::text
