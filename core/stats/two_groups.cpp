#include "core/stats/two_groups.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

// For each of `from`: how many of the sorted `others` are below, less how many are above.
Numbers dominance(std::span<const double> from, const Numbers& others) {
    Numbers result;
    result.reserve(from.size());
    for (const double x : from) {
        const auto [first, last] = std::equal_range(others.begin(), others.end(), x);
        result.push_back(static_cast<double>(first - others.begin()) -
                         static_cast<double>(others.end() - last));
    }
    return result;
}

double squares_around(const Numbers& numbers, double centre) {
    double sum = 0;
    for (const double x : numbers) sum += (x - centre) * (x - centre);
    return sum;
}

double sum_of_tied(Numbers numbers) {
    std::sort(numbers.begin(), numbers.end());
    double sum = 0;
    for (auto at = numbers.begin(); at != numbers.end();) {
        const auto end = std::upper_bound(at, numbers.end(), *at);
        const auto t = static_cast<double>(end - at);
        sum += t * t * t - t;
        at = end;
    }
    return sum;
}

Numbers sorted(std::span<const double> numbers) {
    Numbers result(numbers.begin(), numbers.end());
    std::sort(result.begin(), result.end());
    return result;
}

double two_sided_rank_p(double u, double n1, double n2, double tied) {
    const double n = n1 + n2;
    const double spread = std::sqrt(n1 * n2 / 12 * (n + 1 - ratio(tied, n * (n - 1))));
    const double off = u - n1 * n2 / 2;
    if (spread == 0 || !is_defined(spread)) return kUndefined;
    if (off == 0) return 1;
    return std::min(1.0, normal_two_sided(std::max(std::fabs(off) - 0.5, 0.0) / spread));
}

}  // namespace

Welch welch(const Moments& x, const Moments& y, double confidence) {
    Welch result;
    const double a = x.variance / x.n;
    const double b = y.variance / y.n;
    const double error = std::sqrt(a + b);
    const double difference = x.mean - y.mean;
    result.t = ratio(difference, error);
    if (!is_defined(result.t)) return result;
    result.df = (a + b) * (a + b) / (a * a / (x.n - 1) + b * b / (y.n - 1));
    result.p = t_two_sided(result.t, result.df);
    result.limits = t_interval(difference, error, result.df, confidence);
    return result;
}

Standardised standardised(const Moments& x, const Moments& y, double confidence) {
    Standardised result;
    if (x.n < 1 || y.n < 1 || x.n + y.n < 3) return result;
    const double n1 = x.n;
    const double n2 = y.n;
    const double df = n1 + n2 - 2;
    const double squares =
        (n1 > 1 ? x.variance * (n1 - 1) : 0) + (n2 > 1 ? y.variance * (n2 - 1) : 0);
    result.pooled_deviation = std::sqrt(squares / df);
    result.d = ratio(x.mean - y.mean, result.pooled_deviation);
    // With two degrees gamma(1) / gamma(1/2); with one degree J does not exist.
    if (df > 1) {
        result.correction =
            std::exp(log_gamma(df / 2) - log_gamma((df - 1) / 2)) / std::sqrt(df / 2);
    }
    result.g = result.correction * result.d;
    if (!is_defined(result.d)) return result;
    const double scale = std::sqrt(1 / n1 + 1 / n2);
    const double t = result.d / scale;
    const double level = upper_level(confidence);
    const double low = noncentrality_of(t, df, level) * scale;
    const double high = noncentrality_of(t, df, 1 - level) * scale;
    if (!is_defined(low) || !is_defined(high)) return result;
    result.d_limits = {low, high};
    result.g_limits = {result.correction * low, result.correction * high};
    return result;
}

Welch welch(std::span<const double> x, std::span<const double> y, double confidence) {
    return welch(moments_of(x), moments_of(y), confidence);
}

Standardised standardised(std::span<const double> x, std::span<const double> y, double confidence) {
    return standardised(moments_of(x), moments_of(y), confidence);
}

Ranked ranked(std::span<const double> x, std::span<const double> y, double confidence) {
    Ranked result;
    if (x.empty() || y.empty()) return result;
    const double n1 = real(x.size());
    const double n2 = real(y.size());
    const double cells = n1 * n2;
    const Numbers rows = dominance(x, sorted(y));
    const Numbers columns = dominance(y, sorted(x));  // with the opposite sign
    double sum = 0;
    for (const double row : rows) sum += row;
    const double delta = sum / cells;
    result.delta = delta;
    result.u = (sum + cells) / 2;
    result.superiority = result.u / cells;

    Numbers all(x.begin(), x.end());
    all.insert(all.end(), y.begin(), y.end());
    result.p = two_sided_rank_p(result.u, n1, n2, sum_of_tied(std::move(all)));

    if (x.size() < 2 || y.size() < 2) return result;
    double ties = 0;
    const Numbers others = sorted(y);
    for (const double each : x) {
        const auto [first, last] = std::equal_range(others.begin(), others.end(), each);
        ties += static_cast<double>(last - first);
    }
    // Sums of squares of row means, column means and cells around delta.
    const double by_row = squares_around(rows, delta * n2) / (n2 * n2);
    const double by_column = squares_around(columns, -delta * n1) / (n1 * n1);
    const double by_cell = cells - ties - cells * delta * delta;
    result.delta_variance =
        (n2 * n2 * by_row + n1 * n1 * by_column - by_cell) / (cells * (n1 - 1) * (n2 - 1));
    const double z = normal_critical(confidence);
    const double s2 = result.delta_variance;
    if (std::fabs(delta) == 1 || s2 < 0) return result;
    const double rest = 1 - delta * delta;
    const double reach = z * std::sqrt(s2) * std::sqrt(rest * rest + z * z * s2);
    const double centre = delta - delta * delta * delta;
    result.delta_limits = {(centre - reach) / (rest + z * z * s2),
                           (centre + reach) / (rest + z * z * s2)};
    return result;
}

}  // namespace vgap::stats
