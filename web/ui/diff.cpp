#include "web/ui/diff.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/json/write.hpp"

namespace vgap::ui {

namespace {

// From where it is placed.
Box placed(const Node& node) {
    return {node.box.x, node.box.y - node.section, node.box.w, node.box.h};
}

// A difference of two places is as exact as they are.
bool same_place(const Box& a, const Box& b) {
    constexpr float kRounding = 0.005f;
    return a.x == b.x && std::fabs(a.y - b.y) < kRounding && a.w == b.w && a.h == b.h;
}

bool same_for_mirror(const Node& a, const Node& b) {
    return a.parent == b.parent && a.role == b.role && a.style == b.style && a.level == b.level &&
           a.state == b.state && same_place(placed(a), placed(b)) && a.name == b.name &&
           a.value == b.value && a.detail == b.detail && a.lang == b.lang;
}

void append_tenths(std::string& out, float value) {
    json::append_number(out, std::round(static_cast<double>(value) * 100) / 100);
}

void write_box(std::string& out, const Box& box) {
    out += '[';
    append_tenths(out, box.x);
    out += ',';
    append_tenths(out, box.y);
    out += ',';
    append_tenths(out, box.w);
    out += ',';
    append_tenths(out, box.h);
    out += ']';
}

}  // namespace

void write_node(std::string& out, const Node& node, bool boxes) {
    out +=
        "{\"i\":" + std::to_string(node.id) + ",\"p\":" + std::to_string(node.parent) + ",\"r\":\"";
    out += to_string(node.role);
    out += '"';
    const auto text = [&out](std::string_view key, std::string_view value) {
        if (value.empty()) return;
        out += ",\"";
        out += key;
        out += "\":";
        json::append_string(out, value);
    };
    text("k", to_string(node.style));
    text("n", node.name);
    text("v", node.value);
    text("d", node.detail);
    text("g", node.lang);
    if (node.level != 0) out += ",\"l\":" + std::to_string(node.level);
    if (node.state != 0) out += ",\"s\":" + std::to_string(node.state);
    if (boxes) {
        out += ",\"b\":";
        write_box(out, placed(node));
    }
    out += '}';
}

void Diff::reset() {
    renew_ = true;
    height_ = -1;
    paint_all_ = true;
}

// Grown by the focus ring's reach, so that a repaint never cuts through a neighbour's edge.
void Diff::dirty(const Box& box) {
    if (box.w <= 0 || box.h <= 0) return;
    constexpr float kReach = 2;
    const float left = box.x - kReach;
    const float top = box.y - kReach;
    const float right = box.x + box.w + kReach;
    const float bottom = box.y + box.h + kReach;
    Box& all = repaint_.box;
    if (all.w == 0) {
        all = {left, top, right - left, bottom - top};
        return;
    }
    const float x = std::min(all.x, left);
    const float y = std::min(all.y, top);
    all = {x, y, std::max(all.x + all.w, right) - x, std::max(all.y + all.h, bottom) - y};
}

bool Diff::compare(const std::vector<Node>& now, float height) {
    changed_.clear();
    gone_.clear();
    repaint_ = {};
    order_changed_ = renew_ || !std::equal(now.begin(), now.end(), before_.begin(), before_.end(),
                                           [](const Node& a, const Node& b) {
                                               return a.id == b.id && a.parent == b.parent;
                                           });
    std::unordered_map<NodeId, std::size_t> known;
    if (order_changed_) {
        known.reserve(now.size());
        for (std::size_t at = 0; at < now.size(); ++at) {
            [[maybe_unused]] const bool is_new = known.emplace(now[at].id, at).second;
            assert(is_new && "two nodes share a key under one parent");
        }
    }
    for (std::size_t at = 0; at < now.size(); ++at) {
        const Node& node = now[at];
        std::size_t old = at;
        if (order_changed_) {
            const auto found = known_.find(node.id);
            if (renew_ || found == known_.end()) {
                changed_.push_back(at);
                dirty(node.box);
                continue;
            }
            old = found->second;
        }
        const Node& previous = before_[old];
        const bool moved = !(previous.box == node.box);
        const bool told = !same_for_mirror(previous, node);
        if (told) changed_.push_back(at);
        if (told || moved) {
            // The root's box is the page: its height alone repaints nothing.
            if (node.role != Role::kMain) {
                dirty(previous.box);
                dirty(node.box);
            }
        } else if (previous.paint != node.paint) {
            dirty(node.box);
        }
        if (moved && node.role == Role::kSection && node.box.w > 0) paint_all_ = true;
    }
    if (order_changed_) {
        for (const Node& node : before_) {
            if (known.contains(node.id)) continue;
            gone_.push_back(node.id);
            dirty(node.box);
        }
        known_ = std::move(known);
    }
    height_changed_ = height != height_;
    repaint_.all = paint_all_ || order_changed_;
    const bool any = repaint_.all || !changed_.empty() || !gone_.empty() || height_changed_ ||
                     repaint_.box.w > 0;
    height_ = height;
    paint_all_ = false;
    renew_ = false;
    before_ = now;
    return any;
}

void Diff::write(std::string& out, bool boxes) const {
    const auto key = [&out](std::string_view name) {
        if (out.back() != '{') out += ',';
        out += '"';
        out += name;
        out += "\":";
    };
    const auto list = [&out](const auto& items, const auto& one) {
        out += '[';
        for (std::size_t at = 0; at < items.size(); ++at) {
            if (at > 0) out += ',';
            one(items[at]);
        }
        out += ']';
    };
    if (!changed_.empty()) {
        key("nodes");
        list(changed_, [&](std::size_t at) { write_node(out, before_[at], boxes); });
    }
    if (!gone_.empty()) {
        key("gone");
        list(gone_, [&](NodeId id) { out += std::to_string(id); });
    }
    if (order_changed_) {
        key("order");
        list(before_, [&](const Node& node) {
            out += '[' + std::to_string(node.id) + ',' + std::to_string(node.parent) + ']';
        });
    }
    if (height_changed_) {
        key("height");
        append_tenths(out, height_);
    }
    if (repaint_.all) {
        key("paint");
        out += "\"all\"";
    } else if (repaint_.box.w > 0) {
        key("paint");
        write_box(out, repaint_.box);
    }
}

}  // namespace vgap::ui
