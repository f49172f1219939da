// ui/diff — what changed between two frames, as the message that the shell's mirror applies.
//
// In      nodes of this frame (the previous ones are kept), height, focus
// Out     JSON: changed nodes, ids that are gone, the order when it changed, what to repaint
// Errors  none; two nodes with one id are a bug of a page (asserted)
// Source  HOUSE.md §2
// Cost    O(nodes); text is compared, and copied only when it changed
// Tested  tests/web/ui/diff_test.cpp; tests/browser
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/node.hpp"

namespace vgap::ui {

struct Repaint {
    bool all = false;
    Box box;  // w == 0: nothing
};

// One node as the mirror reads it; boxes only in the canvas skin.
void write_node(std::string& out, const Node& node, bool boxes);

class Diff {
  public:
    // Everything is painted again at the next call (size, theme, tile or skin changed).
    void invalidate() { paint_all_ = true; }
    // The next message holds every node, and which ones are gone.
    void reset();

    // True when there is anything to tell.
    bool compare(const std::vector<Node>& now, float height);
    const Repaint& repaint() const { return repaint_; }

    // Appends "nodes", "gone", "order", "height" and "paint" of the last comparison, if any.
    void write(std::string& out, bool boxes) const;

  private:
    void dirty(const Box& box);
    std::unordered_map<NodeId, std::size_t> known_;
    std::vector<Node> before_;
    std::vector<std::size_t> changed_;
    std::vector<NodeId> gone_;
    bool order_changed_ = false;
    bool paint_all_ = true;
    bool renew_ = false;
    float height_ = -1;
    bool height_changed_ = false;
    Repaint repaint_;
};

}  // namespace vgap::ui
