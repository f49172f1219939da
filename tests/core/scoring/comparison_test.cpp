#include "core/scoring/comparison.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

using instrument::Instrument;

Comparison between(const Instrument& instrument, const answers::Answers& before,
                   const answers::Answers& now) {
    return compare(instrument, sample::scored(instrument, before), sample::scored(instrument, now));
}

// first: required 60, or 80 for many people; second: 50.
answers::Answers small(int size, int a, int b, int c) {
    answers::Answers answers =
        sample::answers(sample::small(), {{"size", size}, {"a", a}, {"b", b}, {"c", c}, {"d", 1}});
    answers::Answer& people = answers[sample::question(sample::small(), "people")];
    people = sample::point(0);
    people.number = 10;
    return answers;
}

TEST(Comparison, IsNowMinusBefore) {
    // first: 25 · 1/4 + 100 · 3/4 = 81.25 then 6.25 + 75 · 3/4 = 62.5; second: c 50, d 50.
    const Comparison change = between(sample::small(), small(0, 1, 3, 1), small(0, 1, 1, 1));
    EXPECT_EQ(change.dimensions[0].current, 37.5);
    EXPECT_EQ(change.dimensions[0].gap, -35);  // from 25 of 60 to enough
    EXPECT_EQ(change.dimensions[0].required, 0);
    EXPECT_EQ(change.dimensions[1].current, 0);
    EXPECT_EQ(change.dimensions[1].gap, 0);
    EXPECT_EQ(change.index, -16.666666667);  // 35 of 60 + 3 · 50
    EXPECT_EQ(change.index_as_needed_before, std::nullopt) << "the same is needed";
    EXPECT_TRUE(change.same_dimensions);
}

TEST(Comparison, OfEqualAnswersIsNoChange) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto answers = sample::random_answers(sample::varied(), seed);
        const Comparison change = between(sample::varied(), answers, answers);
        EXPECT_EQ(change.index.value_or(0), 0);
        EXPECT_TRUE(change.same_dimensions);
        EXPECT_FALSE(change.index_as_needed_before);
        for (const LevelChange& level : change.dimensions) {
            EXPECT_EQ(level.current.value_or(0), 0);
            EXPECT_EQ(level.gap.value_or(0), 0);
            EXPECT_EQ(level.required, 0);
        }
        for (const PatternChange pattern : change.patterns) {
            EXPECT_TRUE(pattern == PatternChange::kNone || pattern == PatternChange::kStill);
        }
    }
}

TEST(Comparison, HasNoChangeWhereOneSideIsInsufficient) {
    answers::Answers before = small(0, 1, 3, 1);
    before[sample::question(sample::small(), "b")] = {};
    const Comparison change = between(sample::small(), before, small(0, 1, 1, 1));
    EXPECT_EQ(change.dimensions[0].current, std::nullopt);
    EXPECT_EQ(change.dimensions[0].gap, std::nullopt);
    EXPECT_EQ(change.dimensions[1].current, 0);
    EXPECT_TRUE(change.index) << "the second dimension alone is three quarters of the weight";
    EXPECT_FALSE(change.same_dimensions);

    const Comparison nothing = between(
        sample::small(), answers::Answers(sample::small().questions.size()), small(0, 1, 1, 1));
    EXPECT_EQ(nothing.index, std::nullopt);
    EXPECT_EQ(nothing.index_as_needed_before, std::nullopt);
}

TEST(Comparison, TellsALowerNeedFromProgress) {
    // Nothing is done otherwise; only the first dimension needs 60 in the place of 80.
    const Comparison change = between(sample::small(), small(1, 1, 3, 1), small(0, 1, 3, 1));
    EXPECT_EQ(change.dimensions[0].required, -20);
    EXPECT_EQ(change.dimensions[0].current, 0);
    EXPECT_EQ(change.dimensions[0].gap, -20);
    ASSERT_TRUE(change.index);
    EXPECT_LT(*change.index, 0) << "the number falls";
    const double before = *sample::scored(sample::small(), small(1, 1, 3, 1)).index;
    EXPECT_EQ(change.index_as_needed_before, before) << "and by the needs of then it does not";
}

TEST(Comparison, MeasuredByTheNeedsOfThenIsWhatTheSameContextGives) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        const auto before = sample::random_answers(sample::varied(), seed);
        const auto now = sample::random_answers(sample::varied(), seed + 10000);
        const Comparison change = between(sample::varied(), before, now);
        if (!change.index_as_needed_before) continue;
        answers::Answers same = now;  // its context decides only what is required
        same[0] = before[0];
        EXPECT_EQ(*change.index_as_needed_before, *sample::scored(sample::varied(), same).index)
            << seed;
    }
}

TEST(Comparison, SaysOfEachPatternWhatBecameOfIt) {
    // found: first below 50, a below 50, c not at its best.
    const answers::Answers found = small(0, 1, 4, 1);
    const answers::Answers not_found = small(0, 4, 0, 1);
    answers::Answers unknown = found;
    unknown[sample::question(sample::small(), "c")] = {};
    const auto of = [](const answers::Answers& before, const answers::Answers& now) {
        return between(sample::small(), before, now).patterns[0];
    };
    EXPECT_EQ(of(found, found), PatternChange::kStill);
    EXPECT_EQ(of(not_found, found), PatternChange::kNew);
    EXPECT_EQ(of(found, not_found), PatternChange::kGone);
    EXPECT_EQ(of(unknown, found), PatternChange::kFirstKnown) << "not new: nobody knew";
    EXPECT_EQ(of(found, unknown), PatternChange::kNotKnown) << "not gone: nobody knows";
    EXPECT_EQ(of(unknown, not_found), PatternChange::kNone);
    EXPECT_EQ(of(not_found, unknown), PatternChange::kNone);
}

}  // namespace
}  // namespace vgap::scoring
