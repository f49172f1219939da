#include "core/stats/many_groups.hpp"

#include <gtest/gtest.h>

#include "core/stats/two_groups.hpp"

namespace vgap::stats {
namespace {

TEST(ManyGroups, TwoGroupsGiveTheSquareOfT) {
    const Numbers a = {1, 4, 2, 6, 3}, b = {5, 9, 4, 8};
    const ManyGroups many = many_groups({a, b});
    const Welch w = welch(a, b, 0.95);
    EXPECT_NEAR(many.welch_f, w.t * w.t, 1e-12);
    EXPECT_NEAR(many.welch_df2, w.df, 1e-10);
    EXPECT_NEAR(many.welch_p, w.p, 1e-12);
    EXPECT_EQ(many.pairs.size(), 1u);
}

TEST(ManyGroups, AdjustsOnlyWhatIsThere) {
    const Numbers adjusted = holm({0.01, kUndefined, 0.04, 0.03});
    EXPECT_DOUBLE_EQ(adjusted[0], 0.03);
    EXPECT_FALSE(is_defined(adjusted[1]));
    EXPECT_DOUBLE_EQ(adjusted[2], 0.06);
    EXPECT_DOUBLE_EQ(adjusted[3], 0.06);
    const Numbers discovery = benjamini_hochberg({0.01, 0.04, 0.03, 0.9});
    EXPECT_DOUBLE_EQ(discovery[0], 0.04);
    EXPECT_NEAR(discovery[1], 0.04 * 4 / 3, 1e-15);
    EXPECT_NEAR(discovery[2], 0.04 * 4 / 3, 1e-15);
    EXPECT_DOUBLE_EQ(discovery[3], 0.9);
}

TEST(ManyGroups, WithoutSpreadThereIsNoTest) {
    const ManyGroups flat = many_groups({{2, 2}, {2, 2}});
    EXPECT_FALSE(is_defined(flat.anova.f));
    EXPECT_FALSE(is_defined(flat.kruskal_h));
    EXPECT_FALSE(is_defined(flat.welch_f));
    EXPECT_FALSE(is_defined(many_groups({{1, 2}}).anova.f));
    EXPECT_FALSE(is_defined(many_groups({{1}, {2}}).anova.f));
    EXPECT_FALSE(is_defined(many_groups({}).anova.f));
    EXPECT_FALSE(is_defined(many_groups({{1}, {2, 3}}).welch_f));
}

}  // namespace
}  // namespace vgap::stats
