#include "web/host/html5_glyphs.hpp"

// What shell/glyphs.mjs gives the module, under the names that it has there.
#define VGAP_GLYPHS(name) __attribute__((import_module("glyphs"), import_name(name)))
extern "C" {
VGAP_GLYPHS("advance") float vg_glyph_advance(int face, int size, int code);
VGAP_GLYPHS("ascent") float vg_glyph_ascent(int face, int size);
VGAP_GLYPHS("descent") float vg_glyph_descent(int face, int size);
VGAP_GLYPHS("raster")
int vg_glyph_raster(int face, float size, int code, float shift, void* pixels, int most, void* box);
}

namespace vgap::host {

float Html5Glyphs::advance(ui::Face face, int size, char32_t code) {
    return vg_glyph_advance(static_cast<int>(face), size, static_cast<int>(code));
}

float Html5Glyphs::ascent(ui::Face face, int size) {
    return vg_glyph_ascent(static_cast<int>(face), size);
}

float Html5Glyphs::descent(ui::Face face, int size) {
    return vg_glyph_descent(static_cast<int>(face), size);
}

bool Html5Glyphs::raster(ui::Face face, float device_size, char32_t code, float shift,
                         ui::GlyphBitmap& bitmap) {
    const auto side = static_cast<std::size_t>(device_size * 2 + 8);
    bitmap.rgba.resize(side * side * 4);
    int box[4] = {};
    const int drawn =
        vg_glyph_raster(static_cast<int>(face), device_size, static_cast<int>(code), shift,
                        bitmap.rgba.data(), static_cast<int>(bitmap.rgba.size()), box);
    bitmap.left = box[0];
    bitmap.top = box[1];
    bitmap.width = box[2];
    bitmap.height = box[3];
    if (drawn == 0 || bitmap.width <= 0 || bitmap.height <= 0) return false;
    bitmap.rgba.resize(static_cast<std::size_t>(bitmap.width * bitmap.height) * 4);
    return true;
}

}  // namespace vgap::host
