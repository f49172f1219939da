#include "core/stats/alpha.hpp"

#include <gtest/gtest.h>

#include "core/stats/summary.hpp"
#include "tests/core/stats/scales.hpp"

namespace vgap::stats {
namespace {

Alpha of(const Columns& items) {
    return alpha_of(covariances(items), items.front().size(), 0.95);
}

TEST(Alpha, StaysWhenRowsRepeatAndWhenAllItemsAreReversed) {
    const Columns items = some_items(5, 40);
    const Alpha once = of(items);
    const Alpha thrice = of(repeated(items, 3));
    EXPECT_NEAR(once.alpha, thrice.alpha, 1e-12);
    EXPECT_NEAR(once.item_total_corrected[2], thrice.item_total_corrected[2], 1e-12);
    Columns reversed = items;
    for (Numbers& item : reversed) {
        for (double& x : item) x = 6 - x;
    }
    EXPECT_NEAR(once.alpha, of(reversed).alpha, 1e-12);
    EXPECT_LE(once.feldt.low, once.alpha);
    EXPECT_GE(once.feldt.high, once.alpha);
}

TEST(Alpha, OfParallelItemsIsOne) {
    const Numbers item = {1, 2, 3, 5};
    const Alpha alpha = of({item, item, item});
    EXPECT_NEAR(alpha.alpha, 1, 1e-15);
    EXPECT_NEAR(alpha.sem, 0, 1e-7);
}

TEST(Alpha, MayBeNegativeOrNotBe) {
    EXPECT_LT(of({{1, 2, 3, 4}, {4, 3, 1, 2}}).alpha, 0);
    const Alpha opposed = of({{1, 2, 3, 4}, {4, 3, 2, 1}});  // the total never varies
    EXPECT_FALSE(is_defined(opposed.alpha));
    EXPECT_FALSE(is_defined(opposed.item_total[0]));
    EXPECT_FALSE(is_defined(of({{1, 2, 3}}).alpha));
    EXPECT_FALSE(is_defined(of({{1}, {2}}).alpha));
    const Alpha constant = of({{1, 2, 3}, {2, 2, 2}, {1, 3, 3}});
    EXPECT_TRUE(is_defined(constant.alpha));
    EXPECT_FALSE(is_defined(constant.standardised));
    EXPECT_FALSE(is_defined(constant.item_total_corrected[1]));
    EXPECT_TRUE(is_defined(constant.item_total_corrected[0]));
}

TEST(Alpha, TwoItemsHaveNothingLeftWithoutOne) {
    const Alpha alpha = of(some_items(2, 20));
    EXPECT_FALSE(is_defined(alpha.if_deleted[0]));
    EXPECT_NEAR(alpha.item_total_corrected[0], alpha.item_total_corrected[1], 1e-14);
}

}  // namespace
}  // namespace vgap::stats
