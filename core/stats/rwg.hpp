// stats/rwg — how far a group's raters agree, beside what answering at random would give.
//
// In      one group's answers: J items as columns over complete rows, or per item how often each
//         option 0, 1, .. was given; A response options
// Out     Rwg: r_wg(J) = J (1 - q) / (J (1 - q) + q) with q = mean item variance / null variance,
//         the null (A^2 - 1)/12 of uniform answers; a variance above the null counts as the null, so r_wg
//         is never below 0. One item gives r_wg = 1 - q.
//         ad_mean, ad_median: average deviation around the item's mean and median, over items
// Errors  none: a group of one has no agreement and is undefined
// Source  James, Demaree & Wolf 1984, J Appl Psychol 69:85; Burke, Finkelstein & Dusig 1999,
//         Organizational Research Methods 2:49; Burke & Dunlap 2002 (cut-off A/6)
// Cost    O(n J)
// Tested  tests/core/stats/rwg_test.cpp
#pragma once

#include <cstdint>
#include <vector>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Rwg {
    double rwg = kUndefined;
    double ad_mean = kUndefined;
    double ad_median = kUndefined;
};

double uniform_null(double response_options);
Rwg rwg(const Columns& items, double null_variance);
Rwg rwg_of_counts(const std::vector<std::vector<std::int64_t>>& items, double null_variance);

}  // namespace vgap::stats
