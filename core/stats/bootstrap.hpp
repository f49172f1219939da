// stats/bootstrap — percentile intervals for a mean and for alpha, by resampling respondents.
//
// In      numbers, or items as columns over complete rows; seed; replicates B
// Out     the statistic of each replicate, sorted: replicate b draws n respondents from stream b
//         of the seed, so the first thousand of ten thousand are those of a thousand
//         percentile_interval: quantiles of these; mean_error and acceleration without any drawing
// Errors  none; a replicate of equal respondents has no alpha and is left out
// Source  Efron & Tibshirani 1993 §13.3 (percentile), §14.3 (acceleration)
// Cost    O(B n) for a mean, O(B n k) for alpha
// Tested  tests/core/stats/bootstrap_test.cpp
#pragma once

#include <cstdint>
#include <span>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

Numbers bootstrap_means(std::span<const double> numbers, std::uint64_t seed,
                        std::size_t replicates);
Numbers bootstrap_alphas(const Columns& items, std::uint64_t seed, std::size_t replicates);

Interval percentile_interval(const Numbers& sorted, double confidence);

double bootstrap_error_of_mean(std::span<const double> numbers);
double acceleration_of_mean(std::span<const double> numbers);

}  // namespace vgap::stats
