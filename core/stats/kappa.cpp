#include "core/stats/kappa.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

template <class Disagreement>
Matrix weights(std::size_t k, Disagreement disagreement) {
    Matrix result(k, k, 1);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            if (i != j) result(i, j) = 1 - disagreement(i, j);
        }
    }
    return result;
}

}  // namespace

Matrix linear_weights(std::size_t k) {
    return weights(k, [k](std::size_t i, std::size_t j) {
        return std::fabs(real(i) - real(j)) / real(k - 1);
    });
}

Matrix quadratic_weights(std::size_t k) {
    return weights(k, [k](std::size_t i, std::size_t j) {
        const double d = (real(i) - real(j)) / real(k - 1);
        return d * d;
    });
}

Matrix weights_of_disagreement(const Matrix& disagreement) {
    const std::size_t k = disagreement.rows();
    const double most = *std::max_element(disagreement.data(), disagreement.data() + k * k);
    Matrix result(k, k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) result(i, j) = 1 - ratio(disagreement(i, j), most);
    }
    return result;
}

Kappa kappa(const Matrix& counts, const Matrix& weights, double confidence) {
    const std::size_t k = counts.rows();
    Kappa result;
    double n = 0;
    Numbers first(k);
    Numbers second(k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            n += counts(i, j);
            first[i] += counts(i, j);
            second[j] += counts(i, j);
        }
    }
    if (!(n > 0)) return result;
    for (double& p : first) p /= n;
    for (double& p : second) p /= n;

    double observed = 0;
    double expected = 0;
    Numbers row_weight(k);
    Numbers column_weight(k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            observed += weights(i, j) * counts(i, j) / n;
            expected += weights(i, j) * first[i] * second[j];
            row_weight[i] += weights(i, j) * second[j];
            column_weight[j] += weights(i, j) * first[i];
        }
    }
    result.observed = observed;
    result.expected = expected;
    const double room = settled(1 - expected, 1);
    result.kappa = 1 - ratio(settled(1 - observed, 1), room);
    if (!is_defined(result.kappa)) return result;

    double at_estimate = 0;
    double by_chance = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double both = row_weight[i] + column_weight[j];
            const double a = weights(i, j) * room - both * (1 - observed);
            const double b = weights(i, j) - both;
            at_estimate += counts(i, j) / n * a * a;
            by_chance += first[i] * second[j] * b * b;
        }
    }
    const double middle = observed * expected - 2 * expected + observed;
    at_estimate = settled(at_estimate - middle * middle, at_estimate);
    by_chance = settled(by_chance - expected * expected, by_chance);
    result.standard_error = std::sqrt(at_estimate / n) / (room * room);
    result.z = ratio(result.kappa * room, std::sqrt(by_chance / n));
    result.limits = normal_interval(result.kappa, result.standard_error, confidence);
    return result;
}

}  // namespace vgap::stats
