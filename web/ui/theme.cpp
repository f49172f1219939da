#include "web/ui/theme.hpp"

namespace vgap::ui {

Type type_of(Style style, bool phone) {
    switch (style) {
        case Style::kTitle:
            return {Face::kBold, phone ? 26 : 34, 1.2f, Token::kInk};
        case Style::kHeading:
            return {Face::kSemibold, 22, 1.3f, Token::kInk};
        case Style::kSubheading:
            return {Face::kSemibold, 15, 1.5f, Token::kAccent};
        case Style::kLede:
            return {Face::kRegular, 17, 1.5f, Token::kSoft};
        case Style::kSmall:
        case Style::kMeta:
        case Style::kSaved:
        case Style::kKey:
            return {Face::kRegular, 14, 1.5f, Token::kSoft};
        case Style::kQuiet:
            return {Face::kRegular, 16, 1.5f, Token::kSoft};
        case Style::kSay:
            return {Face::kRegular, 20, 1.45f, Token::kInk};
        case Style::kNumber:
            return {Face::kNumber, phone ? 56 : 72, 1.0f, Token::kInk};
        case Style::kNumberUnit:
            return {Face::kRegular, 20, 1.0f, Token::kSoft};
        case Style::kBandBad:
            return {Face::kSemibold, 15, 1.5f, Token::kGap};
        case Style::kBandOk:
            return {Face::kSemibold, 15, 1.5f, Token::kOk};
        case Style::kLegend:
        case Style::kOption:
            return {Face::kSemibold, 17, 1.5f, Token::kInk};
        case Style::kHelp:
        case Style::kAside:
            return {Face::kRegular, 15, 1.5f, Token::kSoft};
        case Style::kPrimary:
            return {Face::kSemibold, 17, 1.5f, Token::kAccentInk};
        case Style::kSecondary:
            return {Face::kSemibold, 17, 1.5f, Token::kAccent};
        case Style::kLanguage:
            return {Face::kSemibold, 14, 1.5f, Token::kInk};
        case Style::kLinklike:
            return {Face::kRegular, 14, 1.5f, Token::kSoft};
        case Style::kChartValue:
            return {Face::kSemibold, 17, 1.5f, Token::kGap};
        case Style::kChartValueOk:
            return {Face::kSemibold, 17, 1.5f, Token::kOk};
        case Style::kEvidence:
            return {Face::kRegular, 16, 1.5f, Token::kInk};
        case Style::kBullet:
            return {Face::kRegular, 16, 1.5f, Token::kInk};
        case Style::kSliderName:
            return {Face::kSemibold, 15, 1.5f, Token::kInk};
        case Style::kSliderSaid:
            return {Face::kRegular, 15, 1.5f, Token::kSoft};
        case Style::kPlotMark:
            return {Face::kRegular, 13, 1.5f, Token::kSoft};
        case Style::kTableHead:
            return {Face::kSemibold, 14, 1.5f, Token::kSoft};
        case Style::kTableCell:
        case Style::kTableNumber:
            return {Face::kRegular, 15, 1.5f, Token::kInk};
        default:
            return {Face::kRegular, 17, 1.5f, Token::kInk};
    }
}

Margins margins_of(Style style) {
    switch (style) {
        case Style::kTitle:
            return {kSpace5, kSpace2};
        case Style::kHeading:
            return {kSpace6, kSpace3};
        case Style::kSubheading:
            return {0, kSpace2};
        case Style::kLede:
            return {0, kSpace5};
        case Style::kBody:
            return {0, kSpace3};
        case Style::kSmall:
            return {kSpace2, kSpace2};
        case Style::kLegend:
            return {0, kSpace3};
        case Style::kHelp:
            return {0, kSpace3};
        case Style::kSay:
            return {0, kSpace3};
        case Style::kEvidence:
            return {10, 0};
        default:
            return {};
    }
}

float letter_spacing(Face face) {
    if (face == Face::kBold) return -0.01f;
    if (face == Face::kNumber) return -0.03f;
    return 0.0f;
}

namespace {
constexpr Color rgb(std::uint32_t hex) {
    return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}
}  // namespace

// The light tokens, for tests and until the page has given its own.
const Palette& default_palette() {
    static constexpr Palette kLight = {rgb(0xfbfaf7), rgb(0xffffff), rgb(0x1b1f24), rgb(0x5b6470),
                                       rgb(0xe3e0d8), rgb(0x0f5f63), rgb(0xffffff), rgb(0xe4f0ef),
                                       rgb(0xb93d0b), rgb(0xfbe9dd), rgb(0x2a7248), rgb(0x1b1f24),
                                       rgb(0x0f5f63)};
    return kLight;
}

}  // namespace vgap::ui
