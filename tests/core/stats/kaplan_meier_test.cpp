#include "core/stats/kaplan_meier.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(KaplanMeier, WithoutEventsTheRestrictedMeanIsTheHorizon) {
    const std::vector<Wait> waits = {{3, false}, {7, false}, {9, false}};
    const Survival survival = kaplan_meier(waits, 0.95);
    EXPECT_TRUE(survival.steps.empty());
    EXPECT_EQ(restricted_mean(survival, 12).mean, 12);
    EXPECT_EQ(restricted_mean(survival, 12).standard_error, 0);
    EXPECT_FALSE(is_defined(survival.median()));
    EXPECT_EQ(survival.at(100), 1);
}

TEST(KaplanMeier, WithoutCensoringItIsTheShareStillWaiting) {
    std::vector<Wait> waits;
    for (int t = 1; t <= 10; ++t) waits.push_back({static_cast<double>(t), true});
    const Survival survival = kaplan_meier(waits, 0.95);
    for (int t = 1; t <= 10; ++t) EXPECT_NEAR(survival.at(t), 1 - t / 10.0, 1e-14);
    EXPECT_EQ(survival.median(), 5);  // where rounding leaves S a hair above a half
    EXPECT_EQ(survival.at(10), 0);
    EXPECT_FALSE(is_defined(survival.steps.back().limits.low));
    EXPECT_FALSE(is_defined(survival.steps.back().standard_error));
    EXPECT_NEAR(restricted_mean(survival, 20).mean, 5.5, 1e-13);
}

TEST(KaplanMeier, LatecomersAreAtRiskOnlyOnceTheyAreThere) {
    const std::vector<Wait> waits = {{2, true, 0}, {5, true, 3}, {6, false, 1}, {4, true, 0}};
    const Survival survival = kaplan_meier(waits, 0.95);
    ASSERT_EQ(survival.steps.size(), 3u);
    EXPECT_EQ(survival.steps[0].at_risk, 3);  // all but the one who comes at 3
    EXPECT_EQ(survival.steps[1].at_risk, 3);
    EXPECT_EQ(survival.steps[2].at_risk, 2);
    // Who comes exactly at an event's time is not at risk of it.
    EXPECT_EQ(kaplan_meier(std::vector<Wait>{{2, true, 0}, {5, true, 2}}, 0.95).steps[0].at_risk,
              1);
}

TEST(KaplanMeier, NobodyThere) {
    const Survival survival = kaplan_meier({}, 0.95);
    EXPECT_FALSE(is_defined(survival.at(1)));
    EXPECT_FALSE(is_defined(restricted_mean(survival, 1).mean));
}

}  // namespace
}  // namespace vgap::stats
