// stats/hierarchical — a mean over people who come in groups: what the grouping does to it.
//
// In      groups of numbers without missing ones, none of them empty; confidence
// Out     Hierarchical: the mean of group means with a t interval on k - 1 degrees; ICC(1) with
//         n0 = (N - sum n^2 / N) / (k - 1), not cut off at 0, and ICC(2); design effect
//         1 + (sum n^2 / N - 1) ICC(1); the pooled mean with its linearised cluster error
//         (k/(k-1), no finite population); Kish's effect of weighting groups alike
// Errors  none: one group, or one person in each, leaves undefined what needs more
// Source  Bliese 2000; Donner 1986 (n0); Kish 1965; Lumley 2004 (linearisation)
// Cost    O(n)
// Tested  tests/core/stats/hierarchical_test.cpp
#pragma once

#include "core/stats/many_groups.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Hierarchical {
    double mean_of_means = kUndefined;
    double mean_of_means_error = kUndefined;
    Interval mean_of_means_limits;
    double pooled_mean = kUndefined;
    Anova anova;
    double n0 = kUndefined;
    double icc1 = kUndefined;
    double icc2 = kUndefined;
    double design_effect = kUndefined;
    double effective_n = kUndefined;
    double cluster_error = kUndefined;
    Interval cluster_limits;
    double simple_error = kUndefined;
    double design_effect_of_error = kUndefined;
    double kish = kUndefined;
};

Hierarchical hierarchical(const Columns& groups, double confidence);

}  // namespace vgap::stats
