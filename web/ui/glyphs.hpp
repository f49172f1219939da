// ui/glyphs — where letters come from: the browser's own rasteriser, or fixed metrics in tests.
//
// In      face, size in CSS px (advance, ascent, descent) or device px (raster), code point
// Out     advance without kerning or letter spacing; ascent and descent of the face's box;
//         a bitmap with its offset from the pen on the baseline
// Errors  raster gives false for a blank glyph
// Source  TOOLCHAIN notes in README: per-glyph advances equal the DOM's when kerning is off
// Cost    a call into the host; callers cache
// Tested  tests/web/ui/text_layout_test.cpp; tests/browser (twin alignment)
#pragma once

#include <cstdint>
#include <vector>

#include "web/ui/theme.hpp"

namespace vgap::ui {

struct GlyphBitmap {
    int left = 0,
        top = 0;  // of the bitmap's corner from the pen, device px; top is negative upwards
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

class GlyphSource {
  public:
    virtual ~GlyphSource() = default;
    virtual float advance(Face face, int size, char32_t code) = 0;
    virtual float ascent(Face face, int size) = 0;
    virtual float descent(Face face, int size) = 0;
    // shift: how far right of a whole device pixel the pen stands, 0 <= shift < 1
    virtual bool raster(Face face, float device_size, char32_t code, float shift,
                        GlyphBitmap& bitmap) = 0;
};

}  // namespace vgap::ui
