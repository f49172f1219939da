#include "core/stats/split_half.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/stats/alpha.hpp"
#include "core/stats/summary.hpp"
#include "tests/core/stats/scales.hpp"

namespace vgap::stats {
namespace {

TEST(SplitHalf, MeanOverEvenSplitsIsAlpha) {
    const Matrix c = covariances(some_items(8, 50));
    const AllSplits all = all_splits(c);
    EXPECT_EQ(all.count, 35);
    EXPECT_NEAR(all.mean, alpha_of(c, 50, 0.95).alpha, 1e-12);
}

// Every split by brute force: bit masks.
TEST(SplitHalf, FindsLeastAndMost) {
    for (const std::size_t k : {2u, 3u, 5u, 6u, 7u}) {
        const Matrix c = covariances(some_items(k, 30, k));
        double least = 2, most = -2, sum = 0, count = 0;
        for (unsigned mask = 0; mask < (1u << k); ++mask) {
            std::vector<bool> in_first(k);
            std::size_t size = 0;
            for (std::size_t i = 0; i < k; ++i) {
                in_first[i] = (mask >> i & 1u) != 0;
                if (in_first[i]) ++size;
            }
            if (size != k / 2 || (k % 2 == 0 && !in_first[0])) continue;
            const double guttman = split_half(c, in_first).guttman;
            least = std::min(least, guttman);
            most = std::max(most, guttman);
            sum += guttman;
            ++count;
        }
        const AllSplits all = all_splits(c);
        EXPECT_EQ(all.count, count) << k;
        EXPECT_NEAR(all.least, least, 1e-12) << k;
        EXPECT_NEAR(all.most, most, 1e-12) << k;
        EXPECT_NEAR(all.mean, sum / count, 1e-12) << k;
    }
}

TEST(SplitHalf, DefinesNothingWithoutSpread) {
    const SplitHalf half = split_half(covariances({{1, 1, 1}, {1, 2, 3}}), odd_items(2));
    EXPECT_FALSE(is_defined(half.correlation));
    EXPECT_EQ(half.guttman, 0);
    EXPECT_EQ(first_items(5), (std::vector<bool>{true, true, true, false, false}));
    EXPECT_EQ(odd_items(4), (std::vector<bool>{true, false, true, false}));
}

TEST(SplitHalf, SaysTheMeanOfManyItemsWithoutSearching) {
    const AllSplits all = all_splits(covariances(some_items(40, 60)));
    EXPECT_TRUE(is_defined(all.mean));
    EXPECT_FALSE(is_defined(all.least));
}

}  // namespace
}  // namespace vgap::stats
