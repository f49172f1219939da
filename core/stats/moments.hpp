// stats/moments — mean, variance and covariances out of counts and sums, as if from the numbers.
//
// In      n, the sum, the sum of squares or products of n whole numbers, exact; unit: what one of
//         them is worth. Or the numbers themselves
// Out     Moments {n, mean, variance with n - 1}; covariances(i, j) in the units given
//         Exact up to the last division: sums are moved to a whole number beside the mean first, in 128
//         bits, so nothing cancels.
// Errors  none: a mean of nothing and a variance of one are kUndefined
// Source  Chan, Golub & LeVeque 1983, The American Statistician 37:242 (shifted data)
// Cost    O(1); O(k^2) the covariances
// Tested  tests/core/stats/moments_test.cpp
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/wide.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Moments {
    double n = 0;
    double mean = kUndefined;
    double variance = kUndefined;
};

Moments moments_of(std::int64_t n, base::Wide sum, base::Wide squares, double unit);
Moments moments_of(std::span<const double> numbers);
Interval mean_interval(const Moments& moments, double confidence);

// products: as a full matrix row after row, sums of x_i x_j.
Matrix covariances_of(std::int64_t n, const std::vector<base::Wide>& sums,
                      const std::vector<base::Wide>& products, const Numbers& units);

}  // namespace vgap::stats
