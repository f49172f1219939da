#include "core/stats/bootstrap.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/stats/alpha.hpp"
#include "core/stats/summary.hpp"
#include "tests/core/stats/scales.hpp"

namespace vgap::stats {
namespace {

TEST(Bootstrap, TheFirstReplicatesStayWhenMoreAreDrawn) {
    const Numbers numbers = {1, 2, 4, 8, 16};
    Numbers few = bootstrap_means(numbers, 3, 50);
    const Numbers many = bootstrap_means(numbers, 3, 500);
    EXPECT_TRUE(std::includes(many.begin(), many.end(), few.begin(), few.end()));
    EXPECT_NE(many, bootstrap_means(numbers, 4, 500));
}

TEST(Bootstrap, SpreadOfMeansIsItsExactError) {
    const Numbers numbers = some_items(1, 40)[0];
    EXPECT_NEAR(deviation(bootstrap_means(numbers, 1, 20000)), bootstrap_error_of_mean(numbers),
                0.01 * bootstrap_error_of_mean(numbers));
}

TEST(Bootstrap, AlphasLieAroundAlpha) {
    const Columns items = some_items(4, 60);
    const Numbers alphas = bootstrap_alphas(items, 1, 2000);
    const Interval limits = percentile_interval(alphas, 0.95);
    const double alpha = alpha_of(covariances(items), 60, 0.95).alpha;
    EXPECT_LT(limits.low, alpha);
    EXPECT_GT(limits.high, alpha);
    EXPECT_NEAR(mean(alphas), alpha, 0.02);
}

TEST(Bootstrap, NothingComesOfNothing) {
    EXPECT_TRUE(bootstrap_means({}, 1, 10).empty());
    EXPECT_TRUE(bootstrap_alphas({{1, 2, 3}}, 1, 10).empty());
    EXPECT_TRUE(bootstrap_alphas({{2, 2}, {2, 2}}, 1, 10).empty());
    EXPECT_FALSE(is_defined(percentile_interval({}, 0.95).low));
    EXPECT_FALSE(is_defined(bootstrap_error_of_mean({})));
    EXPECT_FALSE(is_defined(acceleration_of_mean(Numbers{2, 2})));
    EXPECT_EQ(bootstrap_means(Numbers{5}, 1, 3), (Numbers{5, 5, 5}));
}

}  // namespace
}  // namespace vgap::stats
