#include "core/stats/rwg.hpp"

#include <algorithm>

#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

double average_deviation(const Numbers& numbers, double centre) {
    double sum = 0;
    for (const double x : numbers) sum += std::fabs(x - centre);
    return sum / real(numbers.size());
}

}  // namespace

double uniform_null(double response_options) {
    return (response_options * response_options - 1) / 12;
}

Rwg rwg(const Columns& items, double null_variance) {
    Rwg result;
    if (items.empty() || items.front().size() < 2) return result;
    const double count = real(items.size());
    double spread = 0;
    result.ad_mean = 0;
    result.ad_median = 0;
    for (const Numbers& item : items) {
        spread += variance(item) / count;
        result.ad_mean += average_deviation(item, mean(item)) / count;
        result.ad_median += average_deviation(item, median(item)) / count;
    }
    const double q = std::min(ratio(spread, null_variance), 1.0);
    result.rwg = ratio(count * (1 - q), count * (1 - q) + q);
    return result;
}

}  // namespace vgap::stats
