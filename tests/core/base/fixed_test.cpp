#include "core/base/fixed.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

TEST(Fixed, RoundsToTheNearestBillionthHalvesUp) {
    EXPECT_EQ(to_billionths(0), 0);
    EXPECT_EQ(to_billionths(1), 1'000'000'000);
    EXPECT_EQ(to_billionths(100.0 / 3), 33'333'333'333);
    EXPECT_EQ(to_billionths(-100.0 / 3), -33'333'333'333);
    EXPECT_EQ(to_billionths(0.5e-9), 1);
    EXPECT_EQ(to_billionths(-0.5e-9), 0);
    EXPECT_EQ(to_billionths(-0.6e-9), -1);
    EXPECT_EQ(to_billionths(0.4e-9), 0);
}

TEST(Fixed, GoesThereAndBack) {
    for (const std::int64_t n : {0LL, 1LL, -1LL, 33'333'333'333LL, 99'999'999'999LL,
                                 100'000'000'000LL, -12'345'678'901LL, 999'999'999'999'999LL}) {
        EXPECT_EQ(to_billionths(from_billionths(n)), n);
    }
}

TEST(Fixed, LeavesWhatIsTooLargeForBillionths) {
    EXPECT_EQ(quantised(5.8e24), 5.8e24);
    EXPECT_EQ(quantised(-1e7), -1e7);
}

TEST(Fixed, HasNoMinusZero) {
    EXPECT_FALSE(std::signbit(quantised(-0.0)));
    EXPECT_FALSE(std::signbit(quantised(-1e-12)));
    EXPECT_FALSE(std::signbit(from_billionths(0)));
}

TEST(Fixed, ChangesNothingTheSecondTime) {
    for (const double x : {0.1, 1.0 / 3, 2.0 / 3, 99.999999999, 41.6666666666666}) {
        EXPECT_EQ(quantised(quantised(x)), quantised(x));
        EXPECT_NEAR(quantised(x), x, 0.5e-9);
    }
}

}  // namespace
}  // namespace vgap::base
