#include "core/base/philox.hpp"

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

// The known answers published with Random123.
TEST(Philox, GivesThePublishedBlocks) {
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
              (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}),
              (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    EXPECT_EQ(philox<7>({0, 0, 0, 0}, {0, 0}),
              (PhiloxBlock{0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48}));
    EXPECT_EQ(philox<7>({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}),
              (PhiloxBlock{0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662}));
}

TEST(Philox, StreamsOfOneSeedDiffer) {
    Random first(1, 0), second(1, 1), again(1, 0);
    const std::uint32_t draw = first.next();
    EXPECT_NE(draw, second.next());
    EXPECT_EQ(draw, again.next());
}

TEST(Philox, BelowReachesEveryNumberAboutAsOften) {
    constexpr std::uint32_t kSides = 6;
    constexpr int kThrows = 60000;
    std::array<int, kSides> seen{};
    Random random(7);
    for (int i = 0; i < kThrows; ++i) ++seen.at(random.below(kSides));
    double chi_squared = 0;
    for (const int n : seen) chi_squared += (n - 10000.0) * (n - 10000.0) / 10000.0;
    EXPECT_LT(chi_squared, 20.5);  // the 0.999 quantile for five degrees
    EXPECT_EQ(random.below(1), 0u);
}

TEST(Philox, UnitLiesBelowOne) {
    Random random(3);
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double u = random.unit();
        ASSERT_GE(u, 0);
        ASSERT_LT(u, 1);
        sum += u;
    }
    EXPECT_NEAR(sum / 10000, 0.5, 0.02);
}

}  // namespace
}  // namespace vgap::base
