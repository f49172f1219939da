#include "core/stats/bootstrap.hpp"

#include <algorithm>

#include "core/base/philox.hpp"
#include "core/stats/distribution.hpp"
#include "core/stats/percentile.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

// Sum of (x - mean)^power.
double moment(std::span<const double> numbers, int power) {
    const double centre = mean(numbers);
    double sum = 0;
    for (const double x : numbers) sum += std::pow(x - centre, power);
    return sum;
}

}  // namespace

Numbers bootstrap_means(std::span<const double> numbers, std::uint64_t seed,
                        std::size_t replicates) {
    Numbers means;
    if (numbers.empty()) return means;
    const auto n = static_cast<std::uint32_t>(numbers.size());
    for (std::size_t b = 0; b < replicates; ++b) {
        base::Random random(seed, b);
        double sum = 0;
        for (std::uint32_t i = 0; i < n; ++i) sum += numbers[random.below(n)];
        means.push_back(sum / real(n));
    }
    std::sort(means.begin(), means.end());
    return means;
}

Numbers bootstrap_alphas(const Columns& items, std::uint64_t seed, std::size_t replicates) {
    Numbers alphas;
    const std::size_t k = items.size();
    if (k < 2 || items.front().size() < 2) return alphas;
    const auto n = static_cast<std::uint32_t>(items.front().size());
    // Around the means, so that sums of squares lose nothing; row after row, as they are drawn.
    Numbers rows(n * k);
    Numbers totals(n);
    Numbers squares(n);
    for (std::size_t i = 0; i < k; ++i) {
        const double centre = mean(items[i]);
        for (std::size_t r = 0; r < n; ++r) {
            const double x = items[i][r] - centre;
            rows[r * k + i] = x;
            totals[r] += x;
            squares[r] += x * x;
        }
    }
    Numbers sums(k);
    for (std::size_t b = 0; b < replicates; ++b) {
        base::Random random(seed, b);
        std::fill(sums.begin(), sums.end(), 0);
        double total = 0;
        double total_squares = 0;
        double item_squares = 0;
        for (std::uint32_t draw = 0; draw < n; ++draw) {
            const std::size_t r = random.below(n);
            for (std::size_t i = 0; i < k; ++i) sums[i] += rows[r * k + i];
            total += totals[r];
            total_squares += totals[r] * totals[r];
            item_squares += squares[r];
        }
        double within = item_squares;
        for (const double sum : sums) within -= sum * sum / real(n);
        const double spread = settled(total_squares - total * total / real(n), total_squares);
        if (spread == 0) continue;
        alphas.push_back(real(k) / real(k - 1) * (1 - within / spread));
    }
    std::sort(alphas.begin(), alphas.end());
    return alphas;
}

Interval percentile_interval(const Numbers& sorted, double confidence) {
    const double level = upper_level(confidence);
    return {quantile(sorted, 1 - level), quantile(sorted, level)};
}

double bootstrap_error_of_mean(std::span<const double> numbers) {
    if (numbers.empty()) return kUndefined;
    return std::sqrt(moment(numbers, 2)) / real(numbers.size());
}

double acceleration_of_mean(std::span<const double> numbers) {
    if (!(variance(numbers) > 0)) return kUndefined;
    return moment(numbers, 3) / (6 * std::pow(moment(numbers, 2), 1.5));
}

}  // namespace vgap::stats
