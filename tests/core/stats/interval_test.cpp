#include "core/stats/interval.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(Interval, WilsonMirrors) {
    for (const Continuity continuity : {Continuity::kPlain, Continuity::kCorrected}) {
        for (double n = 1; n < 30; ++n) {
            for (double x = 0; x <= n; ++x) {
                for (const double confidence : {0.5, 0.95, 0.999}) {
                    const Interval a = wilson(x, n, confidence, continuity);
                    const Interval b = wilson(n - x, n, confidence, continuity);
                    EXPECT_NEAR(a.low, 1 - b.high, 1e-13);
                    EXPECT_LE(a.low, x / n);
                    EXPECT_GE(a.high, x / n);
                }
            }
        }
    }
}

TEST(Interval, WilsonIsExactAtTheEnds) {
    EXPECT_EQ(wilson(0, 9, 0.95, Continuity::kPlain).low, 0);
    EXPECT_EQ(wilson(9, 9, 0.95, Continuity::kCorrected).high, 1);
    EXPECT_FALSE(is_defined(wilson(0, 0, 0.95, Continuity::kPlain).low));
}

TEST(Interval, NewcombeTurnsWithItsGroups) {
    const Interval a = newcombe(7, 10, 2, 30, 0.95, Continuity::kPlain);
    const Interval b = newcombe(2, 30, 7, 10, 0.95, Continuity::kPlain);
    EXPECT_DOUBLE_EQ(a.low, -b.high);
    EXPECT_DOUBLE_EQ(a.high, -b.low);
    EXPECT_FALSE(is_defined(newcombe(0, 0, 1, 2, 0.95, Continuity::kPlain).low));
}

TEST(Interval, OfAMeanNeedsAnError) {
    EXPECT_FALSE(is_defined(t_interval(3, kUndefined, 4, 0.95).low));
    EXPECT_FALSE(is_defined(t_interval(3, 1, 0, 0.95).high));
    EXPECT_EQ(t_interval(3, 0, 4, 0.95).low, 3);
}

}  // namespace
}  // namespace vgap::stats
