#include "core/stats/alpha.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

double alpha_from(double k, double item_variances, double total_variance) {
    if (k < 2) return kUndefined;
    return k / (k - 1) * (1 - ratio(item_variances, settled(total_variance, item_variances)));
}

}  // namespace

Interval feldt(double alpha, double n, double k, double confidence) {
    const double df = n - 1;
    const double within = df * (k - 1);
    const double level = upper_level(confidence);
    const double low = 1 - (1 - alpha) * f_quantile(level, df, within);
    const double high = 1 - (1 - alpha) * f_quantile(1 - level, df, within);
    if (!is_defined(low) || !is_defined(high)) return {};
    return {low, high};
}

Alpha alpha_of(const Matrix& covariances, std::size_t n, double confidence) {
    const std::size_t k = covariances.rows();
    Alpha result;
    double trace = 0;
    double between = 0;  // covariances, each pair twice
    double squares = 0;
    Numbers rows(k);
    for (std::size_t i = 0; i < k; ++i) {
        trace += covariances(i, i);
        for (std::size_t j = 0; j < k; ++j) {
            if (i == j) continue;
            rows[i] += covariances(i, j);
            squares += covariances(i, j) * covariances(i, j);
        }
        between += rows[i];
    }
    const double total = settled(trace + between, trace);
    const double items = real(k);
    result.total_variance = total;
    result.alpha = alpha_from(items, trace, total);
    if (k >= 2) {
        result.guttman_lambda2 = ratio(between + std::sqrt(items / (items - 1) * squares), total);
    }
    result.sem = std::sqrt(total) * std::sqrt(1 - result.alpha);
    result.feldt = feldt(result.alpha, real(n), items, confidence);

    const Matrix r = correlations(covariances);
    double sum = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < i; ++j) sum += r(i, j);
    }
    result.mean_interitem_r = ratio(sum, items * (items - 1) / 2);
    result.standardised =
        ratio(items * result.mean_interitem_r, 1 + (items - 1) * result.mean_interitem_r);

    for (std::size_t i = 0; i < k; ++i) {
        const double own = covariances(i, i);
        const double rest = settled(trace + between - own - 2 * rows[i], trace);
        result.item_total.push_back(ratio(own + rows[i], std::sqrt(own) * std::sqrt(total)));
        result.item_total_corrected.push_back(ratio(rows[i], std::sqrt(own) * std::sqrt(rest)));
        result.if_deleted.push_back(alpha_from(items - 1, trace - own, rest));
    }
    return result;
}

}  // namespace vgap::stats
