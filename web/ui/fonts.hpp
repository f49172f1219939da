// ui/fonts — gives Dear ImGui its glyphs from a GlyphSource, so that no font file ships.
//
// In      atlas; source (must outlive the atlas)
// Out     one ImFont per Face; glyphs are packed when first drawn
// Errors  none: a glyph that cannot be had is blank
// Source  ImFontLoader of Dear ImGui 1.92
// Cost    one raster call a glyph, size and density
// Tested  tests/web/ui/ui_test.cpp; tests/browser
#pragma once

#include <array>

#include "web/ui/glyphs.hpp"

struct ImFont;
struct ImFontAtlas;

namespace vgap::ui {

using Fonts = std::array<ImFont*, static_cast<std::size_t>(Face::kCount)>;

Fonts add_fonts(ImFontAtlas& atlas, GlyphSource& source);

}  // namespace vgap::ui
