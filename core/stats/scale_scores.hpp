// stats/scale_scores — scores of respondents on dimensions, and of a group of respondents.
//
// In      keyed answers (reverse: low + high - x), weights, how many answers make a score
// Out     weighted_means: sum(w x) / sum(w) over what is there, for each respondent; undefined below
//         `least` answers. Group: n, mean, deviation, error and t interval over those scored
// Errors  none: nobody scored, or one, leaves undefined what needs more
// Source  MODEL.md §1, §2; the cohort convention: weights of what is missing leave both sums
// Cost    O(respondents · items)
// Tested  tests/core/stats/scale_scores_test.cpp
#pragma once

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Scale {
    double low = 0;
    double high = 100;
    double reversed(double x) const { return low + high - x; }
    double percent(double x) const { return 100 * ratio(x - low, high - low); }
};

struct Group {
    std::size_t n = 0;
    double mean = kUndefined;
    double deviation = kUndefined;
    double error = kUndefined;
    Interval limits;
};

Numbers weighted_means(const Columns& columns, const Numbers& weights, std::size_t least);
Group group_of(const Numbers& scores, double confidence);

}  // namespace vgap::stats
