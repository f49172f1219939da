// text/script — which texts a letter-by-letter painter would get wrong, and which languages read from the right.
//
// In      text: UTF-8; language: BCP 47 tag
// Out     needs_shaping: it holds a letter whose form, place or order depends on its neighbours
//         (Arabic, Hebrew, Indic, Tibetan, Khmer, Mongolian, ..., combining marks, bidi controls)
//         right_to_left: the language's usual script reads from the right
// Errors  none: what is not UTF-8 needs no shaping
// Source  Unicode 15: UAX #9 (bidi), UAX #24 (scripts); Unicode CLDR 42 (orientation)
// Cost    O(bytes), a table of 20 ranges
// Tested  tests/core/text/script_test.cpp
#pragma once

#include <string_view>

namespace vgap::text {

bool needs_shaping(std::string_view text);
bool right_to_left(std::string_view language);

}  // namespace vgap::text
