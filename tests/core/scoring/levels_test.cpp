#include <optional>

#include <gtest/gtest.h>

#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

using answers::AnswerState;

const instrument::Instrument& small() {
    return sample::small();
}

DimensionScore first(const answers::Answers& answers) {
    return sample::scored(small(), answers).dimensions[0];
}

TEST(Levels, LeaveEveryUnansweredItemOutOfNumeratorAndDenominator) {
    // a: weight 1, b: weight 3 and reverse.
    answers::Answers answers = sample::answers(small(), {{"b", 1}});
    for (const AnswerState state : {AnswerState::kSkipped, AnswerState::kDontKnow,
                                    AnswerState::kNotApplicable, AnswerState::kPreferNotToSay}) {
        answers[sample::question(small(), "a")] = sample::not_answered(state);
        const DimensionScore score = first(answers);
        EXPECT_EQ(score.current, 75.0);
        EXPECT_EQ(score.answered, 1);
        EXPECT_EQ(score.items, 2);
        EXPECT_EQ(score.low, 56.25);   // (0 + 3 · 75) / 4
        EXPECT_EQ(score.high, 81.25);  // (100 + 3 · 75) / 4
        EXPECT_TRUE(score.sufficient);
        EXPECT_EQ(sample::scored(small(), answers).items[0].state, state);
    }
}

TEST(Levels, AreInsufficientUnderTheMinimumButKeepTheirCurrent) {
    const DimensionScore score = first(sample::answers(small(), {{"a", 4}}));  // weight 1 of 4
    EXPECT_FALSE(score.sufficient);
    EXPECT_EQ(score.current, 100.0);
    EXPECT_EQ(score.gap, std::nullopt);
    EXPECT_EQ(score.surplus, std::nullopt);
    EXPECT_EQ(score.low, 25);
    EXPECT_EQ(score.high, 100);
}

TEST(Levels, RoundAThirdToABillionthOnce) {
    const auto profile =
        sample::scored(sample::varied(), sample::answers(sample::varied(), {{"x1", 1}}));
    EXPECT_EQ(profile.items[0].score, 33.333333333);
    EXPECT_EQ(profile.dimensions[0].current, 33.333333333);
}

TEST(Levels, OfNothingReachableAreOpenInBothDirections) {
    const auto profile = sample::scored(small(), sample::answers(small(), {{"c", 2}, {"d", 2}}));
    const DimensionScore& second = profile.dimensions[1];
    EXPECT_EQ(second.items, 0);
    EXPECT_EQ(second.current, std::nullopt);
    EXPECT_EQ(second.low, 0);
    EXPECT_EQ(second.high, 100);
    EXPECT_FALSE(profile.items[2].reachable);
    EXPECT_EQ(profile.items[2].score, std::nullopt);
}

TEST(Required, AddsTheRulesThatHoldAndKeepsTheStateOfEach) {
    using base::Tri;
    const auto rule = [](const answers::Answers& answers) { return first(answers).rules[0].held; };
    EXPECT_EQ(first(sample::answers(small(), {{"size", 1}})).required, 80);
    EXPECT_EQ(rule(sample::answers(small(), {{"size", 1}})), Tri::kTrue);
    EXPECT_EQ(first(sample::answers(small(), {{"size", 0}})).required, 60);
    EXPECT_EQ(rule(sample::answers(small(), {{"size", 0}})), Tri::kFalse);
    EXPECT_EQ(first(sample::answers(small(), {})).required, 60);
    EXPECT_EQ(rule(sample::answers(small(), {})), Tri::kUnknown);
}

TEST(Required, StaysBetween0And100) {
    const auto& varied = sample::varied();
    EXPECT_EQ(sample::scored(varied, sample::answers(varied, {{"size", 2}})).dimensions[0].required,
              100);
    EXPECT_EQ(sample::scored(varied, sample::answers(varied, {{"size", 0}})).dimensions[0].required,
              0);
}

TEST(Required, GivesSurplusOrGapAndNeverBoth) {
    const DimensionScore over = first(sample::answers(small(), {{"a", 4}, {"b", 0}}));
    EXPECT_EQ(over.gap, 0.0);
    EXPECT_EQ(over.surplus, 40.0);
    const DimensionScore under = first(sample::answers(small(), {{"a", 0}, {"b", 4}}));
    EXPECT_EQ(under.gap, 60.0);
    EXPECT_EQ(under.surplus, 0.0);
}

}  // namespace
}  // namespace vgap::scoring
