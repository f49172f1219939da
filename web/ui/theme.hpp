// ui/theme — colour tokens and type scale that both skins share. The values of the colours come
// from the page (the shell reads its CSS custom properties), so a host's theme reaches the canvas
// too.
//
// In      colours as 0xAABBGGRR, in the order of Token
// Out     color(token); type(style, phone): face, size, line height, colour
// Errors  none
// Source  shell/style.css (its custom properties); PRODUCT.md §2 (one type and one spacing scale)
// Cost    a table lookup
// Tested  tests/web/ui/theme_test.cpp
#pragma once

#include <array>
#include <cstdint>

#include "web/ui/node.hpp"

namespace vgap::ui {

enum class Token : std::uint8_t {
    kPaper,
    kCard,
    kInk,
    kSoft,
    kLine,
    kAccent,
    kAccentInk,
    kAccentWash,
    kGap,
    kGapWash,
    kOk,
    kNeed,
    kFocus,
    kCount
};

using Color = std::uint32_t;  // 0xAABBGGRR
using Palette = std::array<Color, static_cast<std::size_t>(Token::kCount)>;

// A weight of the page's typeface; letter spacing in em goes with it.
enum class Face : std::uint8_t { kRegular, kSemibold, kBold, kNumber, kCount };

struct Type {
    Face face = Face::kRegular;
    int size = 17;      // CSS px
    float line = 1.5f;  // line height as a multiple of the size
    Token color = Token::kInk;
    float line_height() const { return line * static_cast<float>(size); }
    bool operator==(const Type&) const = default;
};

Type type_of(Style style, bool phone);
float letter_spacing(Face face);  // em

struct Margins {
    float above = 0, below = 0;  // CSS px; adjoining margins collapse
};
Margins margins_of(Style style);
const Palette& default_palette();

// Spacing scale, CSS px.
inline constexpr float kSpace1 = 4, kSpace2 = 8, kSpace3 = 12, kSpace4 = 16, kSpace5 = 24,
                       kSpace6 = 32, kSpace7 = 48;
inline constexpr float kRadius = 10;
inline constexpr float kPageWidth = 760;   // of the reading column, padding included
inline constexpr float kPhoneWidth = 620;  // narrower than this is laid out as on a phone

}  // namespace vgap::ui
