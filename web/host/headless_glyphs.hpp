// host/headless_glyphs — letters with fixed metrics, so that pages run and lay out without a
// browser.
//
// In      nothing
// Out     GlyphSource: every glyph is 0.55 em wide (0.3 em for a blank), a filled box when drawn
// Errors  none
// Source  web/ui/glyphs.hpp
// Cost    O(1)
// Tested  tests/web/ui/ui_test.cpp
#pragma once

#include "web/ui/glyphs.hpp"

namespace vgap::host {

class HeadlessGlyphs : public ui::GlyphSource {
  public:
    float advance(ui::Face face, int size, char32_t code) override;
    float ascent(ui::Face face, int size) override;
    float descent(ui::Face face, int size) override;
    bool raster(ui::Face face, float device_size, char32_t code, float shift,
                ui::GlyphBitmap& bitmap) override;
};

}  // namespace vgap::host
