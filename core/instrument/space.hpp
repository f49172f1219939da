// instrument/space — all answers that matter to a condition, as few as there can be: the finite
// space in which the linter looks for a case.
//
// In      conditions of one instrument; dimensions whose attainable levels matter
// Out     every combination of states of the operands that skip logic allows. An operand's answers
//         are told apart only by the tests made on them: a scale of 5 points with one threshold has
//         the states "unknown", "below" and "not below". A dimension stands for all answers to its
//         items, summed up by which tests its level passes
// Errors  too many combinations: build() says so, and nothing is visited
// Source  MODEL.md §1; the number of combinations is limited, not sampled, so a verdict is a proof
// Cost    O(combinations · nodes), both limited; a dimension O(distinct sums · points)
// Tested  tests/core/instrument/decide_test.cpp
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <tuple>
#include <vector>

#include "core/base/tri.hpp"
#include "core/instrument/types.hpp"

namespace vgap::instrument {

inline constexpr std::size_t kMostCombinations = 200'000;

struct State {
    enum class Kind : std::uint8_t { kUnreached, kUnknown, kKnown };
    Kind kind = Kind::kUnknown;
    std::uint32_t passed = 0;  // kKnown: a bit per test
    friend auto operator<=>(const State&, const State&) = default;
};

// A condition whose leaves are tests of the space's operands.
struct Formula {
    Operator op = Operator::kAll;
    std::vector<Formula> children;
    std::size_t operand = 0;
    std::uint32_t bit = 0;
};

struct Range {
    double low = 0, high = 100;
};

// One combination, with what skip logic makes of it. Both by operand.
struct Case {
    std::vector<State> states;
    std::vector<Range> levels;  // of a dimension that is known
};

class Space {
  public:
    explicit Space(const Instrument& instrument) : instrument_(instrument) {}

    // Registration, before build().
    Formula add(const Condition& condition);
    std::size_t add_dimension(Index dimension);  // its operand

    // Takes the operands' own skip logic in and counts. False: too many combinations or tests.
    bool build();

    // Visits every possible case until the visitor says false.
    void for_each(const std::function<bool(const Case&)>& visit) const;

    std::size_t operands() const { return operands_.size(); }

    // What one operand can be, whatever the others are; empty if that was too much already.
    std::vector<State> states_of(std::size_t operand) const;

    static base::Tri truth(const Formula& formula, const std::vector<State>& states);

  private:
    struct Test {
        Operator op;
        Index option;
        double threshold;
        friend bool operator==(const Test&, const Test&) = default;
    };
    struct Operand {
        bool is_dimension = false;
        Index subject = kNone;
        std::vector<Test> tests;
        bool conditional = false;  // may be left out by skip logic
        Formula page_when;
        Formula own_when;
        bool has_page_when = false;
        bool has_own_when = false;
    };
    // Operands that vary together, and all the ways in which they do.
    struct Row {
        std::vector<State> states;
        Range range;  // of the dimension, if there is one
    };
    struct Factor {
        std::vector<std::size_t> operands;
        std::vector<Row> rows;
        bool has_dimension = false;
    };
    struct Answered {  // a way of answering some items of a dimension
        double sum = 0, answered = 0, reachable = 0;  // weights
        std::vector<State> states;                    // of the items that are operands
        friend bool operator==(const Answered&, const Answered&) = default;
        friend bool operator<(const Answered& a, const Answered& b) {
            return std::tie(a.sum, a.answered, a.reachable, a.states) <
                   std::tie(b.sum, b.answered, b.reachable, b.states);
        }
    };

    std::size_t operand(bool is_dimension, Index subject);
    bool add_skip_logic();
    void find_order();
    std::vector<State> domain(const Operand& operand) const;
    std::vector<Answered> extended(const std::vector<Answered>& ways, const Question& item,
                                   const Operand* operand) const;
    bool build_dimension(std::size_t operand, Factor& factor) const;
    bool allowed(const std::vector<State>& assigned, std::vector<State>& seen) const;

    const Instrument& instrument_;
    std::vector<Operand> operands_;
    std::vector<std::size_t> order_;  // questions among the operands, as they are asked
    std::vector<Factor> factors_;
    std::size_t nodes_ = 0;
    bool too_many_ = false;
};

// The keyed scores that an item can have, ascending by point.
std::vector<double> keyed_scores(const Question& question);

}  // namespace vgap::instrument
