// ui/painter — the strokes that controls are made of, on a Dear ImGui draw list.
//
// In      boxes and points in content coordinates (CSS px); colours by token
// Out     shapes in the tile's draw list; what lies outside the tile is not drawn
// Errors  none
// Source  PRODUCT.md §2; shell/style.css has the same metrics
// Cost    O(glyphs) inside the tile
// Tested  tests/web/ui/ui_test.cpp (nothing is painted outside a node); tests/browser (pixels)
#pragma once

#include <vector>

#include "web/ui/fonts.hpp"
#include "web/ui/text_layout.hpp"
#include "web/ui/theme.hpp"

struct ImDrawList;

namespace vgap::ui {

enum class Layer : unsigned char { kBack, kFront };
enum class Dash : unsigned char { kNone, kDashed };

struct Point {
    float x = 0, y = 0;
};

class Painter {
  public:
    Painter(const Fonts& fonts, Metrics& metrics) : fonts_(&fonts), metrics_(&metrics) {}

    void begin(ImDrawList& list, const Palette& palette, float tile_top, float tile_height,
               float density);
    void end();

    // Nothing may be painted but for a node: the count of strokes without one is a test.
    void owner(NodeId node) { owner_ = node; }
    int unowned_strokes() const { return unowned_; }

    bool visible(const Box& box) const;
    void layer(Layer layer);
    void text(const TextBlock& block, float x, float y);
    void text(const TextBlock& block, float x, float y, Token color);
    void underline(const TextBlock& block, float x, float y, Token color);
    void fill(const Box& box, float radius, Token color);
    void stroke(const Box& box, float radius, float thickness, Token color);  // inside the box
    void circle(float x, float y, float radius, Token color);
    void ring(float x, float y, float radius, float thickness, Token color);  // outer radius
    // Through the points, each {x, y}; `area` fills between two such lines with the same x.
    void line(const std::vector<Point>& points, float thickness, Token color, Dash dash);
    void area(const std::vector<Point>& upper, const std::vector<Point>& lower, Token color,
              float opacity);

  private:
    void claim();
    float snapped(float y) const;
    const Fonts* fonts_;
    Metrics* metrics_;
    ImDrawList* list_ = nullptr;
    const Palette* palette_ = nullptr;
    float tile_top_ = 0, tile_height_ = 0, density_ = 1;
    int phases_ = 1;
    NodeId owner_ = 0;
    int unowned_ = 0;
};

}  // namespace vgap::ui
