#include "core/stats/omega.hpp"

#include <gtest/gtest.h>

#include "core/stats/summary.hpp"
#include "tests/core/stats/scales.hpp"

namespace vgap::stats {
namespace {

Matrix one_factor(const Numbers& loadings, const Numbers& deviations) {
    Matrix c(loadings.size(), loadings.size());
    for (std::size_t i = 0; i < loadings.size(); ++i) {
        for (std::size_t j = 0; j < loadings.size(); ++j) {
            c(i, j) = deviations[i] * deviations[j] * (i == j ? 1 : loadings[i] * loadings[j]);
        }
    }
    return c;
}

TEST(Omega, FindsTheModelThatMadeTheMatrix) {
    const Numbers loadings = {0.8, 0.3, 0.95, -0.4, 0.6};
    const Numbers deviations = {1, 2, 0.5, 3, 10};
    const Omega omega = omega_total(one_factor(loadings, deviations));
    double sum = 0, unique = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(omega.loadings[i], loadings[i], 1e-8);
        EXPECT_NEAR(omega.uniquenesses[i], 1 - loadings[i] * loadings[i], 1e-8);
        sum += deviations[i] * loadings[i];
        unique += deviations[i] * deviations[i] * (1 - loadings[i] * loadings[i]);
    }
    EXPECT_NEAR(omega.omega, sum * sum / (sum * sum + unique), 1e-9);
    EXPECT_FALSE(omega.heywood);
}

TEST(Omega, ThreeItemsHaveAClosedForm) {
    Matrix r = identity(3);
    r(0, 1) = r(1, 0) = 0.5;
    r(0, 2) = r(2, 0) = 0.4;
    r(1, 2) = r(2, 1) = 0.3;
    EXPECT_NEAR(omega_total(r).loadings[0], std::sqrt(0.5 * 0.4 / 0.3), 1e-8);
}

// 0.9 · 0.8 / 0.5 > 1: the first item would have to be more than the whole factor.
TEST(Omega, FlagsHeywood) {
    Matrix r = identity(3);
    r(0, 1) = r(1, 0) = 0.9;
    r(0, 2) = r(2, 0) = 0.8;
    r(1, 2) = r(2, 1) = 0.5;
    const Omega omega = omega_total(r);
    ASSERT_EQ(omega.heywood, 0u);
    EXPECT_EQ(omega.uniquenesses[0], 0);
    EXPECT_EQ(omega.loadings[0], 1);
    EXPECT_NEAR(omega.loadings[1], 0.9, 1e-15);
    EXPECT_NEAR(omega.omega, 2.7 * 2.7 / (2.7 * 2.7 + 0.19 + 0.36), 1e-12);
}

TEST(Omega, StaysWhenRowsRepeat) {
    const Columns items = some_items(6, 60);
    EXPECT_NEAR(omega_total(covariances(items)).omega,
                omega_total(covariances(repeated(items, 4))).omega, 1e-8);
}

TEST(Omega, WorksWithFewerRowsThanItems) {
    const Omega omega = omega_total(covariances(some_items(12, 8)));
    EXPECT_TRUE(omega.why == NoFactor::kNone || omega.why == NoFactor::kCollinear);
}

TEST(Omega, SaysWhatIsInItsWay) {
    const Numbers a = {1, 2, 3, 5}, b = {2, 1, 4, 4}, c = {3, 3, 1, 5};
    EXPECT_EQ(omega_total(covariances({a, b})).why, NoFactor::kTooFewItems);
    EXPECT_EQ(omega_total(covariances({a, b, {1, 1, 1, 1}})).why, NoFactor::kConstantItem);
    EXPECT_EQ(omega_total(covariances({a, b, c, a})).why, NoFactor::kCollinear);
    EXPECT_EQ(omega_total(covariances({{1}, {2}, {3}})).why, NoFactor::kTooFewRows);
    EXPECT_FALSE(is_defined(omega_total(covariances({a, b})).omega));
}

}  // namespace
}  // namespace vgap::stats
