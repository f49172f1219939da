// stats/alpha — Cronbach's alpha of a scale, with Feldt's interval and what each item adds.
//
// In      covariances of k items over n complete rows; confidence
// Out     Alpha; alpha may be negative; sem = sd of the total · sqrt(1 - alpha)
//         item_total: r(item, total); item_total_corrected: r(item, sum of the others)
// Errors  none: k < 2, n < 2 or a total that never varies leave alpha undefined, a constant item
//         leaves its correlations and the standardised alpha undefined
// Source  Cronbach 1951; Feldt 1965; Feldt, Woodruff & Salih 1987, Applied Psychological
//         Measurement 11:93: 1 - (1 - alpha) F with n - 1 and (n - 1)(k - 1) degrees; Guttman 1945
// Cost    O(k^2)
// Tested  tests/core/stats/alpha_test.cpp
#pragma once

#include <cstddef>

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Alpha {
    double alpha = kUndefined;
    double standardised = kUndefined;
    double mean_interitem_r = kUndefined;
    double total_variance = kUndefined;
    double guttman_lambda2 = kUndefined;
    double sem = kUndefined;
    Interval feldt;
    Numbers item_total;
    Numbers item_total_corrected;
    Numbers if_deleted;
};

Alpha alpha_of(const Matrix& covariances, std::size_t n, double confidence);
Interval feldt(double alpha, double n, double k, double confidence);

}  // namespace vgap::stats
