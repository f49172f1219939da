#include "web/ui/painter.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace vgap::ui {

void Painter::begin(ImDrawList& list, const Palette& palette, float tile_top, float tile_height,
                    float density) {
    list_ = &list;
    palette_ = &palette;
    tile_top_ = tile_top;
    tile_height_ = tile_height;
    density_ = density;
    // Where pixels are small, fewer positions between them do.
    phases_ = density < 1.5f ? kPhases : density < 2.5f ? kPhases / 2 : 1;
    owner_ = 0;
    unowned_ = 0;
    list_->ChannelsSplit(2);
    layer(Layer::kFront);
}

void Painter::end() {
    list_->ChannelsMerge();
    list_ = nullptr;
}

void Painter::claim() {
    if (owner_ == 0) ++unowned_;
}

bool Painter::visible(const Box& box) const {
    return list_ != nullptr && box.y < tile_top_ + tile_height_ && box.y + box.h > tile_top_;
}

void Painter::layer(Layer layer) {
    list_->ChannelsSetCurrent(layer == Layer::kBack ? 0 : 1);
}

float Painter::snapped(float y) const {
    return std::round(y * density_) / density_;
}

void Painter::text(const TextBlock& block, float x, float y) {
    text(block, x, y, block.type.color);
}

// Glyph by glyph, each drawn for the fraction of a pixel at which it stands: sharp and evenly
// spaced.
void Painter::text(const TextBlock& block, float x, float y, Token color) {
    claim();
    const float line_height = block.type.line_height();
    const float size = static_cast<float>(block.type.size);
    for (const Line& line : block.lines) {
        if (visible({x, y, line.width, line_height})) {
            float pen = x;
            for (const Run& run : line.runs) {
                const float base =
                    metrics_->baseline(block.type.face, block.type.size, line_height);
                const float baseline = snapped(y + base) - tile_top_;
                const std::size_t face = static_cast<std::size_t>(run.face) * kPhases;
                const Token token = run.link != 0 ? Token::kAccent : color;
                const Color ink = (*palette_)[static_cast<std::size_t>(token)];
                if (run.link != 0) {
                    const float end = std::min(pen + run.width, x + line.width);  // not the blank
                    fill({pen, snapped(y + base + 3), end - pen, 1}, 0, token);
                }
                for (const char32_t code : run.text) {
                    const float device = pen * density_;
                    float whole = std::floor(device);
                    int phase = static_cast<int>(
                        std::floor((device - whole) * static_cast<float>(phases_) + 0.5f));
                    if (phase == phases_) {
                        whole += 1;
                        phase = 0;
                    }
                    const auto font = face + static_cast<std::size_t>(phase * (kPhases / phases_));
                    ImFontBaked* baked = (*fonts_)[font]->GetFontBaked(size, density_);
                    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(code));
                    if (glyph != nullptr && glyph->Visible) {
                        const float left = whole / density_;
                        list_->PrimReserve(6, 4);
                        list_->PrimRectUV({left + glyph->X0, baseline + glyph->Y0},
                                          {left + glyph->X1, baseline + glyph->Y1},
                                          {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                                          glyph->Colored ? ink | 0x00FFFFFFu : ink);
                    }
                    pen += metrics_->advance(run.face, block.type.size, code);
                }
            }
        }
        y += line_height;
    }
}

void Painter::underline(const TextBlock& block, float x, float y, Token color) {
    const float line_height = block.type.line_height();
    for (const Line& line : block.lines) {
        const float base = metrics_->baseline(block.type.face, block.type.size, line_height);
        fill({x, snapped(y + base + 3), line.width, 1}, 0, color);
        y += line_height;
    }
}

void Painter::fill(const Box& box, float radius, Token color) {
    claim();
    if (!visible(box)) return;
    list_->AddRectFilled({box.x, box.y - tile_top_}, {box.x + box.w, box.y + box.h - tile_top_},
                         (*palette_)[static_cast<std::size_t>(color)], radius);
}

void Painter::stroke(const Box& box, float radius, float thickness, Token color) {
    claim();
    if (!visible(box)) return;
    const float half = thickness / 2;
    list_->AddRect({box.x + half, box.y + half - tile_top_},
                   {box.x + box.w - half, box.y + box.h - half - tile_top_},
                   (*palette_)[static_cast<std::size_t>(color)], radius - half, 0, thickness);
}

void Painter::circle(float x, float y, float radius, Token color) {
    claim();
    if (!visible({x - radius, y - radius, 2 * radius, 2 * radius})) return;
    list_->AddCircleFilled({x, y - tile_top_}, radius,
                           (*palette_)[static_cast<std::size_t>(color)]);
}

void Painter::ring(float x, float y, float radius, float thickness, Token color) {
    claim();
    if (!visible({x - radius, y - radius, 2 * radius, 2 * radius})) return;
    list_->AddCircle({x, y - tile_top_}, radius - thickness / 2,
                     (*palette_)[static_cast<std::size_t>(color)], 0, thickness);
}

// A dashed line is drawn as its dashes: 5 px on, 4 px off, along the way.
void Painter::line(const std::vector<Point>& points, float thickness, Token color, Dash dash) {
    claim();
    const Color ink = (*palette_)[static_cast<std::size_t>(color)];
    constexpr float kOn = 5, kPeriod = 9;
    float walked = 0;
    for (std::size_t at = 1; at < points.size(); ++at) {
        const Point from = points[at - 1];
        const Point to = points[at];
        const float top = std::min(from.y, to.y) - thickness;
        if (!visible({from.x, top, 1, std::fabs(to.y - from.y) + 2 * thickness})) continue;
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) continue;
        const auto stroke = [&](float begin, float end) {
            const auto point = [&](float along) {
                const float share = along / length;
                return ImVec2{from.x + (to.x - from.x) * share,
                              from.y + (to.y - from.y) * share - tile_top_};
            };
            list_->AddLine(point(begin), point(end), ink, thickness);
        };
        if (dash == Dash::kNone) {
            stroke(0, length);
        } else {
            for (float begin = -std::fmod(walked, kPeriod); begin < length; begin += kPeriod) {
                if (begin + kOn > 0) stroke(std::max(begin, 0.0f), std::min(begin + kOn, length));
            }
        }
        walked += length;
    }
}

// Triangles without soft edges: where two of them meet, none shines through.
void Painter::area(const std::vector<Point>& upper, const std::vector<Point>& lower, Token color,
                   float opacity) {
    claim();
    const Color ink = ((*palette_)[static_cast<std::size_t>(color)] & 0x00FFFFFFu) |
                      (static_cast<Color>(std::lround(opacity * 255)) << 24);
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    for (std::size_t at = 1; at < std::min(upper.size(), lower.size()); ++at) {
        const auto point = [this](Point given) { return ImVec2{given.x, given.y - tile_top_}; };
        const float top = std::min(upper[at - 1].y, upper[at].y);
        const float bottom = std::max(lower[at - 1].y, lower[at].y);
        if (!visible({upper[at].x, top, 1, bottom - top})) continue;
        list_->PrimReserve(6, 4);
        list_->PrimQuadUV(point(upper[at - 1]), point(upper[at]), point(lower[at]),
                          point(lower[at - 1]), white, white, white, white, ink);
    }
}

}  // namespace vgap::ui
