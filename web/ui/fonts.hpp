// ui/fonts — gives Dear ImGui its glyphs from a GlyphSource, so that no font file ships.
//
// In      atlas; source (must outlive the atlas)
// Out     one ImFont per Face and phase; glyphs are packed when first drawn. A phase is the part of
// a
//         device pixel at which the pen stands, so that letters are sharp and evenly spaced
// Errors  none: a glyph that cannot be had is blank
// Source  ImFontLoader of Dear ImGui 1.92
// Cost    one raster call a glyph, size, density and phase
// Tested  tests/web/ui/ui_test.cpp; tests/browser
#pragma once

#include <array>

#include "web/ui/glyphs.hpp"

struct ImFont;
struct ImFontAtlas;

namespace vgap::ui {

inline constexpr int kPhases = 4;

using Fonts = std::array<ImFont*, static_cast<std::size_t>(Face::kCount) * kPhases>;

Fonts add_fonts(ImFontAtlas& atlas, GlyphSource& source);

}  // namespace vgap::ui
