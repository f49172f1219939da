#include "core/stats/hierarchical.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(Hierarchical, GroupsOfOneSizeAndOneMean) {
    const Hierarchical h = hierarchical({{1, 2, 3}, {2, 2, 2}, {0, 2, 4}}, 0.95);
    EXPECT_EQ(h.n0, 3);
    EXPECT_EQ(h.kish, 1);
    EXPECT_EQ(h.mean_of_means, 2);
    EXPECT_EQ(h.mean_of_means_limits.low, 2);
    EXPECT_LT(h.icc1, 0);  // not cut off
    EXPECT_EQ(h.cluster_error, 0);
}

TEST(Hierarchical, OneGroupOrOneEach) {
    const Hierarchical one = hierarchical({{1, 2, 3}}, 0.95);
    EXPECT_EQ(one.pooled_mean, 2);
    EXPECT_FALSE(is_defined(one.icc1));
    EXPECT_FALSE(is_defined(one.cluster_error));
    EXPECT_FALSE(is_defined(one.mean_of_means_limits.low));
    const Hierarchical each = hierarchical({{1}, {2}, {4}}, 0.95);
    EXPECT_FALSE(is_defined(each.icc1));
    EXPECT_TRUE(is_defined(each.cluster_error));
    EXPECT_FALSE(is_defined(hierarchical({}, 0.95).pooled_mean));
}

TEST(Hierarchical, NothingWithinIsAllBetween) {
    EXPECT_EQ(hierarchical({{1, 1}, {3, 3}}, 0.95).icc1, 1);
}

}  // namespace
}  // namespace vgap::stats
