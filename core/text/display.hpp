// text/display — text that somebody else wrote, made safe to show.
//
// In      text    any bytes
//         most    code points to keep; a longer text ends in "…"
// Out     valid UTF-8 in which nothing can hide or reorder its surroundings:
//           newline                                   kept; carriage return before it dropped
//           tab                                       a space
//           U+0000-001F, U+007F-009F                  U+FFFD
//           U+2028, U+2029                            newline
//           U+202A-202E, U+2066-2069 (bidi embedding, override, isolate)   U+FFFD
//           U+200E, U+200F, U+061C (directional marks)                     dropped
//           bytes that are not UTF-8                  U+FFFD
//         Markup needs nothing here: text is never interpreted as HTML anywhere in the product
// Errors  none
// Source  PRODUCT.md §5; Unicode TR 36 §2.10, TR 9 (directional formatting characters)
// Cost    O(bytes); one allocation
// Tested  tests/core/text/display_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vgap::text {

inline constexpr std::size_t kUnlimited = static_cast<std::size_t>(-1);

std::string display_text(std::string_view text, std::size_t most = kUnlimited);

// The same on one line, for messages and terminals: a newline becomes a space.
std::string display_line(std::string_view text, std::size_t most = kUnlimited);

}  // namespace vgap::text
