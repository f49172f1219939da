#include "core/stats/moments.hpp"

#include "core/stats/summary.hpp"

namespace vgap::stats {

using base::to_real;
using base::Wide;

namespace {

// sum of (x - mean of x)(y - mean of y)
double co_spread(Wide n, Wide sum_x, Wide sum_y, Wide products) {
    const Wide x = sum_x / n, y = sum_y / n;
    const Wide moved = products - x * sum_y - y * sum_x + n * x * y;
    return to_real(moved) - to_real(sum_x - n * x) * to_real(sum_y - n * y) / to_real(n);
}

}  // namespace

Moments moments_of(std::int64_t n, Wide sum, Wide squares, double unit) {
    Moments result;
    result.n = static_cast<double>(n);
    if (n < 1) return result;
    const Wide whole = sum / n;
    result.mean = (to_real(whole) + to_real(sum - n * whole) / result.n) * unit;
    if (n < 2) return result;
    result.variance = co_spread(n, sum, sum, squares) / (result.n - 1) * unit * unit;
    return result;
}

Moments moments_of(std::span<const double> numbers) {
    return {real(numbers.size()), mean(numbers), variance(numbers)};
}

Interval mean_interval(const Moments& moments, double confidence) {
    return t_interval(moments.mean, std::sqrt(moments.variance / moments.n), moments.n - 1,
                      confidence);
}

Matrix covariances_of(std::int64_t n, const std::vector<Wide>& sums,
                      const std::vector<Wide>& products, const Numbers& units) {
    const std::size_t k = sums.size();
    Matrix result(k, k, kUndefined);
    if (n < 2) return result;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            result(i, j) = co_spread(n, sums[i], sums[j], products[i * k + j]) /
                           static_cast<double>(n - 1) * units[i] * units[j];
        }
    }
    return result;
}

}  // namespace vgap::stats
