// stats/stock_quantiles — exact quantiles of one level's stock when people move independently.
//
// In      Flow of stats/markov; whole stocks at the start; whole recruits (Poisson: any rate)
// Out     for each period and level the smallest whole stock n with P(N <= n) >= p, for both ends of
//         the interval; the stock is a sum of independent binomials (and Poissons), convolved
// Errors  none: the caller makes sure that people are whole and at most kMostPeople
// Source  Bartholomew 1982, Stochastic models for social processes §3.2; parts of the distributions
//         below 1e-18 are left out
// Cost    O(periods^2 · levels^2 · spread^2)
// Tested  tests/core/stats/markov_test.cpp
#pragma once

#include "core/stats/markov.hpp"

namespace vgap::stats {

inline constexpr double kMostPeople = 1e7;
inline constexpr std::size_t kMostQuantilePeriods = 240;

struct StockQuantiles {
    Columns low;  // 1 .. periods
    Columns high;
};

StockQuantiles stock_quantiles(const Flow& flow, const Numbers& initial, std::size_t periods,
                               double confidence);

}  // namespace vgap::stats
