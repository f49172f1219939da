// scoring/profile — the scored result of one response: every number the product shows about it.
//
// In      built by scoring/score; indices are positions in the instrument
// Out     plain data. A missing number is std::nullopt ("insufficient", "no index"), never 0.
//         Reported numbers are whole billionths (base/fixed): each formula is computed in doubles
//         from unrounded operands and rounded once, at its end, when it is stored. Two exceptions:
//         gap and surplus are differences of the rounded required and current, and the children of
//         a node are settled so that they add exactly. Comparisons (sufficient, bands, conditions,
//         "has a gap") use the rounded numbers
// Errors  none: too few answers is a state
// Source  MODEL.md §1
// Cost    data only; vectors keep their capacity when a Profile is scored into again
// Tested  tests/core/scoring/score_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/answers/reach.hpp"
#include "core/base/tri.hpp"
#include "core/instrument/types.hpp"

namespace vgap::scoring {

using instrument::Index;

struct RuleState {
    base::Tri held = base::Tri::kUnknown;
};

struct DimensionScore {
    bool sufficient = false;
    std::optional<double> current;  // 0..100; there may be one although it is insufficient
    double low = 0, high = 100;     // bounds: every unanswered item at 0 / at 100
    int answered = 0;               // scale items answered
    int items = 0;                  // reachable scale items
    double required = 0;            // 0..100
    std::optional<double> gap;      // only when sufficient
    std::optional<double> surplus;  // only when sufficient; never offsets a gap
    std::vector<RuleState> rules;   // one per rule of the dimension

    // Not rounded, for the formulas that build on them; not reported.
    double answered_weight = 0;  // sum of w over answered items
    double exact_current = 0;    // sum of w·s over answered items / answered_weight, or 0
    double exact_low = 0, exact_high = 100;  // the bounds
    double exact_gap = 0;  // max(0, required - exact_current) when sufficient, or 0
};

struct ItemScore {
    Index question = instrument::kNone;
    bool reachable = false;
    answers::AnswerState state = answers::AnswerState::kSkipped;
    std::optional<double> score;     // keyed, 0..100
    std::optional<double> share;     // its part of the index, in index points (may be negative)
    std::optional<double> leverage;  // fall of the index if the answer moved one point up
};

struct PatternState {
    base::Tri found = base::Tri::kUnknown;
    // Leaves that decided, only when found. A leaf's subject may be a dimension.
    struct Evidence {
        bool is_dimension = false;
        Index subject = instrument::kNone;
    };
    std::vector<Evidence> evidence;
};

// Explanation: a tree in preorder. `children` counts the direct children; the values of the direct
// children add exactly (as whole billionths) to the node's value.
enum class NodeKind : std::uint8_t {
    kIndex,      // root: the index; children: one kDimension per sufficient dimension
    kDimension,  // a dimension's part of the index; children: kItem..., kSurplus when there is one
    kItem,       // an item's part of the index
    kSurplus,    // what is not counted because a surplus offsets nothing
    kCurrent,    // root: a dimension's current level; children: kCurrentItem
    kCurrentItem,  // an item's part of the current level
    kRequired,     // root: a dimension's required level; children: kBase, kRule, kClamp
    kBase,
    kRule,  // subject: index of the rule in its dimension
    kClamp,
};

struct Node {
    NodeKind kind = NodeKind::kIndex;
    Index subject = instrument::kNone;  // dimension, question or rule index
    std::uint32_t children = 0;
    double value = 0;
};

struct SmallestChange {
    bool possible = false;
    bool exact = true;  // false if a moved item steers skip logic
    Index to_band = instrument::kNone;
    double index = 0;                     // the index after the moves
    std::vector<instrument::Move> moves;  // instrument order
};

// Working room that scoring keeps between responses, so that it need not allocate; not a result.
struct Room {
    std::vector<Index> item_of_question;        // position in Profile::items, or kNone
    std::vector<std::int64_t> dimension_parts;  // explanation: billionths of the index
    std::vector<std::int64_t> parts;            // explanation: billionths of the node at work
    std::vector<double> gaps;                   // smallest change: gap left per dimension
    std::vector<int> moved;                     // smallest change: points moved per item
    std::vector<Index> best_item;               // smallest change: next item to move per dimension
    std::vector<std::int64_t> best_fall;  // smallest change: and how far the index falls by it
    std::vector<instrument::Move> moves;  // the buffer of a smallest change that is not needed now
};

struct Profile {
    std::optional<double> index;  // 0..100
    double index_low = 0, index_high = 0;
    Index band = instrument::kNone;
    double sufficient_weight_pct = 0;
    std::vector<Index> to_answer;  // when there is no index: what to answer to get one
    std::vector<DimensionScore> dimensions;
    std::vector<ItemScore> items;  // scale items in instrument order
    std::vector<PatternState> patterns;
    std::optional<SmallestChange> smallest_change;
    std::vector<Node> explanation;         // the index; empty without an index
    std::vector<Node> level_explanations;  // per dimension: current (if any), then required
    answers::Reachable reachable;
    double required_weight = 0;  // sum of W·required over sufficient dimensions, not rounded
    Room room;
};

}  // namespace vgap::scoring
