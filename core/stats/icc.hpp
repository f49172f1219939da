// stats/icc — the six intraclass correlations of ratings, with F tests and limits.
//
// In      k raters' columns over the same n complete targets; confidence
// Out     Icc: mean squares; forms (1,1) (2,1) (3,1) (1,k) (2,k) (3,k), nothing cut off at 0
//         F and p test ICC = 0: MSB/MSW for (1,.), MSB/MSE for (2,.) and (3,.)
//         Limits of (2,1) by Satterthwaite's degrees, of (2,k) their Spearman-Brown step up
// Errors  none: n < 2, k < 2 or raters without any disagreement leave F and limits undefined
// Source  Shrout & Fleiss 1979, Psychological Bulletin 86:420; McGraw & Wong 1996
// Cost    O(n k)
// Tested  tests/core/stats/icc_test.cpp
#pragma once

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct IccForm {
    double estimate = kUndefined;
    Interval limits;
};

struct IccTest {
    double f = kUndefined;
    double df1 = kUndefined;
    double df2 = kUndefined;
    double p = kUndefined;
};

struct Icc {
    std::size_t targets = 0;
    std::size_t raters = 0;
    double ms_between = kUndefined;
    double ms_within = kUndefined;
    double ms_raters = kUndefined;
    double ms_error = kUndefined;
    IccForm one_1, two_1, three_1, one_k, two_k, three_k;
    IccTest one_way, two_way;
};

Icc icc(const Columns& raters, double confidence);
double spearman_brown(double reliability, double times);

}  // namespace vgap::stats
