#include "core/stats/kappa.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

Matrix table(std::initializer_list<double> cells, std::size_t k) {
    Matrix result(k, k);
    std::copy(cells.begin(), cells.end(), result.data());
    return result;
}

TEST(Kappa, PerfectAgreementHasNoError) {
    const Kappa perfect = kappa(table({10, 0, 0, 0, 5, 0, 0, 0, 7}, 3), linear_weights(3), 0.95);
    EXPECT_EQ(perfect.kappa, 1);
    EXPECT_EQ(perfect.standard_error, 0);
    EXPECT_EQ(perfect.limits.high, 1);
}

TEST(Kappa, EmptyCategoriesOfTheScaleCount) {
    const Kappa three = kappa(table({8, 2, 1, 9}, 2), linear_weights(2), 0.95);
    Matrix wide(3, 3);
    wide(0, 0) = 8, wide(0, 2) = 2, wide(2, 0) = 1, wide(2, 2) = 9;
    EXPECT_NEAR(kappa(wide, linear_weights(3), 0.95).kappa, three.kappa, 1e-14);
    EXPECT_NEAR(kappa(wide, quadratic_weights(3), 0.95).standard_error, three.standard_error,
                1e-14);
}

TEST(Kappa, StaysWhenCountsMultiply) {
    const Matrix once = table({8, 2, 1, 3, 9, 0, 2, 2, 4}, 3);
    Matrix tenfold = once;
    for (std::size_t i = 0; i < 9; ++i) tenfold.data()[i] *= 10;
    const Kappa a = kappa(once, quadratic_weights(3), 0.95);
    const Kappa b = kappa(tenfold, quadratic_weights(3), 0.95);
    EXPECT_NEAR(a.kappa, b.kappa, 1e-14);
    EXPECT_NEAR(a.standard_error, b.standard_error * std::sqrt(10.0), 1e-14);
}

TEST(Kappa, IsNotWhereChanceExplainsAll) {
    EXPECT_FALSE(is_defined(kappa(table({5, 0, 0, 0}, 2), identity(2), 0.95).kappa));
    EXPECT_FALSE(is_defined(kappa(table({0, 0, 0, 0}, 2), identity(2), 0.95).kappa));
    EXPECT_FALSE(is_defined(kappa(table({5}, 1), linear_weights(1), 0.95).kappa));
    EXPECT_FALSE(is_defined(
        kappa(table({5, 1, 1, 5}, 2), weights_of_disagreement(Matrix(2, 2)), 0.95).kappa));
}

}  // namespace
}  // namespace vgap::stats
