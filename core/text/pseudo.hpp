// text/pseudo — a made-up language that shows which texts are hard-coded and which have no room.
//
// In      a catalogue
// Out     the same catalogue in en-XA: letters accented, 35 % longer, each text in ⟦ ⟧;
//         {placeholders} and ** unchanged, so it works wherever the original does
// Errors  none
// Source  PRODUCT.md §6.10; the en-XA convention of Android and CLDR
// Cost    O(length)
// Tested  tests/core/text/pseudo_test.cpp
#pragma once

#include "core/text/catalogue.hpp"

namespace vgap::text {

std::string pseudo_text(std::string_view text);
Catalogue pseudo(const Catalogue& catalogue);

}  // namespace vgap::text
