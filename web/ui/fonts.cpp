#include "web/ui/fonts.hpp"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace vgap::ui {

namespace {

// ImGui copies FontData; these few bytes tell the loader which face to ask of which source.
struct SourceFace {
    GlyphSource* source;
    Face face;
    float shift;
};

const SourceFace& face_of(const ImFontConfig& config) {
    return *static_cast<const SourceFace*>(config.FontData);
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

bool init_baked(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    const SourceFace& from = face_of(*config);
    const int size = static_cast<int>(baked->Size);
    baked->Ascent = std::round(from.source->ascent(from.face, size));
    baked->Descent = -std::round(from.source->descent(from.face, size));
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* only_advance) {
    const SourceFace& from = face_of(*config);
    const float advance = from.source->advance(from.face, static_cast<int>(baked->Size), code);
    if (only_advance != nullptr) {
        *only_advance = advance;
        return true;
    }
    glyph->AdvanceX = advance;
    static GlyphBitmap bitmap;  // reused: glyphs are loaded one at a time
    const float density = baked->RasterizerDensity;
    if (!from.source->raster(from.face, baked->Size * density, code, from.shift, bitmap))
        return true;
    const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (packed == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, packed);
    // Offsets from the pen on the baseline; the painter adds the baseline itself.
    glyph->X0 = static_cast<float>(bitmap.left) / density;
    glyph->Y0 = static_cast<float>(bitmap.top) / density;
    glyph->X1 = static_cast<float>(bitmap.left + bitmap.width) / density;
    glyph->Y1 = static_cast<float>(bitmap.top + bitmap.height) / density;
    glyph->Visible = true;
    glyph->PackId = packed;
    for (std::size_t at = 0; at + 3 < bitmap.rgba.size(); at += 4) {
        // Emoji keep their colours; everything else is white and takes the text's colour.
        if (bitmap.rgba[at + 3] == 0) continue;
        if (bitmap.rgba[at] < 250 || bitmap.rgba[at + 1] < 250 || bitmap.rgba[at + 2] < 250) {
            glyph->Colored = true;
            break;
        }
    }
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, place, bitmap.rgba.data(),
                                       ImTextureFormat_RGBA32, bitmap.width * 4);
    return true;
}

const ImFontLoader& loader() {
    static const ImFontLoader kLoader = [] {
        ImFontLoader made;
        made.Name = "velocity-gap";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return kLoader;
}

}  // namespace

Fonts add_fonts(ImFontAtlas& atlas, GlyphSource& source) {
    Fonts fonts{};
    for (std::size_t at = 0; at < fonts.size(); ++at) {
        SourceFace from{&source, static_cast<Face>(at / kPhases),
                        static_cast<float>(at % kPhases) / kPhases};
        ImFontConfig config;
        config.FontData = &from;
        config.FontDataSize = sizeof from;
        config.FontDataOwnedByAtlas = false;  // copied, so that the atlas owns what it frees
        config.FontLoader = &loader();
        config.SizePixels = 17;
        fonts[at] = atlas.AddFont(&config);
    }
    return fonts;
}

}  // namespace vgap::ui

// Dear ImGui is built for a FreeType loader, so that its own rasteriser stays out; this is ours.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    return &vgap::ui::loader();
}
