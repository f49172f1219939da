// Texts and controls of the facade. Metrics are the document skin's (shell/style.css), so that the
// two lie over each other.
#include <algorithm>
#include <cmath>

#include "core/base/number.hpp"
#include "core/json/write.hpp"
#include "web/ui/ui.hpp"

namespace vgap::ui {

namespace {

constexpr float kBorder = 1;
constexpr float kRadio = 20;        // diameter
constexpr float kOptionLeast = 52;  // height of an answer, so that a thumb hits it

struct ButtonMetrics {
    float side = 0, above = 0;  // padding
};

ButtonMetrics button_metrics(Style style) {
    switch (style) {
        case Style::kPrimary:
            return {28, 14};
        case Style::kSecondary:
            return {27, 13};  // with its border of 1 px it is as large
        case Style::kLinklike:
        case Style::kLanguage:
            return {0, 8};
        default:
            return {0, 14};
    }
}

}  // namespace

void Ui::heading(std::string_view key, int level, Style style, std::string_view text) {
    const Margins margins = margins_of(style);
    const bool takes_focus = wants_focus_;
    wants_focus_ = false;
    paragraph(key, Role::kHeading, style, text, margins.above, margins.below, level,
              level == 1 ? kFocusable : 0);
    const NodeId id = nodes_.back().id;
    if (takes_focus) focus_ = led_to_ = id;
    if (id == led_to_) nodes_.back().state |= kFocusable;  // for as long as it is there
}

void Ui::text(std::string_view key, Style style, std::string_view text) {
    const Margins margins = margins_of(style);
    paragraph(key, Role::kText, style, text, margins.above, margins.below);
}

void Ui::status(std::string_view key, Style style, std::string_view text) {
    // Empty it takes no room, but is there: readers announce what changes in it, not that it appears.
    const Margins margins = text.empty() ? Margins{} : margins_of(style);
    paragraph(key, Role::kStatus, style, text, margins.above, margins.below);
}

void Ui::quote(std::string_view key, std::string_view text) {
    const std::size_t node = record(key, Role::kQuote, Style::kEvidence, "");
    if (!draws()) {
        nodes_[node].name = marked_up(text);
        return;
    }
    constexpr float kBar = 3;
    const TextBlock& laid = measure(text, type(Style::kEvidence), cursor_.w - kBar - kSpace3);
    const Box box = block(laid.height(), margins_of(Style::kEvidence).above, 0);
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    own(node);
    painter_.fill({box.x, box.y, kBar, box.h}, 0, Token::kGap);
    painter_.text(laid, box.x + kBar + kSpace3, box.y);
}

void Ui::list_item(std::string_view key, std::string_view text) {
    const std::size_t node = record(key, Role::kListItem, Style::kBullet, "");
    if (!draws()) {
        nodes_[node].name = marked_up(text);
        return;
    }
    constexpr float kIndent = 18;
    const TextBlock& laid = measure(text, type(Style::kBullet), cursor_.w - kIndent);
    const Box box = block(laid.height(), 0, 10);
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    own(node);
    painter_.circle(box.x + 6, box.y + laid.type.line_height() / 2, 2.5f, Token::kInk);
    painter_.text(laid, box.x + kIndent, box.y);
}

bool Ui::button(std::string_view key, Style style, std::string_view text) {
    const std::size_t node = record(key, Role::kButton, style, "");
    if (!draws()) {
        nodes_[node].name = marked_up(text);
        return press(node);
    }
    const Type type = this->type(style);
    const ButtonMetrics metrics = button_metrics(style);
    const float border = style == Style::kSecondary ? kBorder : 0;
    const TextBlock& laid = measure(text, type, cursor_.w - 2 * (metrics.side + border));
    const float width = laid.width + 2 * (metrics.side + border);
    const float height = laid.height() + 2 * (metrics.above + border);
    Box box;
    if (cursor_.flow) {
        box = inline_box(width, height);
    } else {
        box = block(height, 0, kSpace3);
        box.w = width;
    }
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    const bool pressed = press(node);
    const int paint = nodes_[node].paint;
    own(node);
    Token ink = type.color;
    if (style == Style::kPrimary) {
        painter_.fill(box, radius_, (paint & 1) != 0 ? Token::kInk : Token::kAccent);
        if ((paint & 1) != 0) ink = Token::kPaper;
    } else if (style == Style::kSecondary) {
        painter_.fill(box, radius_, (paint & 1) != 0 ? Token::kAccentWash : Token::kCard);
        painter_.stroke(box, radius_, kBorder, Token::kAccent);
    } else if ((paint & 1) != 0) {
        ink = Token::kAccent;
    }
    const float x = box.x + metrics.side + border;
    const float y = box.y + metrics.above + border;
    painter_.text(laid, x, y, ink);
    if (style == Style::kLinklike || (style == Style::kPlain && (paint & 1) != 0)) {
        painter_.underline(laid, x, y, ink);
    }
    return pressed;
}

bool Ui::disclosure(std::string_view key, std::string_view text, bool expanded, Style style) {
    const bool pressed = button(key, style, text);
    Node& node = nodes_.back();
    node.role = Role::kDisclosure;
    node.state = kExpandable | (expanded ? kExpanded : 0);
    return pressed;
}

bool Ui::language(std::string_view tag, std::string_view name, bool current) {
    const bool pressed = button(tag, current ? Style::kLanguage : Style::kLinklike, name);
    Node& node = nodes_.back();
    node.lang = tag;
    node.state = current ? kCurrent : 0;
    return pressed;
}

bool Ui::radio(std::string_view key, std::string_view label, std::string_view detail,
               bool checked) {
    const std::size_t node = record(key, Role::kRadio, Style::kOption, "");
    nodes_[node].state = checked ? kChecked : 0;
    const bool chosen = took(nodes_[node].id, Verb::kChoose);
    if (!draws()) {
        nodes_[node].name = marked_up(label);
        nodes_[node].detail = marked_up(detail);
        return chosen;
    }
    const float indent = kBorder + kSpace4 + kRadio + kSpace3;
    const float width = cursor_.w - indent - kSpace4 - kBorder;
    const TextBlock& name = measure(label, type(Style::kOption), width);
    const TextBlock& more = measure(detail, type(Style::kHelp), width);
    const float content = name.height() + (detail.empty() ? 0 : more.height());
    const Box box = block(std::max(kOptionLeast, content + 2 * (kSpace3 + kBorder)), 0, kSpace2);
    nodes_[node].name = name.joined;
    nodes_[node].detail = detail.empty() ? "" : more.joined;
    nodes_[node].box = box;
    press(node);
    const int paint = nodes_[node].paint;
    own(node);
    painter_.fill(box, radius_, checked ? Token::kAccentWash : Token::kCard);
    painter_.stroke(box, radius_, checked ? 2 : kBorder,
                    checked            ? Token::kAccent
                    : (paint & 1) != 0 ? Token::kSoft
                                       : Token::kLine);
    const float radius = kRadio / 2;
    const float x = box.x + kBorder + kSpace4;
    const float y = box.y + kBorder + kSpace3;
    if (checked) {
        painter_.circle(x + radius, y + 2 + radius, radius, Token::kAccent);
        painter_.circle(x + radius, y + 2 + radius, radius - 6, Token::kAccentWash);
    } else {
        painter_.ring(x + radius, y + 2 + radius, radius, 2,
                      (paint & 2) != 0 ? Token::kAccent : Token::kSoft);
    }
    painter_.text(name, box.x + indent, y);
    if (!detail.empty()) painter_.text(more, box.x + indent, y + name.height());
    return chosen;
}

// An answer apart from the scale: part of the same group of radios, drawn as a quiet link.
bool Ui::aside(std::string_view key, std::string_view label, bool checked) {
    const std::size_t node = record(key, Role::kRadio, Style::kAside, "");
    nodes_[node].state = checked ? kChecked : 0;
    const bool chosen = took(nodes_[node].id, Verb::kChoose);
    if (!draws()) {
        nodes_[node].name = marked_up(label);
        return chosen;
    }
    constexpr float kSide = 10;
    constexpr float kAbove = 6;
    const TextBlock& laid = measure(label, type(Style::kAside), cursor_.w - 2 * kSide);
    const Box box = inline_box(laid.width + 2 * kSide, laid.height() + 2 * kAbove);
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    press(node);
    const bool hovered = (nodes_[node].paint & 1) != 0;
    own(node);
    if (checked) {
        painter_.fill(box, radius_, Token::kAccentWash);
        painter_.stroke(box, radius_, 2, Token::kAccent);
        painter_.text(laid, box.x + kSide, box.y + kAbove, Token::kInk);
    } else {
        const Token ink = hovered ? Token::kAccent : Token::kSoft;
        painter_.text(laid, box.x + kSide, box.y + kAbove, ink);
        painter_.underline(laid, box.x + kSide, box.y + kAbove, ink);
    }
    return chosen;
}

bool Ui::checkbox(std::string_view key, std::string_view label, bool checked) {
    const bool chosen = radio(key, label, "", false);
    Node& node = nodes_.back();
    node.role = Role::kCheckbox;
    node.state = checked ? kChecked : 0;
    if (draws() && checked) {
        painter_.owner(node.id);
        const Box box = node.box;
        painter_.stroke(box, radius_, 2, Token::kAccent);
        painter_.fill({box.x + kBorder + kSpace4 + 5, box.y + kBorder + kSpace3 + 7, 10, 10}, 2,
                      Token::kAccent);
    }
    return chosen;
}

// The browser's own field lies here and shows its own text: typing, autofill and IME stay native.
std::optional<std::string> Ui::input(std::string_view key, Role role, std::string_view label,
                                     std::string_view value) {
    const std::size_t node = record(key, role, Style::kField, label);
    nodes_[node].value = value;
    if (draws()) {
        const float height = role == Role::kInputText ? 120 : kOptionLeast;
        const Box box = block(height, 0, kSpace2);
        nodes_[node].box = box;
        own(node);
        painter_.fill(box, radius_, Token::kCard);
        painter_.stroke(box, radius_, kBorder, Token::kSoft);
    }
    std::string entered;
    if (took(nodes_[node].id, Verb::kSet, &entered)) return entered;
    return std::nullopt;
}

Turned Ui::lever(std::string_view key, std::string_view label, std::string_view said, double value,
                 const Scale& scale, std::string_view typed) {
    const Scope row = open(key, Role::kSection, Style::kSlider, "", kPlain);
    const std::size_t self = stack_.back().node;
    const std::size_t name = record("name", Role::kSpan, Style::kSliderName, marked_up(label));
    const std::size_t words = record("said", Role::kSpan, Style::kSliderSaid, marked_up(said));
    // The slider says both.
    nodes_[name].state = nodes_[words].state = kForEyes;
    const std::size_t range = record("range", Role::kSlider, Style::kRange, label);
    Node& node = nodes_[range];
    node.detail = said;
    for (const double part : {value, scale.least, scale.most, scale.step}) {
        if (!node.value.empty()) node.value += ' ';
        json::append_number(node.value, part);
    }
    const std::size_t field = record("field", Role::kInputNumber, Style::kField, label);
    nodes_[field].value = typed;
    if (draws()) {
        constexpr float kField = 96;
        constexpr float kReach = 44;  // a thumb's
        constexpr float kPad = 13;    // the field's, with its border
        constexpr float kTrack = 4, kKnob = 10;
        const TextBlock& right = measure(said, type(Style::kSliderSaid), cursor_.w / 2);
        const TextBlock& left =
            measure(label, type(Style::kSliderName), cursor_.w - right.width - kSpace4);
        const float height = std::max(left.height(), right.height());
        const Box box = block(height + kReach, 0, kSpace3);
        nodes_[self].box = box;
        nodes_[name].name = left.joined;
        nodes_[name].box = {box.x, box.y, cursor_.w - right.width - kSpace4, left.height()};
        own(name);
        painter_.text(left, box.x, box.y);
        nodes_[words].name = right.joined;
        nodes_[words].box = {box.x + box.w - right.width, box.y, right.width, right.height()};
        own(words);
        painter_.text(right, nodes_[words].box.x, box.y);
        const float reach = box.w - kField - kSpace4;
        nodes_[range].box = {box.x, box.y + height, reach, kReach};
        press(range);
        const bool hovered = (nodes_[range].paint & 1) != 0;
        own(range);
        const float way = reach - 2 * kKnob;
        const double span = scale.most - scale.least;
        const double share = span > 0 ? std::clamp((value - scale.least) / span, 0.0, 1.0) : 0;
        const float knob = box.x + kKnob + way * static_cast<float>(share);
        const float middle = box.y + height + kReach / 2;
        const Box track{box.x + kKnob, middle - kTrack / 2, way, kTrack};
        painter_.fill(track, kTrack / 2, Token::kSoft);
        painter_.fill({track.x, track.y, knob - track.x, kTrack}, kTrack / 2, Token::kAccent);
        painter_.circle(knob, middle, kKnob, Token::kAccent);
        if (hovered) painter_.circle(knob, middle, kKnob - 5, Token::kAccentInk);
        nodes_[field].box = {box.x + box.w - kField, box.y + height, kField, kReach};
        own(field);
        painter_.fill(nodes_[field].box, radius_, Token::kCard);
        painter_.stroke(nodes_[field].box, radius_, kBorder, Token::kSoft);
        // The browser's own shows it only while somebody types: the canvas may lie over it.
        TextBlock number = measure(typed, type(Style::kSliderSaid), kField - 2 * kPad);
        number.lines.resize(1);  // of what is no number, the beginning, as there
        painter_.text(number, box.x + box.w - kPad - number.width,
                      box.y + height + (kReach - number.height()) / 2, Token::kInk);
    }
    Turned turned;
    std::string given;
    if (took(nodes_[range].id, Verb::kSet, &given)) turned.slid = base::parse_number(given);
    if (took(nodes_[field].id, Verb::kSet, &given)) turned.typed = std::move(given);
    return turned;
}

}  // namespace vgap::ui
