#include "core/stats/log_rank.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(LogRank, AlikeGroupsDoNotDiffer) {
    const std::vector<Wait> waits = {{1, true}, {3, false}, {4, true}, {9, true}};
    const LogRank test = log_rank({waits, waits});
    EXPECT_NEAR(test.chi_squared, 0, 1e-14);
    EXPECT_NEAR(test.p, 1, 1e-7);
    EXPECT_DOUBLE_EQ(test.observed[0], test.expected[0]);
}

TEST(LogRank, ObservedAndExpectedAddUp) {
    const LogRank test =
        log_rank({{{1, true}, {4, true}}, {{2, true}, {2, false}}, {{3, true}, {8, false}}});
    EXPECT_EQ(test.df, 2);
    EXPECT_NEAR(test.expected[0] + test.expected[1] + test.expected[2], 4, 1e-14);
    EXPECT_GT(test.p, 0);
}

TEST(LogRank, NeedsTwoGroupsAtRisk) {
    EXPECT_FALSE(is_defined(log_rank({}).chi_squared));
    EXPECT_FALSE(is_defined(log_rank({{{1, true}}}).chi_squared));
    EXPECT_FALSE(is_defined(log_rank({{{1, false}}, {{2, false}}}).chi_squared));
    // Gone before the first event.
    EXPECT_FALSE(is_defined(log_rank({{{1, false}}, {{2, true}, {3, true}}}).chi_squared));
}

}  // namespace
}  // namespace vgap::stats
