// stats/percentile — where a score stands among others, and the quantiles of a sample.
//
// In      sorted numbers without missing ones
// Out     percentile_rank: 100 (below + equal / 2) / N
//         quantile: linear between order statistics, (n - 1) p from the first
// Errors  none: nobody to compare with is undefined
// Source  mid-rank for ties (Hazen); Hyndman & Fan 1996, The American Statistician 50:361, type 7
// Cost    O(log n)
// Tested  tests/core/stats/percentile_test.cpp
#pragma once

#include "core/stats/undefined.hpp"

namespace vgap::stats {

double percentile_rank(const Numbers& sorted, double score);
double quantile(const Numbers& sorted, double p);

}  // namespace vgap::stats
