#include "core/stats/percentile.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(Percentile, TiesStandInTheMiddle) {
    const Numbers sorted = {1, 2, 2, 2, 9};
    EXPECT_EQ(percentile_rank(sorted, 2), 50);
    EXPECT_EQ(percentile_rank(sorted, 0), 0);
    EXPECT_EQ(percentile_rank(sorted, 5), 80);
    EXPECT_EQ(percentile_rank(sorted, 10), 100);
    EXPECT_FALSE(is_defined(percentile_rank({}, 1)));
}

TEST(Percentile, QuantilesGoBetween) {
    EXPECT_EQ(quantile({1, 2, 4}, 0), 1);
    EXPECT_EQ(quantile({1, 2, 4}, 0.75), 3);
    EXPECT_EQ(quantile({1, 2, 4}, 1), 4);
    EXPECT_EQ(quantile({5}, 0.3), 5);
    EXPECT_FALSE(is_defined(quantile({}, 0.5)));
}

}  // namespace
}  // namespace vgap::stats
