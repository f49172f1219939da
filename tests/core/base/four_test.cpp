#include "core/base/four.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

TEST(Four, PhiloxIsThatOfEachAlone) {
    Random random(6);
    for (int i = 0; i < 200; ++i) {
        const PhiloxKey key = {random.next(), random.next()};
        const std::uint32_t number = random.next();
        const std::uint32_t turn = random.next();
        const std::uint32_t high = random.next();
        const FourWords low = {random.next(), random.next(), random.next(), random.next()};
        const PhiloxFour<7> four(key);
        const PhiloxBlocks found = four(four.number(number, high), four.streams(low, turn));
        for (int at = 0; at < 4; ++at) {
            const PhiloxBlock alone = philox<7>({number, turn, low[at], high}, key);
            for (std::size_t w = 0; w < 4; ++w) EXPECT_EQ(found.words[w][at], alone[w]);
        }
    }
}

TEST(Four, LargerSmallerAndAny) {
    const Four a = {-5, 7, INT32_MAX, 0};
    const Four b = {-6, 8, INT32_MIN, 0};
    const Four most = larger(a, b);
    const Four least = smaller(a, b);
    for (int at = 0; at < 4; ++at) {
        EXPECT_EQ(most[at], std::max<std::int32_t>(a[at], b[at]));
        EXPECT_EQ(least[at], std::min<std::int32_t>(a[at], b[at]));
        Four one = four(0);
        EXPECT_FALSE(any(one));
        one[at] = -1;
        EXPECT_TRUE(any(one));
    }
}

TEST(Four, EightSmallOnesAreTheNearest) {
    const Four a = {0, 7, 32767, 32768};
    const Four b = {-1, INT32_MIN, 40'000, INT32_MAX};
    const Eight all = narrow(a, b);
    const std::int16_t wanted[] = {0, 7, 32767, 32767, -1, -32768, 32767, 32767};
    for (int at = 0; at < 8; ++at) EXPECT_EQ(all[at], wanted[at]);
    const Eight some = {0, 1, 2, 3, 4, 300, 32767, 5};
    for (int at = 0; at < 4; ++at) {
        EXPECT_EQ(front_of(some)[at], some[at]);
        EXPECT_EQ(back_of(some)[at], some[at + 4]);
    }
}

}  // namespace
}  // namespace vgap::base
