#include "core/base/four.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

// Of fours, and of eights where this processor has registers for them.
TEST(Four, PhiloxIsThatOfEachAlone) {
    constexpr std::size_t kStreams = 16;
    Random random(6);
    for (int i = 0; i < 200; ++i) {
        const PhiloxKey key = {random.next(), random.next()};
        const std::uint32_t number = random.next();
        const std::uint32_t turn = random.next();
        const std::uint32_t high = random.next();
        const PhiloxFour<7> four(key);
        PhiloxStreams streams[kStreams / 4];
        std::uint32_t low[kStreams];
        for (std::size_t at = 0; at < kStreams; ++at) low[at] = random.next();
        for (std::size_t at = 0; at < kStreams; at += 4) {
            streams[at / 4] = four.streams(load_four<FourWords>(low + at), turn);
        }
        std::uint32_t found[4][kStreams], by_fours[4][kStreams];
        four.rows(four.number(number, high), streams, kStreams, found[0], kStreams);
        four.by_fours(four.number(number, high), streams, kStreams, by_fours[0], kStreams);
        for (std::size_t at = 0; at < kStreams; ++at) {
            const PhiloxBlock alone = philox<7>({number, turn, low[at], high}, key);
            for (std::size_t w = 0; w < 4; ++w) {
                EXPECT_EQ(found[w][at], alone[w]);
                EXPECT_EQ(by_fours[w][at], alone[w]);
            }
        }
    }
}

TEST(Four, LargerSmallerAnyAndWhich) {
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
        EXPECT_EQ(which(one), 1u << at);
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
