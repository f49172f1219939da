#include "core/instrument/decide.hpp"

#include <algorithm>

namespace vgap::instrument {

namespace {

using base::Tri;

// Which of the three truths a formula can have, as if its operands knew nothing of each other:
// never too few, sometimes too many.
struct Possible {
    bool truths[3] = {false, false, false};  // by Tri
    bool& operator[](Tri t) { return truths[static_cast<int>(t)]; }
    bool operator[](Tri t) const { return truths[static_cast<int>(t)]; }
};

constexpr Tri kTruths[] = {Tri::kFalse, Tri::kUnknown, Tri::kTrue};

Possible combined(const Possible& a, const Possible& b, Tri (*join)(Tri, Tri)) {
    Possible result;
    for (const Tri x : kTruths) {
        for (const Tri y : kTruths) {
            if (a[x] && b[y]) result[join(x, y)] = true;
        }
    }
    return result;
}

enum class Unknowns : std::uint8_t { kCount, kLeaveOut };

Possible possible(const Formula& formula, const Space& space, Unknowns unknowns) {
    Possible result;
    if (formula.op == Operator::kAll || formula.op == Operator::kAny) {
        const bool is_all = formula.op == Operator::kAll;
        result[is_all ? Tri::kTrue : Tri::kFalse] = true;
        for (const Formula& child : formula.children) {
            result = combined(result, possible(child, space, unknowns),
                              is_all ? base::both : base::either);
        }
    } else if (formula.op == Operator::kNot) {
        const Possible inner = possible(formula.children[0], space, unknowns);
        for (const Tri t : kTruths) result[base::negation(t)] = inner[t];
    } else {
        const std::vector<State> states = space.states_of(formula.operand);
        for (const Tri t : kTruths) result[t] = states.empty();
        for (const State& state : states) {
            if (state.kind == State::Kind::kUnknown && unknowns == Unknowns::kLeaveOut) continue;
            std::vector<State> one(formula.operand + 1, state);
            result[Space::truth(formula, one)] = true;
        }
    }
    return result;
}

Holds decide_by_case(const Space& space, const Formula& formula) {
    bool can_hold = false;
    bool can_fail = false;
    bool has_answered_case = false;
    space.for_each([&](const Case& each) {
        const bool holds = Space::truth(formula, each.states) == Tri::kTrue;
        const bool is_answered =
            std::none_of(each.states.begin(), each.states.end(),
                         [](const State& s) { return s.kind == State::Kind::kUnknown; });
        can_hold = can_hold || holds;
        can_fail = can_fail || (is_answered && !holds);
        has_answered_case = has_answered_case || is_answered;
        return !can_hold || !can_fail;
    });
    if (!can_hold) return Holds::kNever;
    return has_answered_case && !can_fail ? Holds::kAlways : Holds::kSometimes;
}

}  // namespace

Holds decide(const Instrument& instrument, const std::vector<const Condition*>& together) {
    Space space(instrument);
    Formula formula;  // all of them
    for (const Condition* condition : together) formula.children.push_back(space.add(*condition));
    if (space.build()) return decide_by_case(space, formula);
    if (!possible(formula, space, Unknowns::kCount)[Tri::kTrue]) return Holds::kNever;
    const Possible answered = possible(formula, space, Unknowns::kLeaveOut);
    if (!answered[Tri::kFalse] && !answered[Tri::kUnknown]) return Holds::kAlways;
    return Holds::kUndecided;
}

std::optional<Range> current_range(const Instrument& instrument, Index dimension) {
    Space space(instrument);
    const std::size_t operand = space.add_dimension(dimension);
    const std::vector<Index>& items = instrument.dimensions[dimension].items;
    if (!space.build()) {
        const bool has_placed = std::any_of(items.begin(), items.end(), [&](Index item) {
            return instrument.questions[item].page != kNone;
        });
        return has_placed ? std::optional<Range>(Range{0, 100}) : std::nullopt;
    }
    std::optional<Range> range;
    space.for_each([&](const Case& each) {
        if (each.states[operand].kind != State::Kind::kKnown) return true;
        const Range& level = each.levels[operand];
        if (!range) range = level;
        range = Range{std::min(range->low, level.low), std::max(range->high, level.high)};
        return true;
    });
    return range;
}

Range required_range(const Instrument& instrument, Index dimension) {
    const Dimension& required_of = instrument.dimensions[dimension];
    Space space(instrument);
    std::vector<Formula> formulas;
    for (const Rule& rule : required_of.rules) formulas.push_back(space.add(rule.when));
    Range range = {required_of.required_base, required_of.required_base};
    if (!space.build()) {
        for (const Rule& rule : required_of.rules) {
            if (decide(instrument, {&rule.when}) == Holds::kNever) continue;
            (rule.add < 0 ? range.low : range.high) += rule.add;
        }
        return range;
    }
    bool is_first = true;
    space.for_each([&](const Case& each) {
        double required = required_of.required_base;
        for (std::size_t r = 0; r < formulas.size(); ++r) {
            if (Space::truth(formulas[r], each.states) == Tri::kTrue) {
                required += required_of.rules[r].add;
            }
        }
        if (is_first) range = {required, required};
        is_first = false;
        range = {std::min(range.low, required), std::max(range.high, required)};
        return true;
    });
    return range;
}

}  // namespace vgap::instrument
