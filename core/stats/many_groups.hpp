// stats/many_groups — do several groups differ, and which ones: with equal spreads, without, by ranks.
//
// In      two or more groups of numbers without missing ones
// Out     ManyGroups: one-way analysis of variance with eta and omega squared, Welch's F, Kruskal and
//         Wallis's H with correction for ties and epsilon squared H / (N - 1); Welch's t for each
//         pair, p adjusted by Holm and by Benjamini & Hochberg over the pairs that have one
// Errors  none: no spread, or a group of one, leaves undefined what needs it
// Source  Welch 1951, Biometrika 38:330; Kruskal & Wallis 1952; Holm 1979; Benjamini & Hochberg 1995
// Cost    O(n log n + groups^2)
// Tested  tests/core/stats/many_groups_test.cpp
#pragma once

#include <utility>
#include <vector>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Anova {
    double squares_between = kUndefined;
    double squares_within = kUndefined;
    double df_between = kUndefined;
    double df_within = kUndefined;
    double ms_between = kUndefined;
    double ms_within = kUndefined;
    double f = kUndefined;
    double p = kUndefined;
};

struct ManyGroups {
    Anova anova;
    double eta_squared = kUndefined;
    double omega_squared = kUndefined;
    double welch_f = kUndefined;
    double welch_df2 = kUndefined;
    double welch_p = kUndefined;
    double kruskal_h = kUndefined;
    double kruskal_p = kUndefined;
    double epsilon_squared = kUndefined;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    Numbers pair_p;
    Numbers pair_p_holm;
    Numbers pair_p_bh;
};

Anova anova(const Columns& groups);  // groups of different length; empty ones do not count
ManyGroups many_groups(const Columns& groups);

Numbers holm(const Numbers& p);
Numbers benjamini_hochberg(const Numbers& p);

}  // namespace vgap::stats
