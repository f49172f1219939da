#include "core/stats/summary.hpp"

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

TEST(Summary, TellsNothingOfNothing) {
    EXPECT_FALSE(is_defined(mean({})));
    EXPECT_FALSE(is_defined(median({})));
    EXPECT_FALSE(is_defined(variance(Numbers{3})));
    EXPECT_EQ(mean(Numbers{3}), 3);
}

TEST(Summary, ConstantsHaveNoSpreadWhateverTheirSize) {
    EXPECT_EQ(variance(Numbers(7, 0.1)), 0);
    EXPECT_EQ(variance(Numbers(1000, 1e9 / 3)), 0);
    const Columns columns = {Numbers(5, 0.1), {1, 2, 3, 4, 6}};
    const Matrix c = covariances(columns);
    EXPECT_EQ(c(0, 1), 0);
    EXPECT_FALSE(is_defined(correlations(c)(0, 1)));
    EXPECT_FALSE(is_defined(correlations(c)(0, 0)));
    EXPECT_EQ(correlations(c)(1, 1), 1);
}

TEST(Summary, KeepsDigitsFarFromZero) {
    const Numbers far = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
    EXPECT_DOUBLE_EQ(variance(far), 30);
    EXPECT_DOUBLE_EQ(median(far), 1e9 + 10);
}

TEST(Summary, LeavesMissingOut) {
    EXPECT_EQ(present(Numbers{1, kUndefined, 3}), (Numbers{1, 3}));
    EXPECT_EQ(complete_rows({{1, kUndefined, 3}, {4, 5, kUndefined}}), (Columns{{1}, {4}}));
    EXPECT_FALSE(is_defined(ratio(0, 0)));
    EXPECT_FALSE(is_defined(ratio(1, 0)));
}

}  // namespace
}  // namespace vgap::stats
