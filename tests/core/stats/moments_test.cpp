#include "core/stats/moments.hpp"

#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "core/stats/alpha.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/summary.hpp"
#include "core/stats/two_groups.hpp"

namespace vgap::stats {
namespace {

using base::Wide;

struct Sums {
    std::vector<Wide> sums, products;
    std::vector<std::vector<std::int64_t>> counts;
};

Columns random_answers(std::size_t k, std::size_t n, std::uint32_t seed) {
    std::mt19937 random(seed);
    Columns columns(k);
    for (std::size_t r = 0; r < n; ++r) {
        const auto common = random() % 4;
        for (Numbers& column : columns)
            column.push_back(real(std::min<std::size_t>(4, common + random() % 3)));
    }
    return columns;
}

Sums sums_of(const Columns& columns) {
    Sums result;
    for (const Numbers& a : columns) {
        Wide sum = 0;
        std::vector<std::int64_t> counts(5);
        for (const double x : a) {
            sum += static_cast<Wide>(x);
            ++counts[static_cast<std::size_t>(x)];
        }
        result.sums.push_back(sum);
        result.counts.push_back(counts);
        for (const Numbers& b : columns) {
            Wide product = 0;
            for (std::size_t r = 0; r < a.size(); ++r) product += static_cast<Wide>(a[r] * b[r]);
            result.products.push_back(product);
        }
    }
    return result;
}

TEST(Moments, SayOfSumsWhatTheNumbersSay) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const std::size_t k = 4, n = 2 + seed * 7;
        const Columns x = random_answers(k, n, seed);
        const Sums sums = sums_of(x);
        const Matrix expected = covariances(x);
        const Matrix found =
            covariances_of(static_cast<std::int64_t>(n), sums.sums, sums.products, Numbers(k, 25));
        for (std::size_t i = 0; i < k; ++i) {
            const Moments moments =
                moments_of(static_cast<std::int64_t>(n), sums.sums[i], sums.products[i * k + i], 1);
            EXPECT_NEAR(moments.mean, mean(x[i]), 1e-13);
            EXPECT_NEAR(moments.variance, variance(x[i]), 1e-12);
            for (std::size_t j = 0; j < k; ++j) {
                EXPECT_NEAR(found(i, j), 625 * expected(i, j), 1e-9);
            }
        }
        const Rwg raw = rwg(x, 2), counted = rwg_of_counts(sums.counts, 2);
        EXPECT_NEAR(raw.rwg, counted.rwg, 1e-12);
        EXPECT_NEAR(raw.ad_mean, counted.ad_mean, 1e-12);
        EXPECT_NEAR(raw.ad_median, counted.ad_median, 1e-12);
    }
}

TEST(Moments, KeepDigitsWhereSumsAreHuge) {
    const std::int64_t n = 1'000'000'000;
    const Wide far = 99'999'999'999;  // half of them here, half one below
    const Wide sum = n / 2 * far + n / 2 * (far - 1);
    const Wide squares = n / 2 * far * far + n / 2 * (far - 1) * (far - 1);
    EXPECT_NEAR(moments_of(n, sum, squares, 1).variance, 0.25, 1e-9);
    EXPECT_EQ(moments_of(n, n * far, n * far * far, 1e-9).variance, 0);
}

TEST(Moments, NothingAndOneHaveNoSpread) {
    EXPECT_FALSE(is_defined(moments_of(0, 0, 0, 1).mean));
    EXPECT_EQ(moments_of(1, 7, 49, 2).mean, 14);
    EXPECT_FALSE(is_defined(moments_of(1, 7, 49, 1).variance));
    EXPECT_FALSE(is_defined(mean_interval(moments_of(1, 7, 49, 1), 0.95).low));
    EXPECT_FALSE(is_defined(rwg_of_counts({{1, 0}}, 1).rwg));
    const Moments one = moments_of(1, 7, 49, 1), many = moments_of(3, 6, 14, 1);
    EXPECT_FALSE(is_defined(welch(one, many, 0.95).t));
    EXPECT_TRUE(is_defined(standardised(one, many, 0.95).g));
}

}  // namespace
}  // namespace vgap::stats
