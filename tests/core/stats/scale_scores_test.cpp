#include "core/stats/scale_scores.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(ScaleScores, WeighsWhatIsThere) {
    const Columns columns = {{1, kUndefined, kUndefined}, {4, 2, kUndefined}};
    const Numbers once = weighted_means(columns, {2, 1}, 1);
    EXPECT_EQ(once[0], 2);
    EXPECT_EQ(once[1], 2);
    EXPECT_FALSE(is_defined(once[2]));
    EXPECT_FALSE(is_defined(weighted_means(columns, {2, 1}, 2)[1]));
    EXPECT_FALSE(is_defined(weighted_means(columns, {2, 0}, 1)[1]));  // all that is there weighs 0
    EXPECT_FALSE(is_defined(weighted_means(columns, {1, 1}, 0)[2]));
}

TEST(ScaleScores, GroupsOfNoneOneAndMore) {
    EXPECT_EQ(group_of({kUndefined}, 0.95).n, 0u);
    EXPECT_FALSE(is_defined(group_of({kUndefined}, 0.95).mean));
    EXPECT_EQ(group_of({3, kUndefined}, 0.95).mean, 3);
    EXPECT_FALSE(is_defined(group_of({3}, 0.95).limits.low));
    EXPECT_EQ(group_of({3, 3}, 0.95).limits.high, 3);
}

TEST(ScaleScores, TurnsScalesAround) {
    const Scale scale = {1, 5};
    EXPECT_EQ(scale.reversed(2), 4);
    EXPECT_EQ(scale.percent(2), 25);
    EXPECT_FALSE(is_defined(Scale{1, 1}.percent(1)));
}

}  // namespace
}  // namespace vgap::stats
