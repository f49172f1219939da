// stats/log_rank — do groups wait equally long?
//
// In      one list of waits a group
// Out     LogRank: events observed and expected in each group, chi-squared with the hypergeometric
//         variance, degrees of freedom, p
// Errors  none: fewer than two groups with anybody ever at risk of an event leave it undefined
// Source  Mantel 1966; Peto & Peto 1972; Kalbfleisch & Prentice 2002 §1.5
// Cost    O(n log n + event times · groups^2)
// Tested  tests/core/stats/log_rank_test.cpp
#pragma once

#include <vector>

#include "core/stats/kaplan_meier.hpp"

namespace vgap::stats {

struct LogRank {
    Numbers observed;
    Numbers expected;
    double chi_squared = kUndefined;
    double df = kUndefined;
    double p = kUndefined;
};

LogRank log_rank(const std::vector<std::vector<Wait>>& groups);

}  // namespace vgap::stats
