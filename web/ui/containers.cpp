// Containers of the facade: what lies in what, and how their boxes stand.
#include <algorithm>
#include <cmath>

#include "web/ui/ui.hpp"

namespace vgap::ui {

namespace {
constexpr float kBorder = 1;
}

// Where it moves, what lies in it moves with it: one change in the DOM, and not one for each element. On a quarter of a
// pixel, of which lines are high a multiple and browsers can tell all: nothing comes to lie elsewhere by it.
void Ui::place_here() {
    if (!draws()) return;
    Open& section = stack_.back();
    section.section = nodes_[section.node].box.y = std::floor(cursor_.y * 4 + 0.01f) / 4;
    section.places = true;
}

Ui::Scope Ui::section(std::string_view key, Role role) {
    const bool foot = role == Role::kFooter;
    Scope scope = open(key, role, foot ? Style::kPageFoot : Style::kNone, "", kPlain);
    if (!foot) place_here();
    return scope;
}

Ui::Scope Ui::list(std::string_view key) {
    return open(key, Role::kList, Style::kNone, "", kListKind);
}

Ui::Scope Ui::figure(std::string_view key, std::string_view finding) {
    Scope scope = open(key, Role::kFigure, Style::kChart, finding, kPlain);
    place_here();
    return scope;
}

Ui::Scope Ui::card(std::string_view key) {
    Scope scope = open(key, Role::kSection, Style::kCard, "", kCardKind);
    if (draws()) {
        Open& card = stack_.back();
        block(0, 0, 0);
        card.top = cursor_.y;
        const float side = (phone_ ? kSpace4 : kSpace5) + kBorder;
        cursor_.x += side;
        cursor_.w -= 2 * side;
        cursor_.y += kSpace4 + kBorder;
        cursor_.margin = 0;
    }
    return scope;
}

Ui::Scope Ui::columns(std::string_view key, int count) {
    Scope scope = open(key, Role::kSection, Style::kColumns, "", kColumnsKind);
    if (draws()) {
        block(0, 0, 0);
        Open& columns = stack_.back();
        columns.top = cursor_.y;
        columns.columns = phone_ ? 1 : count;
    }
    return scope;
}

// A column is a card whose height follows its tallest neighbour.
Ui::Scope Ui::column(std::string_view key) {
    Scope scope = open(key, Role::kSection, Style::kColumn, "", kColumnKind);
    if (!draws()) return scope;
    Open& columns = stack_[stack_.size() - 2];
    Open& column = stack_.back();
    const float count = static_cast<float>(columns.columns);
    const float width = (columns.outer.w - kSpace4 * (count - 1)) / count;
    const int place = columns.column++ % columns.columns;
    if (place == 0 && columns.column > 1) {
        finish_columns(columns);
        columns.top += columns.tallest + kSpace4;
        columns.tallest = 0;
        columns.cards.clear();
    }
    column.top = columns.top;
    cursor_.x = columns.outer.x + static_cast<float>(place) * (width + kSpace4) + kSpace4 + kBorder;
    cursor_.w = width - 2 * (kSpace4 + kBorder);
    cursor_.y = column.top + kSpace4 + kBorder;
    cursor_.margin = 0;
    return scope;
}

Ui::Scope Ui::flow(std::string_view key, Style style) {
    Scope scope = open(key, Role::kSection, style, "", kFlowKind);
    if (draws()) {
        const float above = style == Style::kKey ? kSpace3 : style == Style::kSpaced ? kSpace4 : 0;
        block(0, above, 0);
        cursor_.flow = true;
        cursor_.flow_x = 0;
        cursor_.flow_height = 0;
        cursor_.gap = style == Style::kKey ? kSpace5 : style == Style::kAside ? 0 : kSpace4;
        cursor_.row_gap = style == Style::kSpaced ? kSpace2 : kSpace1;
        if (style == Style::kAside) cursor_.x -= 6;  // the text, not its pill, stands in line
    }
    return scope;
}

Ui::Scope Ui::group(std::string_view key, std::string_view legend, std::string_view help) {
    Scope scope = open(key, Role::kGroup, Style::kNone, "", kGroupKind);
    const std::size_t node = stack_.back().node;
    if (!draws()) {
        nodes_[node].name = marked_up(legend);
        nodes_[node].detail = marked_up(help);
        return scope;
    }
    const TextBlock& laid = measure(legend, type(Style::kLegend), cursor_.w);
    const Margins margins = margins_of(Style::kLegend);
    const Box box = block(laid.height(), margins.above, help.empty() ? margins.below : kSpace1);
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;  // of the legend: the fieldset itself has no box of its own
    own(node);
    painter_.text(laid, box.x, box.y);
    if (!help.empty()) {
        const TextBlock& more = measure(help, type(Style::kHelp), cursor_.w);
        const Box place = block(more.height(), 0, margins_of(Style::kHelp).below);
        nodes_[node].detail = more.joined;
        nodes_[node].box.h = place.y + place.h - box.y;
        painter_.text(more, place.x, place.y);
    }
    return scope;
}

Ui::Scope Ui::table(std::string_view key, std::string_view caption, std::vector<float> shares,
                    Cells cells) {
    Scope scope = open(key, Role::kTable, Style::kTable, caption, kTableKind);
    if (draws()) block(0, kSpace4, 0);
    place_here();
    stack_.back().shares = std::move(shares);
    stack_.back().cells = cells;
    return scope;
}

Ui::Scope Ui::row(std::string_view key) {
    Scope scope = open(key, Role::kRow, Style::kNone, "", kRowKind);
    stack_.back().top = cursor_.y;
    return scope;
}

void Ui::cell(std::string_view key, Role role, std::string_view text) {
    Open& row = stack_.back();
    const Open& table = stack_[stack_.size() - 2];
    const int column = row.column++;
    const bool words = table.cells == Cells::kWords;
    const bool head = role == Role::kColumnHeader && !words;
    const bool number = column > 0 && !words;
    const Style style =
        head ? Style::kTableHead : (number ? Style::kTableNumber : Style::kTableCell);
    const std::size_t node = record(key, role, style, "");
    if (!draws()) {
        nodes_[node].name = marked_up(text);
        return;
    }
    float left = 0;
    for (int before = 0; before < column; ++before) {
        left += table.shares[static_cast<std::size_t>(before)];
    }
    const float share = table.shares[static_cast<std::size_t>(column)];
    const Box box{cursor_.x + left * cursor_.w, row.top, share * cursor_.w, 0};
    const TextBlock& laid = measure(text, type(style), box.w - kSpace2);
    nodes_[node].name = laid.joined;
    nodes_[node].box = {box.x, box.y, box.w, laid.height() + 2 * kSpace2};
    row.tallest = std::max(row.tallest, nodes_[node].box.h);
    own(node);
    const float x = number ? box.x + box.w - laid.width : box.x;
    painter_.text(laid, x, box.y + kSpace2);
}

void Ui::close_row(const Open& done) {
    nodes_[done.node].box = {cursor_.x, done.top, cursor_.w, done.tallest + kBorder};
    own(done.node);
    painter_.fill({cursor_.x, done.top + done.tallest, cursor_.w, kBorder}, 0, Token::kLine);
    for (std::size_t at = done.node + 1; at < nodes_.size(); ++at) {
        nodes_[at].box.h = done.tallest;
    }
    cursor_.y = done.top + done.tallest + kBorder;
    cursor_.margin = 0;
}

// The cards of one line of columns are as high as the highest of them.
void Ui::finish_columns(const Open& columns) {
    for (const std::size_t card : columns.cards) {
        nodes_[card].box.h = columns.tallest;
        own(card);
        painter_.layer(Layer::kBack);
        painter_.fill(nodes_[card].box, radius_, Token::kCard);
        painter_.stroke(nodes_[card].box, radius_, kBorder, Token::kLine);
        painter_.layer(Layer::kFront);
    }
}

void Ui::close_columns(const Open& done) {
    finish_columns(done);
    cursor_ = done.outer;
    cursor_.y = done.top + done.tallest;
    cursor_.margin = kSpace3;
}

void Ui::close(int kind) {
    Open done = std::move(stack_.back());
    stack_.pop_back();
    if (!draws()) return;
    if (done.places) nodes_[done.node].box.h = cursor_.y - done.section;
    switch (kind) {
        case kCardKind: {
            const float bottom = cursor_.y + kSpace4 + kBorder;
            const Box box{done.outer.x, done.top, done.outer.w, bottom - done.top};
            nodes_[done.node].box = box;
            own(done.node);
            painter_.layer(Layer::kBack);
            painter_.fill(box, radius_, Token::kCard);
            painter_.stroke(box, radius_, kBorder, Token::kLine);
            painter_.layer(Layer::kFront);
            cursor_ = done.outer;
            cursor_.y = bottom;
            cursor_.margin = kSpace3;
            break;
        }
        case kColumnKind: {
            Open& columns = stack_.back();
            const float height = cursor_.y + kSpace4 + kBorder - done.top;
            columns.tallest = std::max(columns.tallest, height);
            columns.cards.push_back(done.node);
            nodes_[done.node].box = {cursor_.x - kSpace4 - kBorder, done.top,
                                     cursor_.w + 2 * (kSpace4 + kBorder), height};
            cursor_ = columns.outer;
            break;
        }
        case kColumnsKind:
            close_columns(done);
            break;
        case kFlowKind: {
            const float bottom = cursor_.y + cursor_.flow_height;
            cursor_ = done.outer;
            cursor_.y = bottom;
            cursor_.margin = nodes_[done.node].style == Style::kFlow ? kSpace2 : 0;
            break;
        }
        case kGroupKind:
            cursor_.margin = kSpace6;
            break;
        case kListKind:
            cursor_.margin = kSpace3;
            break;
        case kTableKind:
            cursor_.margin = kSpace3;
            break;
        case kRowKind:
            close_row(done);
            break;
        default:
            break;
    }
}

}  // namespace vgap::ui
