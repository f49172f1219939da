#include "core/stats/two_groups.hpp"

#include <gtest/gtest.h>

#include "core/base/philox.hpp"

namespace vgap::stats {
namespace {

Numbers some(std::size_t n, std::uint64_t seed) {
    base::Random random(seed);
    Numbers numbers(n);
    for (double& x : numbers) x = random.below(7);
    return numbers;
}

// Every cell of the dominance matrix.
double slow_delta_variance(const Numbers& x, const Numbers& y) {
    const double n1 = real(x.size()), n2 = real(y.size());
    const auto cell = [](double a, double b) { return a > b ? 1.0 : a < b ? -1.0 : 0.0; };
    double delta = 0;
    for (const double a : x) {
        for (const double b : y) delta += cell(a, b) / (n1 * n2);
    }
    double rows = 0, columns = 0, cells = 0;
    for (const double a : x) {
        double row = 0;
        for (const double b : y) {
            row += cell(a, b) / n2;
            cells += (cell(a, b) - delta) * (cell(a, b) - delta);
        }
        rows += (row - delta) * (row - delta);
    }
    for (const double b : y) {
        double column = 0;
        for (const double a : x) column += cell(a, b) / n1;
        columns += (column - delta) * (column - delta);
    }
    return (n2 * n2 * rows + n1 * n1 * columns - cells) / (n1 * n2 * (n1 - 1) * (n2 - 1));
}

TEST(TwoGroups, DeltaIsUOnAnotherScale) {
    const Numbers x = some(23, 1), y = some(17, 2);
    const Ranked r = ranked(x, y, 0.95);
    EXPECT_NEAR(r.delta, 2 * r.u / (23 * 17) - 1, 1e-14);
    EXPECT_NEAR(r.delta_variance, slow_delta_variance(x, y), 1e-14);
    EXPECT_NEAR(ranked(y, x, 0.95).delta, -r.delta, 1e-15);
    EXPECT_NEAR(ranked(y, x, 0.95).p, r.p, 1e-15);
    EXPECT_NEAR(ranked(y, x, 0.95).delta_limits.low, -r.delta_limits.high, 1e-14);
}

TEST(TwoGroups, EffectLimitsHoldTheEffect) {
    const Standardised s = standardised(some(30, 3), some(12, 4), 0.95);
    EXPECT_LT(s.d_limits.low, s.d);
    EXPECT_GT(s.d_limits.high, s.d);
    EXPECT_LT(std::fabs(s.g), std::fabs(s.d));
}

TEST(TwoGroups, WhatNeedsMoreIsUndefined) {
    EXPECT_FALSE(is_defined(welch(Numbers{1}, Numbers{2, 3}, 0.95).t));
    EXPECT_FALSE(is_defined(welch(Numbers{1, 1}, Numbers{2, 2}, 0.95).t));
    EXPECT_TRUE(is_defined(welch(Numbers{1, 1}, Numbers{2, 3}, 0.95).p));
    EXPECT_FALSE(is_defined(standardised(Numbers{1}, Numbers{2}, 0.95).d));
    EXPECT_TRUE(is_defined(standardised(Numbers{1}, Numbers{2, 3}, 0.95).d));
    EXPECT_FALSE(is_defined(ranked({}, Numbers{2}, 0.95).u));
    EXPECT_EQ(ranked(Numbers{2}, Numbers{1}, 0.95).delta, 1);
    EXPECT_FALSE(is_defined(ranked(Numbers{1, 1}, Numbers{1, 1}, 0.95).p));
    EXPECT_EQ(ranked(Numbers{1, 2}, Numbers{1, 2}, 0.95).p, 1);
}

}  // namespace
}  // namespace vgap::stats
