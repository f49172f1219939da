// stats/two_groups — the difference between two groups: in units, standardised, and by ranks.
//
// In      two groups of numbers without missing ones, or (but for ranks) their moments; confidence
// Out     TwoGroups: first minus second throughout. Welch's t; Cohen's d with the pooled deviation,
//         Hedges' g = J d with the exact J, limits of both by the noncentral t; Mann-Whitney U counts
//         x > y and half the ties, p by the normal approximation with tie and continuity
//         correction; Cliff's delta with the unbiased variance and asymmetric limits
// Errors  none: a group of one, or no spread, leaves undefined what needs it
// Source  Welch 1947; Hedges 1981, J Educ Stat 6:107; Steiger & Fouladi 1997 (noncentral limits);
//         Mann & Whitney 1947; Cliff 1993, Psychological Bulletin 114:494; Feng & Cliff 2004
// Cost    O(n log n)
// Tested  tests/core/stats/two_groups_test.cpp
#pragma once

#include <span>

#include "core/stats/moments.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Welch {
    double t = kUndefined;
    double df = kUndefined;
    double p = kUndefined;
    Interval limits;
};

struct Standardised {
    double pooled_deviation = kUndefined;
    double d = kUndefined;
    Interval d_limits;
    double correction = kUndefined;
    double g = kUndefined;
    Interval g_limits;
};

struct Ranked {
    double u = kUndefined;
    double p = kUndefined;
    double superiority = kUndefined;  // P(x > y) + P(x = y) / 2
    double delta = kUndefined;
    double delta_variance = kUndefined;
    Interval delta_limits;
};

Welch welch(const Moments& x, const Moments& y, double confidence);
Welch welch(std::span<const double> x, std::span<const double> y, double confidence);
Standardised standardised(const Moments& x, const Moments& y, double confidence);
Standardised standardised(std::span<const double> x, std::span<const double> y, double confidence);
Ranked ranked(std::span<const double> x, std::span<const double> y, double confidence);

}  // namespace vgap::stats
