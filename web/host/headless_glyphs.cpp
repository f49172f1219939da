#include "web/host/headless_glyphs.hpp"

namespace vgap::host {

float HeadlessGlyphs::advance(ui::Face, int size, char32_t code) {
    return static_cast<float>(size) * (code == U' ' ? 0.3f : 0.55f);
}

float HeadlessGlyphs::ascent(ui::Face, int size) {
    return static_cast<float>(size) * 0.95f;
}

float HeadlessGlyphs::descent(ui::Face, int size) {
    return static_cast<float>(size) * 0.25f;
}

bool HeadlessGlyphs::raster(ui::Face, float device_size, char32_t code, float,
                            ui::GlyphBitmap& bitmap) {
    if (code <= U' ') return false;
    const int side = static_cast<int>(device_size * 0.5f) + 1;
    bitmap.left = 0;
    bitmap.top = -side;
    bitmap.width = side;
    bitmap.height = side;
    bitmap.rgba.assign(static_cast<std::size_t>(side * side) * 4, 255);
    return true;
}

}  // namespace vgap::host
