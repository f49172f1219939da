#include "core/stats/rwg.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(Rwg, GoesFromNoneToFull) {
    const double null_variance = uniform_null(5);
    EXPECT_EQ(null_variance, 2);
    EXPECT_EQ(rwg({{3, 3, 3}, {4, 4, 4}}, null_variance).rwg, 1);
    const Rwg opposed = rwg({{1, 5}, {5, 1}}, null_variance);
    EXPECT_EQ(opposed.rwg, 0);
    EXPECT_EQ(opposed.ad_mean, 2);
    EXPECT_FALSE(is_defined(rwg({{3}, {4}}, null_variance).rwg));
    EXPECT_FALSE(is_defined(rwg({{}, {}}, null_variance).ad_mean));
}

TEST(Rwg, OfOneItemIsOneMinusTheShareOfTheNull) {
    EXPECT_DOUBLE_EQ(rwg({{2, 3, 4}}, 2).rwg, 0.5);
    EXPECT_DOUBLE_EQ(rwg({{2, 3, 4}}, 2).ad_median, 2.0 / 3);
}

}  // namespace
}  // namespace vgap::stats
