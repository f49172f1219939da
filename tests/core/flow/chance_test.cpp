#include "core/flow/chance.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/philox.hpp"

namespace vgap::flow {
namespace {

double binomial(int n, int x, double p) {
    return std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) +
                    x * std::log(p) + (n - x) * std::log1p(-p));
}

// The smallest u that draws more than x, found by halving, is P(X <= x).
double up_to(Chance& chance, std::uint32_t n, std::uint32_t x) {
    std::uint64_t low = 0;
    std::uint64_t high = kSure;
    while (low < high) {
        const std::uint64_t middle = (low + high) / 2;
        if (chance.draw(n, static_cast<std::uint32_t>(middle)) <= x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return static_cast<double>(low) / static_cast<double>(kSure);
}

TEST(Chance, IsBinomial) {
    for (const double p : {0.001, 0.25, 0.5, 0.9}) {
        Chance chance(quantised_chance(p));
        for (const std::uint32_t n : {1u, 2u, 7u, 60u, 1024u}) {
            double sum = 0;
            for (std::uint32_t x = 0; x <= n; ++x) {
                sum += binomial(static_cast<int>(n), static_cast<int>(x), p);
                if (n > 60 && x % 50 != 0) continue;
                EXPECT_NEAR(up_to(chance, n, x), std::fmin(1, sum), 1e-6) << n << " " << p;
            }
        }
    }
}

// What walks with common random numbers are compared by.
TEST(Chance, MorePeopleGiveAsManyOrOneMoreAndHigherChancesNoFewer) {
    base::Random random(3);
    Chance lower(quantised_chance(0.2));
    Chance higher(quantised_chance(0.22));
    for (int i = 0; i < 200'000; ++i) {
        const std::uint32_t n = random.below(3000);  // blocks too
        const std::uint64_t stream = random.next();
        const auto draw = [&](Chance& chance, std::uint32_t people) {
            base::Random words(5, stream);
            const std::uint32_t first = words.next();
            return chance.draw(people, first, [&] { return words.next(); });
        };
        const std::uint32_t here = draw(lower, n);
        const std::uint32_t one_more = draw(lower, n + 1);
        ASSERT_TRUE(one_more == here || one_more == here + 1) << n;
        ASSERT_GE(draw(higher, n), here) << n;
        ASSERT_LE(here, n);
    }
}

TEST(Chance, OfNothingAndOfCertainty) {
    const auto never = [] { return 0u; };
    Chance none(0);
    Chance sure(kSure);
    EXPECT_EQ(none.draw(100'000, 0xFFFFFFFF, never), 0);
    EXPECT_EQ(sure.draw(100'000, 0, never), 100'000);
    EXPECT_EQ(quantised_chance(-1), 0u);
    EXPECT_EQ(quantised_chance(std::nan("")), 0u);
    EXPECT_EQ(quantised_chance(2), kSure);
    Chance rare(1);
    EXPECT_EQ(rare.draw(1, 0xFFFFFFFE, never), 0u);
    EXPECT_EQ(rare.draw(1, 0xFFFFFFFF, never), 1u);
    Chance nearly(kSure - 1);
    EXPECT_EQ(nearly.draw(1024, 1u << 31, never), 1024u);
    EXPECT_EQ(nearly.draw(1, 0, never), 0u);
}

// Each of the first 16 bits, with further ones below and above.
TEST(Chance, ThoseOfARowAreThoseDrawnAlone) {
    base::Random random(8);
    for (const double p : {1e-6, 0.013, 0.125, 0.5, 0.97}) {
        Chance chance(quantised_chance(p));
        Chance alone(quantised_chance(p));
        for (const std::int32_t n : {0, 1, 3, 20, 121, 1024}) {
            for (std::uint32_t u = 0; u <= 0xFFFF; u += 1 + random.below(n < 100 ? 7 : 3)) {
                const std::uint32_t further = random.next() >> 16;
                const std::int32_t people[] = {n, n, 1, n};
                const std::uint32_t high[] = {u << 16 | 0xABCD, 0, u << 16, 0xFFFF0000};
                const std::uint32_t low[] = {0xABCD0000 | u, 0, u, 0xFFFF};
                const auto more = [&](std::size_t) { return further; };
                std::int32_t x[4], y[4];
                chance.draw_row(people, high, 16, 4, x, more);
                chance.draw_row(people, low, 0, 4, y, more);
                for (std::size_t at = 0; at < 4; ++at) {
                    const std::uint32_t whole = (high[at] & 0xFFFF0000) | further;
                    const auto each = static_cast<std::uint32_t>(people[at]);
                    ASSERT_EQ(static_cast<std::uint32_t>(x[at]), alone.draw(each, whole)) << n << u;
                    ASSERT_EQ(y[at], x[at]);
                }
            }
        }
    }
}

TEST(Gap, ThoseOfABlockAreThoseDrawnAlone) {
    constexpr std::size_t kApart = 11;  // of the rows
    base::Random random(9);
    for (const double p : {1.0 / 128, 0.0153, 0.4, 0.999, 1.0}) {
        const Gap gap(quantised_chance(p));
        for (std::uint32_t u = 0; u <= 0xFFFF; u += 29) {
            const std::uint32_t further = random.next() >> 16;
            std::uint32_t words[4 * kApart];
            for (std::uint32_t at = 0; at < 4 * kApart; ++at) {
                words[at] = ((u + at) & 0xFFFF) << 16 | (at % 2 == 0 ? 0xFFFF : 0);
            }
            std::int32_t gaps[Gap::kAtOnce];
            gap.draw_block(words, kApart, gaps, [&](std::size_t at) {
                return further ^ static_cast<std::uint32_t>(at);
            });
            for (std::uint32_t at = 0; at < Gap::kAtOnce; ++at) {
                const std::uint32_t whole =
                    (words[at / 8 * kApart + at % 8] & 0xFFFF0000) | (further ^ at);
                ASSERT_EQ(static_cast<std::uint32_t>(gaps[at]), gap.draw(whole)) << p << " " << u;
            }
        }
    }
}

TEST(Gap, IsGeometric) {
    const Gap gap(kSure / 32);
    double mean = 0;
    int over_hundred = 0;
    constexpr int kDraws = 1 << 16;
    for (std::uint32_t i = 0; i < kDraws; ++i) {
        const std::uint32_t g = gap.draw((i << 16) + (1u << 15));
        mean += g;
        if (g > 100) ++over_hundred;
    }
    EXPECT_NEAR(mean / kDraws, 32, 0.02);
    EXPECT_NEAR(1.0 * over_hundred / kDraws, std::pow(31.0 / 32, 100), 1e-4);
    EXPECT_EQ(gap.draw(0), 1u);
    EXPECT_EQ(Gap(kSure).draw(0xFFFFFFFF), 1u);
}

}  // namespace
}  // namespace vgap::flow
