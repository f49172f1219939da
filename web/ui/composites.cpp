// Rows that several things share: progress, navigation, the headline of a result, a row of its
// chart.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "web/ui/token_name.hpp"
#include "web/ui/ui.hpp"

namespace vgap::ui {

namespace {

void append_decimal(std::string& out, float value) {
    const int tenths = static_cast<int>(std::lround(value * 10));
    out += std::to_string(tenths / 10);
    if (tenths % 10 != 0) {
        out += '.';
        out += std::to_string(tenths % 10);
    }
}

std::string_view mark_name(MarkKind kind) {
    static constexpr std::string_view kNames[] = {"line", "bar", "range", "dot", "ring", "tick"};
    return kNames[static_cast<int>(kind)];
}

// The lane as data, for the document skin's drawing and for print.
std::string marks_json(const std::vector<Mark>& marks) {
    std::string out = "{\"marks\":[";
    for (const Mark& mark : marks) {
        if (out.back() != '[') out += ',';
        out += "{\"m\":\"";
        out += mark_name(mark.kind);
        out += "\",\"a\":";
        append_decimal(out, mark.from);
        out += ",\"b\":";
        append_decimal(out, mark.to);
        out += ",\"c\":\"";
        out += token_name(mark.color);
        out += "\"}";
    }
    out += "]}";
    return out;
}

}  // namespace

void Ui::progress(std::string_view key, std::string_view label, std::string_view done, int value,
                  int most, std::string_view left) {
    const Scope bar = open(key, Role::kSection, Style::kBar, "", kPlain);
    const std::size_t first = record("done", Role::kSpan, Style::kMeta, marked_up(done));
    const std::size_t track = record("track", Role::kProgress, Style::kNone, label);
    nodes_[track].value = std::to_string(value);
    nodes_[track].detail = std::to_string(most);
    const std::size_t last = record("left", Role::kSpan, Style::kMeta, marked_up(left));
    if (!draws()) return;
    const Type type = this->type(Style::kMeta);
    const TextBlock& before = measure(done, type, 1e6f);
    const TextBlock& after = measure(left, type, 1e6f);
    const Box box = block(type.line_height(), 0, 0);
    nodes_[first].box = {box.x, box.y, before.width, box.h};
    nodes_[last].box = {box.x + box.w - after.width, box.y, after.width, box.h};
    const float from = box.x + before.width + kSpace4;
    const float to = nodes_[last].box.x - (after.width > 0 ? kSpace4 : 0);
    constexpr float kThick = 6;
    const Box lane{from, box.y + (box.h - kThick) / 2, std::max(0.0f, to - from), kThick};
    nodes_[track].box = lane;
    own(first);
    painter_.text(before, box.x, box.y);
    own(last);
    painter_.text(after, nodes_[last].box.x, box.y);
    own(track);
    painter_.fill(lane, kThick / 2, Token::kLine);
    if (value > 0 && most > 0) {
        const float share = static_cast<float>(value) / static_cast<float>(most);
        painter_.fill({lane.x, lane.y, std::max(kThick, lane.w * share), kThick}, kThick / 2,
                      Token::kAccent);
    }
}

NavPress Ui::nav(std::string_view key, std::string_view back, std::string_view saved,
                 std::string_view next) {
    const Scope row = open(key, Role::kNav, Style::kNavRow, "", kPlain);
    const std::size_t self = stack_.back().node;
    NavPress pressed = NavPress::kNone;
    if (!draws()) {
        if (!back.empty() && button("back", Style::kPlain, back)) pressed = NavPress::kBack;
        status("saved", Style::kSaved, saved);
        if (!next.empty() && button("next", Style::kPrimary, next)) pressed = NavPress::kNext;
        return pressed;
    }
    const Cursor outer = cursor_;
    cursor_.y += std::max(cursor_.margin, 0.0f);
    const Box line{cursor_.x, cursor_.y, cursor_.w, 1};
    own(self);
    painter_.fill(line, 0, Token::kLine);
    cursor_.y += 1 + kSpace5;
    cursor_.margin = 0;
    const float top = cursor_.y;
    const float height = type(Style::kPrimary).line_height() + 28;
    // On a phone the saved line stands under the buttons: three in a row do not fit.
    const TextBlock& note = measure(saved, type(Style::kSaved), cursor_.w);
    cursor_.flow = true;
    cursor_.flow_x = 0;
    if (!back.empty() && button("back", Style::kPlain, back)) pressed = NavPress::kBack;
    const float note_y = phone_ ? top + height + kSpace2 : top + (height - note.height()) / 2;
    const std::size_t status = record("saved", Role::kStatus, Style::kSaved, note.joined);
    nodes_[status].box = {cursor_.x + std::floor((cursor_.w - note.width) / 2), note_y, note.width,
                          note.height()};
    own(status);
    painter_.text(note, nodes_[status].box.x, note_y);
    if (!next.empty()) {
        const float width = measure(next, type(Style::kPrimary), 1e6f).width + 56;
        cursor_.flow_x = outer.w - width;
        cursor_.y = top;
        if (button("next", Style::kPrimary, next)) pressed = NavPress::kNext;
    }
    cursor_ = outer;
    cursor_.y = top + height + (phone_ && !saved.empty() ? kSpace2 + note.height() : 0);
    cursor_.margin = 0;
    nodes_[self].box = {outer.x, line.y, outer.w, cursor_.y - line.y};
    return pressed;
}

void Ui::hero(std::string_view key, std::string_view number, std::string_view unit,
              std::string_view band, bool good) {
    const Scope row = open(key, Role::kSection, Style::kHero, "", kPlain);
    const Style pill_style = good ? Style::kBandOk : Style::kBandBad;
    const std::size_t figure = record("number", Role::kSpan, Style::kNumber, marked_up(number));
    const std::size_t small = record("unit", Role::kSpan, Style::kNumberUnit, marked_up(unit));
    std::size_t pill = 0;
    if (!band.empty()) pill = record("band", Role::kSpan, pill_style, marked_up(band));
    if (!draws()) return;
    const TextBlock& big = measure(number, type(Style::kNumber), 1e6f);
    const TextBlock& beside = measure(unit, type(Style::kNumberUnit), 1e6f);
    const Box box = block(big.height(), kSpace4, kSpace3);
    nodes_[figure].box = {box.x, box.y, big.width, box.h};
    own(figure);
    painter_.text(big, box.x, box.y);
    const float baseline = box.y + metrics_.baseline(Face::kNumber, big.type.size, big.height());
    const float unit_y =
        baseline - metrics_.baseline(Face::kRegular, beside.type.size, beside.type.line_height());
    nodes_[small].box = {box.x + big.width + kSpace2, unit_y, beside.width, beside.height()};
    own(small);
    painter_.text(beside, nodes_[small].box.x, unit_y);
    if (band.empty()) return;
    const TextBlock& word = measure(band, type(pill_style), box.w - 2 * kSpace3);
    const float height = word.height() + 2 * kSpace1;
    float x = nodes_[small].box.x + beside.width + kSpace6;
    float y = box.y + box.h - kSpace3 - height;
    if (x + word.width + 2 * kSpace3 > box.x + box.w) {  // a narrow screen: under the number
        x = box.x;
        y = block(height, kSpace3, kSpace3).y;
    }
    nodes_[pill].name = word.joined;
    nodes_[pill].box = {x, y, word.width + 2 * kSpace3, height};
    own(pill);
    painter_.fill(nodes_[pill].box, height / 2, good ? Token::kAccentWash : Token::kGapWash);
    painter_.text(word, x + kSpace3, y + kSpace1);
}

void Ui::paint_lane(const Box& lane, const std::vector<Mark>& marks) {
    const auto at = [&lane](float percent) { return lane.x + lane.w * percent / 100; };
    const float middle = lane.y + lane.h / 2;
    for (const Mark& mark : marks) {
        switch (mark.kind) {
            case MarkKind::kLine:
                painter_.fill({at(mark.from), middle - 1, at(mark.to) - at(mark.from), 2}, 0,
                              mark.color);
                break;
            case MarkKind::kBar:
                painter_.fill({at(mark.from), middle - 4, at(mark.to) - at(mark.from), 8}, 4,
                              mark.color);
                break;
            case MarkKind::kRange:
                painter_.fill({at(mark.from), middle - 1.5f, at(mark.to) - at(mark.from), 3}, 1,
                              mark.color);
                break;
            case MarkKind::kDot:
                painter_.circle(at(mark.from), middle, 8, mark.color);
                break;
            case MarkKind::kRing:
                painter_.ring(at(mark.from), middle, 8, 2, mark.color);
                break;
            case MarkKind::kTick:
                painter_.fill({at(mark.from) - 1, lane.y, 3, lane.h}, 1.5f, mark.color);
                break;
        }
    }
}

void Ui::chart_row(std::string_view key, std::string_view label, std::string_view finding,
                   const std::vector<Mark>& marks, std::string_view value, Style value_style) {
    const Scope row = open(key, Role::kSection, Style::kChartRow, "", kPlain);
    const std::size_t self = stack_.back().node;
    const std::size_t name = record("label", Role::kSpan, Style::kChartLabel, marked_up(label));
    const std::size_t lane = record("lane", Role::kLane, Style::kNone, finding);
    nodes_[lane].value = marks_json(marks);
    const std::size_t figure = record("value", Role::kSpan, value_style, marked_up(value));
    nodes_[figure].state = kForEyes;  // the lane's sentence says it
    if (!draws()) return;
    constexpr float kLabel = 210, kValue = 56, kLane = 22, kPad = 10;
    const TextBlock& number = measure(value, type(value_style), 1e6f);
    const TextBlock& words =
        measure(label, type(Style::kChartLabel), phone_ ? cursor_.w - kSpace4 - 44 : kLabel);
    const float text_height = words.height();
    const float inner = phone_ ? text_height + 2 + kLane : std::max(text_height, kLane);
    const Box box = block(2 * kPad + inner + 1, 0, 0);
    const float top = box.y + kPad;
    const float middle = phone_ ? top + text_height / 2 : top + inner / 2;
    nodes_[self].box = box;
    nodes_[name].name = words.joined;
    nodes_[name].box = {box.x, middle - text_height / 2, phone_ ? box.w - kSpace4 - 44 : kLabel,
                        text_height};
    own(name);
    painter_.text(words, box.x, nodes_[name].box.y);
    Box strip{box.x, top + text_height + 2, box.w, kLane};
    if (!phone_) {
        strip = {box.x + kLabel + kSpace4, middle - kLane / 2,
                 box.w - kLabel - kValue - 2 * kSpace4, kLane};
    }
    nodes_[lane].box = strip;
    own(lane);
    paint_lane(strip, marks);
    nodes_[figure].box = {box.x + box.w - number.width, middle - number.height() / 2, number.width,
                          number.height()};
    own(figure);
    painter_.text(number, nodes_[figure].box.x, nodes_[figure].box.y);
    own(self);
    painter_.fill({box.x, box.y + box.h - 1, box.w, 1}, 0, Token::kLine);
}

// One entry of the chart's key: the mark as it is drawn, and what it stands for.
void Ui::key_mark(std::string_view key, MarkKind kind, std::string_view text) {
    const Style style = kind == MarkKind::kDot    ? Style::kKeyDot
                        : kind == MarkKind::kRing ? Style::kKeyRing
                                                  : Style::kKeyTick;
    const std::size_t node = record(key, Role::kSpan, style, marked_up(text));
    nodes_[node].state = kForEyes;  // explains marks; sentences need none
    if (!draws()) return;
    const float mark = kind == MarkKind::kTick ? 3 : 16;
    const TextBlock& laid = measure(text, type(Style::kKey), cursor_.w - mark - 6);
    const Box box = inline_box(mark + 6 + laid.width, laid.height() + 2 * 8);
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    own(node);
    const float middle = box.y + box.h / 2;
    if (kind == MarkKind::kDot) {
        painter_.circle(box.x + 8, middle, 8, Token::kAccent);
    } else if (kind == MarkKind::kRing) {
        painter_.ring(box.x + 8, middle, 8, 2, Token::kNeed);
    } else {
        painter_.fill({box.x, middle - 9, 3, 18}, 1.5f, Token::kNeed);
    }
    painter_.text(laid, box.x + mark + 6, box.y + 8);
}

bool Ui::review_row(std::string_view key, std::string_view label, std::string_view state,
                    std::string_view action) {
    const Scope row = open(key, Role::kListItem, Style::kReviewRow, "", kPlain);
    const std::size_t self = stack_.back().node;
    const bool first = self == stack_[stack_.size() - 2].node + 1;
    const std::size_t name = record("label", Role::kSpan, Style::kChartLabel, marked_up(label));
    const std::size_t note = record("state", Role::kSpan, Style::kMeta, marked_up(state));
    if (!draws()) return button("go", Style::kLinklike, action);
    const TextBlock& go =
        measure(action, type(Style::kLinklike), phone_ ? cursor_.w : cursor_.w / 2);
    const float button_width = go.width;
    const float button_height = go.height() + 2 * kSpace2;
    // On a phone the button stands under the words: beside it they would break inside a word.
    const float width = phone_ ? cursor_.w : cursor_.w - button_width - kSpace4;
    const TextBlock& words = measure(label, type(Style::kChartLabel), width);
    const TextBlock& small = measure(state, type(Style::kMeta), width);
    const float height = words.height() + small.height();
    const float inner =
        phone_ ? height + button_height + kSpace1 : std::max(height, button_height) + kSpace3;
    // The line stands between rows: under the last one the navigation draws its own.
    const float line = first ? 0 : 1;
    Box box = block(line + kSpace3 + inner, 0, 0);
    const Cursor after = cursor_;
    nodes_[self].box = box;
    own(self);
    painter_.fill({box.x, box.y, box.w, line}, 0, Token::kLine);
    box.y += line;
    box.h -= line;
    nodes_[name].name = words.joined;
    nodes_[name].box = {box.x, box.y + kSpace3, width, words.height()};
    nodes_[note].name = small.joined;
    nodes_[note].box = {box.x, box.y + kSpace3 + words.height(), width, small.height()};
    own(name);
    painter_.text(words, box.x, nodes_[name].box.y);
    own(note);
    painter_.text(small, box.x, nodes_[note].box.y);
    cursor_.flow = true;
    cursor_.x += phone_ ? 0 : box.w - button_width;
    cursor_.w = std::max(button_width, 1.0f) + 0.02f;
    cursor_.flow_x = 0;
    cursor_.y = phone_ ? box.y + kSpace3 + height : box.y + (box.h - button_height) / 2;
    const bool pressed = button("go", Style::kLinklike, action);
    cursor_ = after;
    return pressed;
}

}  // namespace vgap::ui
