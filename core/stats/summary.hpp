// stats/summary — mean, spread and co-spread of numbers that are all there.
//
// In      numbers without missing ones: present() and complete_rows() leave those out
// Out     mean, variance and covariance with n - 1; median; correlation
//         A spread that is nothing but rounding (below 1e-14 of the size of the numbers) is 0.
// Errors  none: a mean of nothing and a variance of one are kUndefined
// Source  two passes (Chan, Golub & LeVeque 1983, The American Statistician 37:242)
// Cost    O(n) a variable, O(n k^2) the covariances
// Tested  tests/core/stats/summary_test.cpp
#pragma once

#include <span>

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

Numbers present(std::span<const double> numbers);
Columns complete_rows(const Columns& columns);

double mean(std::span<const double> numbers);
double variance(std::span<const double> numbers);
double deviation(std::span<const double> numbers);
double median(Numbers numbers);

Matrix covariances(const Columns& columns);
Matrix correlations(const Matrix& covariances);  // kUndefined beside a constant

// What is left of `part` after subtractions from `whole` that only rounding kept from 0.
inline double settled(double part, double whole) {
    constexpr double kRounding = 1e-13;
    return part <= kRounding * whole ? 0 : part;
}

}  // namespace vgap::stats
