#include "core/stats/aalen_johansen.hpp"

#include <gtest/gtest.h>

#include "core/stats/kaplan_meier.hpp"

namespace vgap::stats {
namespace {

TEST(AalenJohansen, OneKindOfEventIsOneMinusKaplanMeier) {
    const std::vector<Course> courses = {{1, 1}, {2, 0}, {3, 1}, {3, 0}, {5, 1}, {8, 0}};
    std::vector<Wait> waits;
    for (const Course& course : courses) waits.push_back({course.time, course.kind == 1});
    const std::vector<IncidenceStep> steps = aalen_johansen(courses, 1, 0.95);
    const Survival survival = kaplan_meier(waits, 0.95);
    ASSERT_EQ(steps.size(), survival.steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const SurvivalStep& step = survival.steps[i];
        EXPECT_NEAR(steps[i].incidence, 1 - step.survival, 1e-14);
        EXPECT_NEAR(std::sqrt(steps[i].variance), step.standard_error, 1e-12);
        EXPECT_NEAR(steps[i].limits.low, 1 - step.limits.high, 1e-12);
    }
}

TEST(AalenJohansen, WithoutCensoringItIsAShareWithItsBinomialError) {
    std::vector<Course> courses;
    for (int t = 1; t <= 20; ++t) courses.push_back({static_cast<double>(t), t % 3 == 0 ? 1 : 2});
    const std::vector<IncidenceStep> steps = aalen_johansen(courses, 1, 0.95);
    EXPECT_NEAR(steps[11].incidence, 4.0 / 20, 1e-14);
    EXPECT_NEAR(steps[11].variance, 0.2 * 0.8 / 20, 1e-14);
    EXPECT_NEAR(steps.back().incidence, 6.0 / 20, 1e-14);
}

TEST(AalenJohansen, KindsAndTheRestAddUpToAll) {
    const std::vector<Course> courses = {{1, 1}, {2, 2}, {2, 0}, {4, 2}, {5, 1, 3}, {6, 0, 1}};
    const auto first = aalen_johansen(courses, 1, 0.95);
    const auto second = aalen_johansen(courses, 2, 0.95);
    std::vector<Wait> any;
    for (const Course& c : courses) any.push_back({c.time, c.kind != 0, c.entry});
    EXPECT_NEAR(first.back().incidence + second.back().incidence,
                1 - kaplan_meier(any, 0.95).at(100), 1e-14);
    EXPECT_TRUE(aalen_johansen({}, 1, 0.95).empty());
}

}  // namespace
}  // namespace vgap::stats
