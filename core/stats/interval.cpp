#include "core/stats/interval.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"

namespace vgap::stats {

namespace {

Interval around(double centre, double reach) {
    if (!is_defined(centre) || !is_defined(reach)) return {};
    return {centre - reach, centre + reach};
}

}  // namespace

Interval t_interval(double mean, double standard_error, double df, double confidence) {
    return around(mean, t_critical(confidence, df) * standard_error);
}

Interval normal_interval(double estimate, double standard_error, double confidence) {
    return around(estimate, normal_critical(confidence) * standard_error);
}

Interval wilson(double x, double n, double confidence, Continuity continuity) {
    const double z = normal_critical(confidence);
    if (!(n > 0) || !is_defined(z)) return {};
    const double p = x / n;
    const double q = 1 - p;
    const double z2 = z * z;
    Interval result;
    if (continuity == Continuity::kPlain) {
        const double centre = (2 * n * p + z2) / (2 * (n + z2));
        const double reach = z * std::sqrt(z2 + 4 * n * p * q) / (2 * (n + z2));
        result = {centre - reach, centre + reach};
    } else {
        const double low_root = std::sqrt(std::max(0.0, z2 - 2 - 1 / n + 4 * p * (n * q + 1)));
        const double high_root = std::sqrt(std::max(0.0, z2 + 2 - 1 / n + 4 * p * (n * q - 1)));
        result = {(2 * n * p + z2 - 1 - z * low_root) / (2 * (n + z2)),
                  (2 * n * p + z2 + 1 + z * high_root) / (2 * (n + z2))};
    }
    result = {std::max(0.0, result.low), std::min(1.0, result.high)};
    if (x == 0) result.low = 0;
    if (x == n) result.high = 1;
    return result;
}

Interval newcombe(double x1, double n1, double x2, double n2, double confidence,
                  Continuity continuity) {
    const Interval a = wilson(x1, n1, confidence, continuity);
    const Interval b = wilson(x2, n2, confidence, continuity);
    if (!is_defined(a.low) || !is_defined(b.low)) return {};
    const double p1 = x1 / n1;
    const double p2 = x2 / n2;
    return {p1 - p2 - std::hypot(p1 - a.low, b.high - p2),
            p1 - p2 + std::hypot(a.high - p1, p2 - b.low)};
}

}  // namespace vgap::stats
