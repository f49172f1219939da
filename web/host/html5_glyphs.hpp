// host/html5_glyphs — letters from the browser that shows the page, through its Canvas2D.
//
// In      Module.glyphs, given by the shell (shell/glyphs.mjs)
// Out     GlyphSource
// Errors  none
// Source  web/ui/glyphs.hpp
// Cost    a call into JavaScript a glyph; callers cache
// Tested  tests/browser
#pragma once

#include "web/ui/glyphs.hpp"

namespace vgap::host {

class Html5Glyphs final : public ui::GlyphSource {
  public:
    float advance(ui::Face face, int size, char32_t code) override;
    float ascent(ui::Face face, int size) override;
    float descent(ui::Face face, int size) override;
    bool raster(ui::Face face, float device_size, char32_t code, float shift,
                ui::GlyphBitmap& bitmap) override;
};

}  // namespace vgap::host
