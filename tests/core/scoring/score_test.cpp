#include "core/scoring/score.hpp"

#include <gtest/gtest.h>

#include "core/scoring/steps.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

TEST(Score, FollowsTheFormulasOnAnExampleWorkedByHand) {
    // first:  a = 2 of 4 -> 50 (weight 1), b = 3 of 4, reverse -> 25 (weight 3)
    //         current (50 + 75) / 4 = 31.25; required 60 + 20 = 80; gap 48.75
    // second: c = 1 of 2 -> 50; d = 0 -> 0; current 25; required 50; gap 25
    // index:  100 · (1 · 48.75 + 3 · 25) / (1 · 80 + 3 · 50) = 12375 / 230 = 53.804347826...
    const auto& instrument = sample::small();
    const auto profile = sample::scored(
        instrument,
        sample::answers(instrument, {{"size", 1}, {"a", 2}, {"b", 3}, {"c", 1}, {"d", 0}}));
    // `people` is unanswered, so whether the second page is asked is unknown: it is not.
    EXPECT_FALSE(profile.dimensions[1].sufficient);
    EXPECT_EQ(profile.dimensions[1].items, 0);

    auto answers =
        sample::answers(instrument, {{"size", 1}, {"a", 2}, {"b", 3}, {"c", 1}, {"d", 0}});
    answers[sample::question(instrument, "people")] = sample::point(0);
    answers[sample::question(instrument, "people")].number = 12;
    const auto all = sample::scored(instrument, answers);
    EXPECT_EQ(all.dimensions[0].current, 31.25);
    EXPECT_EQ(all.dimensions[0].required, 80);
    EXPECT_EQ(all.dimensions[0].gap, 48.75);
    EXPECT_EQ(all.dimensions[0].surplus, 0.0);
    EXPECT_EQ(all.dimensions[1].current, 25.0);
    EXPECT_EQ(all.index, 53.804347826);
    EXPECT_EQ(all.index_low, 53.804347826);
    EXPECT_EQ(all.index_high, 53.804347826);
    EXPECT_EQ(instrument.bands[all.band].id, "stalled");
    EXPECT_EQ(all.sufficient_weight_pct, 100);
}

TEST(Score, GivesTheSameIntoAUsedProfileAsIntoANewOne) {
    const auto& instrument = sample::small();
    const auto full = sample::answers(instrument, {{"size", 1}, {"a", 0}, {"b", 4}, {"c", 2}});
    const auto none = answers::Answers(instrument.questions.size());
    Profile used;
    for (const auto* answers : {&full, &none, &full}) {
        score(instrument, *answers, used);
        const Profile fresh = sample::scored(instrument, *answers);
        EXPECT_EQ(used.index, fresh.index);
        EXPECT_EQ(used.to_answer, fresh.to_answer);
        EXPECT_EQ(used.explanation.size(), fresh.explanation.size());
        EXPECT_EQ(used.smallest_change.has_value(), fresh.smallest_change.has_value());
        EXPECT_EQ(used.patterns[0].evidence.size(), fresh.patterns[0].evidence.size());
    }
}

TEST(Score, OfNothingIsNoIndexAndSaysWhatToAnswer) {
    const auto& instrument = sample::small();
    const auto profile = sample::scored(instrument, answers::Answers(instrument.questions.size()));
    EXPECT_EQ(profile.index, std::nullopt);
    EXPECT_EQ(profile.band, instrument::kNone);
    EXPECT_EQ(profile.index_low, 0);
    EXPECT_EQ(profile.index_high, 100);
    ASSERT_EQ(profile.to_answer.size(), 2u);  // c and d are on a page that is not asked
    EXPECT_EQ(instrument.questions[profile.to_answer[0]].id, "a");
    EXPECT_EQ(instrument.questions[profile.to_answer[1]].id, "b");
    EXPECT_TRUE(profile.explanation.empty());
    EXPECT_FALSE(profile.smallest_change.has_value());
}

}  // namespace
}  // namespace vgap::scoring
