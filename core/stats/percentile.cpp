#include "core/stats/percentile.hpp"

#include <algorithm>

namespace vgap::stats {

double percentile_rank(const Numbers& sorted, double score) {
    if (sorted.empty()) return kUndefined;
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), score);
    const auto below = static_cast<double>(first - sorted.begin());
    const auto equal = static_cast<double>(last - first);
    return 100 * (below + equal / 2) / real(sorted.size());
}

double quantile(const Numbers& sorted, double p) {
    if (sorted.empty()) return kUndefined;
    const double at = real(sorted.size() - 1) * p;
    const double floor = std::floor(at);
    const auto low = static_cast<std::size_t>(floor);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - floor) * (sorted[high] - sorted[low]);
}

}  // namespace vgap::stats
