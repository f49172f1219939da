// stats/kappa — Cohen's kappa of two raters, plain or with weights, with its large-sample errors.
//
// In      counts: row = first rater's category, column = second's, over the whole declared scale
//         weights of agreement, 1 on the diagonal: 1 - |i-j|/(k-1) linear, 1 - (i-j)^2/(k-1)^2
//         quadratic, 1 - d/max d for disagreements d of one's own
// Out     Kappa: estimate; standard error and interval from the variance at the estimate; z from that
//         under no agreement beyond chance
// Errors  none: no counts, or agreement that chance alone makes certain, leaves it undefined
// Source  Cohen 1968, Psychological Bulletin 70:213; Fleiss, Cohen & Everitt 1969, ibid. 72:323
// Cost    O(k^2)
// Tested  tests/core/stats/kappa_test.cpp
#pragma once

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Kappa {
    double kappa = kUndefined;
    double standard_error = kUndefined;
    double z = kUndefined;
    Interval limits;
    double observed = kUndefined;
    double expected = kUndefined;
};

Matrix linear_weights(std::size_t k);
Matrix quadratic_weights(std::size_t k);
Matrix weights_of_disagreement(const Matrix& disagreement);

Kappa kappa(const Matrix& counts, const Matrix& weights, double confidence);

}  // namespace vgap::stats
