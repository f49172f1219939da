#include "core/stats/matrix.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace vgap::stats {
namespace {

Matrix sample() {
    Matrix a(3, 3);
    const double values[] = {4, 1, 0.5, 1, 3, -1, 0.5, -1, 2};
    std::copy(std::begin(values), std::end(values), a.data());
    return a;
}

TEST(Matrix, InverseUndoes) {
    const Matrix a = sample();
    const Matrix one = product(a, *inverse(a));
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(one(i, j), i == j ? 1 : 0, 1e-14);
    }
    const std::vector<double> x = *solve(a, {1, 2, 3});
    EXPECT_NEAR(4 * x[0] + x[1] + 0.5 * x[2], 1, 1e-14);
}

TEST(Matrix, SingularOnesHaveNone) {
    Matrix a(2, 2, 1);
    EXPECT_FALSE(inverse(a));
    EXPECT_FALSE(solve(a, {1, 2}));
    EXPECT_FALSE(inverse(Matrix(2, 2)));
}

TEST(Matrix, SpectrumDescendsAndComposesTheMatrix) {
    const Matrix a = sample();
    const Spectrum s = spectrum_of_symmetric(a);
    EXPECT_GE(s.values[0], s.values[1]);
    EXPECT_GE(s.values[1], s.values[2]);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            double sum = 0;
            for (std::size_t m = 0; m < 3; ++m) {
                sum += s.values[m] * s.vectors(i, m) * s.vectors(j, m);
            }
            EXPECT_NEAR(sum, a(i, j), 1e-13);
        }
    }
}

}  // namespace
}  // namespace vgap::stats
