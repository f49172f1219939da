#include "core/stats/summary.hpp"

#include <algorithm>

namespace vgap::stats {

Numbers present(std::span<const double> numbers) {
    Numbers kept;
    kept.reserve(numbers.size());
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(kept), is_defined);
    return kept;
}

Columns complete_rows(const Columns& columns) {
    Columns kept(columns.size());
    const std::size_t rows = columns.empty() ? 0 : columns.front().size();
    for (std::size_t r = 0; r < rows; ++r) {
        const bool complete = std::all_of(columns.begin(), columns.end(),
                                          [r](const Numbers& c) { return is_defined(c[r]); });
        if (!complete) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) kept[i].push_back(columns[i][r]);
    }
    return kept;
}

double mean(std::span<const double> numbers) {
    if (numbers.empty()) return kUndefined;
    double sum = 0;
    for (const double x : numbers) sum += x;
    const double first = sum / real(numbers.size());
    double rest = 0;
    for (const double x : numbers) rest += x - first;
    return first + rest / real(numbers.size());
}

double variance(std::span<const double> numbers) {
    if (numbers.size() < 2) return kUndefined;
    const double centre = mean(numbers);
    double squares = 0;
    double largest = 0;
    for (const double x : numbers) {
        squares += (x - centre) * (x - centre);
        largest = std::max(largest, std::fabs(x));
    }
    constexpr double kRounding = 1e-28;
    const double result = squares / real(numbers.size() - 1);
    return result <= kRounding * largest * largest ? 0 : result;
}

double deviation(std::span<const double> numbers) {
    return std::sqrt(variance(numbers));
}

double median(Numbers numbers) {
    if (numbers.empty()) return kUndefined;
    std::sort(numbers.begin(), numbers.end());
    const std::size_t half = numbers.size() / 2;
    if (numbers.size() % 2 == 1) return numbers[half];
    return (numbers[half - 1] + numbers[half]) / 2;
}

Matrix covariances(const Columns& columns) {
    const std::size_t k = columns.size();
    const std::size_t n = columns.empty() ? 0 : columns.front().size();
    Matrix result(k, k, kUndefined);
    if (n < 2) return result;
    Columns centred = columns;
    for (Numbers& column : centred) {
        const double centre = mean(column);
        for (double& x : column) x -= centre;
    }
    for (std::size_t i = 0; i < k; ++i) {
        result(i, i) = variance(columns[i]);
        for (std::size_t j = 0; j < i; ++j) {
            double sum = 0;
            for (std::size_t r = 0; r < n; ++r) sum += centred[i][r] * centred[j][r];
            result(i, j) = result(j, i) = sum / real(n - 1);
        }
    }
    for (std::size_t i = 0; i < k; ++i) {
        if (result(i, i) != 0) continue;
        for (std::size_t j = 0; j < k; ++j) result(i, j) = result(j, i) = 0;
    }
    return result;
}

Matrix correlations(const Matrix& covariances) {
    Matrix result = covariances;
    for (std::size_t i = 0; i < result.rows(); ++i) {
        for (std::size_t j = 0; j < result.columns(); ++j) {
            const double scale = std::sqrt(covariances(i, i)) * std::sqrt(covariances(j, j));
            result(i, j) = ratio(covariances(i, j), scale);
            if (i == j && is_defined(result(i, j))) result(i, j) = 1;
        }
    }
    return result;
}

}  // namespace vgap::stats
