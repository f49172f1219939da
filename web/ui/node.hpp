// ui/node — what a page says about one thing on the screen: enough to paint it, to mirror it into
// the DOM and to test it, and nothing about pixels beyond its box.
//
// In      recorded by ui/ui, one per call
// Out     Node; ids are stable while the key stays (a hash of parent and key), keys come from data
// Errors  none
// Source  HOUSE.md §2
// Cost    data only
// Tested  tests/web/ui/ui_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vgap::ui {

using NodeId = std::uint32_t;  // never 0; the root is 1

// Each role has one row in shell/mirror, which turns it into a native element.
enum class Role : std::uint8_t {
    kMain,
    kSection,
    kHeader,
    kNav,
    kFooter,
    kHeading,
    kText,
    kSpan,
    kStatus,
    kQuote,
    kGroup,
    kRadio,
    kCheckbox,
    kInputText,
    kInputNumber,
    kInputSearch,
    kSlider,
    kButton,
    kDisclosure,
    kProgress,
    kList,
    kListItem,
    kTable,
    kRow,
    kColumnHeader,
    kRowHeader,
    kCell,
    kFigure,
    kLane,
    kPlot,
};

// Look of a node: the CSS class of the document skin and the metrics of the canvas skin.
enum class Style : std::uint8_t {
    kNone,
    kTitle,
    kHeading,
    kSubheading,
    kBody,
    kLede,
    kSmall,
    kQuiet,
    kMeta,
    kSay,
    kNumber,
    kNumberUnit,
    kBandBad,
    kBandOk,
    kLegend,
    kHelp,
    kOption,
    kAside,
    kField,
    kPrimary,
    kSecondary,
    kPlain,
    kLinklike,
    kBar,
    kNavRow,
    kHero,
    kCard,
    kColumns,
    kColumn,
    kFlow,
    kChart,
    kChartRow,
    kChartLabel,
    kChartValue,
    kChartValueOk,
    kKey,
    kKeyDot,
    kKeyRing,
    kKeyTick,
    kEvidence,
    kBullet,
    kSaved,
    kTable,
    kTableHead,
    kTableCell,
    kTableNumber,
    kReviewRow,
    kPageFoot,
    kSpaced,
    kLanguage,
    kSlider,
    kSliderName,
    kSliderSaid,
    kRange,
    kPlot,
    kPlotMark,
};

struct Box {
    float x = 0, y = 0, w = 0, h = 0;  // CSS px, content coordinates
    friend bool operator==(const Box&, const Box&) = default;
};

// Bits of Node::state, as the shell reads them.
inline constexpr int kChecked = 1;
inline constexpr int kDisabled = 2;
inline constexpr int kExpanded = 4;
inline constexpr int kExpandable = 8;
inline constexpr int kCurrent = 16;
inline constexpr int kInvalid = 32;
inline constexpr int kFocusable = 64;
inline constexpr int kForEyes = 128;  // what a listener has heard already: a value, a chart's key

inline constexpr char kBoldOn = '\x02';
inline constexpr char kBoldOff = '\x03';
inline constexpr char kLinkOn = '\x05';  // around words that lead out; the value says where to
inline constexpr char kLinkOff = '\x06';
inline constexpr char kBreakInWord = '\x04';  // a new line on the canvas, and no blank for a reader

struct Node {
    NodeId id = 0;
    NodeId parent = 0;
    Role role = Role::kText;
    Style style = Style::kNone;
    std::string name;  // text, label, legend; "\n" where the canvas broke the line
    std::string
        value;  // input's text, progress value, lane marks, a slider's "value least most step",
                // where a text's links lead
    std::string
        detail;  // a radio's second line, a group's help, a progress bar's most, a slider's words
    std::string lang;  // BCP 47, where it is not the page's own language
    int level = 0;     // heading level
    int state = 0;
    Box box;
    float section = 0;  // y of the container that it is placed from (Ui::place_here)
    int paint = 0;      // hover and press, a chart's lines: changes the paint, not the mirror
};

enum class Verb : std::uint8_t { kPress, kChoose, kSet };

// What a person did to a node, from the DOM or from a test.
struct Event {
    NodeId id = 0;
    Verb verb = Verb::kPress;
    std::string value;
};

std::string_view to_string(Role role);
std::string_view to_string(Style style);
NodeId child_id(NodeId parent, std::string_view key);

}  // namespace vgap::ui
