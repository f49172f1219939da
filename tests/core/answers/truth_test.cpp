#include "core/answers/truth.hpp"

#include <array>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace vgap::answers {
namespace {

using base::Tri;
using instrument::Condition;
using instrument::Operator;

// A leaf whose subject says its truth: 0 false, 1 unknown, 2 true.
Condition leaf(Tri value) {
    Condition condition;
    condition.op = Operator::kItemBelow;
    condition.subject = static_cast<instrument::Index>(value);
    return condition;
}

Condition of(Operator op, std::vector<Condition> children) {
    Condition condition;
    condition.op = op;
    condition.children = std::move(children);
    return condition;
}

Tri value(const Condition& condition) {
    return truth(condition, [](const Condition& each) { return static_cast<Tri>(each.subject); });
}

constexpr std::array kAll = {Tri::kFalse, Tri::kUnknown, Tri::kTrue};

TEST(Truth, FollowsKleenesTables) {
    for (const Tri a : kAll) {
        for (const Tri b : kAll) {
            EXPECT_EQ(value(of(Operator::kAll, {leaf(a), leaf(b)})), base::both(a, b));
            EXPECT_EQ(value(of(Operator::kAny, {leaf(a), leaf(b)})), base::either(a, b));
        }
        EXPECT_EQ(value(of(Operator::kNot, {leaf(a)})), base::negation(a));
    }
}

TEST(Truth, OfNothingIsTrueForAllAndFalseForAny) {
    EXPECT_EQ(value(of(Operator::kAll, {})), Tri::kTrue);
    EXPECT_EQ(value(of(Operator::kAny, {})), Tri::kFalse);
}

TEST(Truth, Nests) {
    const Condition inner = of(Operator::kAny, {leaf(Tri::kFalse), leaf(Tri::kUnknown)});
    EXPECT_EQ(value(of(Operator::kAll, {leaf(Tri::kTrue), inner})), Tri::kUnknown);
    EXPECT_EQ(value(of(Operator::kAll, {leaf(Tri::kFalse), inner})), Tri::kFalse);
    EXPECT_EQ(value(of(Operator::kNot, {of(Operator::kNot, {inner})})), Tri::kUnknown);
}

}  // namespace
}  // namespace vgap::answers
