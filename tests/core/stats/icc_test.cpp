#include "core/stats/icc.hpp"

#include <gtest/gtest.h>

#include "core/stats/alpha.hpp"
#include "core/stats/summary.hpp"
#include "tests/core/stats/scales.hpp"

namespace vgap::stats {
namespace {

TEST(Icc, ConsistencyOfTheMeanIsAlphaOfTheRaters) {
    const Columns raters = some_items(4, 25);
    const Icc result = icc(raters, 0.95);
    const Alpha alpha = alpha_of(covariances(raters), 25, 0.95);
    EXPECT_NEAR(result.three_k.estimate, alpha.alpha, 1e-12);
    EXPECT_NEAR(result.three_k.limits.low, alpha.feldt.low, 1e-10);
}

TEST(Icc, AveragesStepUpSingles) {
    const Icc result = icc(some_items(3, 30), 0.9);
    EXPECT_NEAR(spearman_brown(result.one_1.estimate, 3), result.one_k.estimate, 1e-13);
    EXPECT_NEAR(spearman_brown(result.two_1.estimate, 3), result.two_k.estimate, 1e-13);
    EXPECT_LT(result.two_1.limits.low, result.two_1.estimate);
    EXPECT_GT(result.two_1.limits.high, result.two_1.estimate);
}

TEST(Icc, PerfectConsistencyHasNoF) {
    const Icc result = icc({{1, 2, 4}, {2, 3, 5}}, 0.95);
    EXPECT_EQ(result.ms_error, 0);
    EXPECT_EQ(result.three_1.estimate, 1);
    EXPECT_LT(result.two_1.estimate, 1);
    EXPECT_FALSE(is_defined(result.two_way.f));
    EXPECT_FALSE(is_defined(result.three_1.limits.low));
}

TEST(Icc, NeedsTwoOfEach) {
    EXPECT_FALSE(is_defined(icc({{1, 2, 3}}, 0.95).one_1.estimate));
    EXPECT_FALSE(is_defined(icc({{1}, {2}}, 0.95).one_1.estimate));
    EXPECT_FALSE(is_defined(icc({{2, 2}, {2, 2}}, 0.95).one_1.estimate));
}

}  // namespace
}  // namespace vgap::stats
