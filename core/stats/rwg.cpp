#include "core/stats/rwg.hpp"

#include <algorithm>

#include "core/stats/moments.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

double average_deviation(const Numbers& numbers, double centre) {
    double sum = 0;
    for (const double x : numbers) sum += std::fabs(x - centre);
    return sum / real(numbers.size());
}

// The point of the k-th of all answers in ascending order, k from 0.
double ordered(const std::vector<std::int64_t>& counts, std::int64_t k) {
    std::size_t x = 0;
    while (k >= counts[x]) k -= counts[x++];
    return real(x);
}

double median_of_counts(const std::vector<std::int64_t>& counts, std::int64_t n) {
    return (ordered(counts, (n - 1) / 2) + ordered(counts, n / 2)) / 2;
}

Rwg over_items(const Numbers& spreads, const Numbers& around_mean, const Numbers& around_median,
               double null_variance) {
    Rwg result;
    if (spreads.empty()) return result;
    const double count = real(spreads.size());
    double spread = 0;
    result.ad_mean = 0;
    result.ad_median = 0;
    for (std::size_t i = 0; i < spreads.size(); ++i) {
        spread += spreads[i] / count;
        result.ad_mean += around_mean[i] / count;
        result.ad_median += around_median[i] / count;
    }
    const double q = std::min(ratio(spread, null_variance), 1.0);
    result.rwg = ratio(count * (1 - q), count * (1 - q) + q);
    return result;
}

}  // namespace

double uniform_null(double response_options) {
    return (response_options * response_options - 1) / 12;
}

Rwg rwg(const Columns& items, double null_variance) {
    if (items.empty() || items.front().size() < 2) return {};
    Numbers spreads, around_mean, around_median;
    for (const Numbers& item : items) {
        spreads.push_back(variance(item));
        around_mean.push_back(average_deviation(item, mean(item)));
        around_median.push_back(average_deviation(item, median(item)));
    }
    return over_items(spreads, around_mean, around_median, null_variance);
}

Rwg rwg_of_counts(const std::vector<std::vector<std::int64_t>>& items, double null_variance) {
    Numbers spreads, around_mean, around_median;
    for (const std::vector<std::int64_t>& counts : items) {
        std::int64_t n = 0, sum = 0, squares = 0;
        for (std::size_t x = 0; x < counts.size(); ++x) {
            const auto point = static_cast<std::int64_t>(x);
            n += counts[x];
            sum += counts[x] * point;
            squares += counts[x] * point * point;
        }
        if (n < 2) return {};
        const Moments moments = moments_of(n, sum, squares, 1);
        const double middle = median_of_counts(counts, n);
        double mean_off = 0, median_off = 0;
        for (std::size_t x = 0; x < counts.size(); ++x) {
            mean_off += static_cast<double>(counts[x]) * std::fabs(real(x) - moments.mean);
            median_off += static_cast<double>(counts[x]) * std::fabs(real(x) - middle);
        }
        spreads.push_back(moments.variance);
        around_mean.push_back(mean_off / moments.n);
        around_median.push_back(median_off / moments.n);
    }
    return over_items(spreads, around_mean, around_median, null_variance);
}

}  // namespace vgap::stats
