#include "core/stats/omega.hpp"

#include <algorithm>
#include <array>

#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

constexpr double kLeastLog = -16;  // a uniqueness under 1e-7 is on its way to the border
constexpr double kMostLog = 3;
constexpr double kFlat = 1e-10;
constexpr int kMostSteps = 500;

struct Point {
    double badness = kUndefined;  // log|Sigma| + trace(R Sigma^-1), to be made small
    Numbers log_uniquenesses;
    Spectrum spectrum;  // of R scaled by the uniquenesses on both sides
};

Point point_at(const Matrix& r, Numbers log_uniquenesses) {
    const std::size_t k = r.rows();
    Matrix scaled = r;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            scaled(i, j) *= std::exp(-(log_uniquenesses[i] + log_uniquenesses[j]) / 2);
        }
    }
    Point point{0, std::move(log_uniquenesses), spectrum_of_symmetric(scaled)};
    const Numbers& e = point.spectrum.values;
    // With e1 under 1 the best factor is none at all.
    point.badness = e[0] > 1 ? std::log(e[0]) + 1 : e[0];
    for (std::size_t m = 1; m < k; ++m) point.badness += e[m];
    for (const double x : point.log_uniquenesses) point.badness += x;
    return point;
}

Numbers slope_at(const Point& point) {
    const Numbers& e = point.spectrum.values;
    const Matrix& w = point.spectrum.vectors;
    Numbers slope(e.size());
    for (std::size_t i = 0; i < e.size(); ++i) {
        for (std::size_t m = e[0] > 1 ? 1 : 0; m < e.size(); ++m) {
            slope[i] += (1 - e[m]) * w(i, m) * w(i, m);
        }
    }
    return slope;
}

Matrix curvature_at(const Point& point) {
    const Numbers& e = point.spectrum.values;
    const Matrix& w = point.spectrum.vectors;
    const std::size_t k = e.size();
    Matrix curvature(k, k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double ones = 0;
            double values = 0;
            double against_first = 0;
            for (std::size_t m = 1; m < k; ++m) {
                const double both = w(i, m) * w(j, m);
                ones += both;
                values += e[m] * both;
                const double apart = std::max(e[0] - e[m], 1e-12 * e[0]);
                against_first += (1 - e[m]) * (e[0] + e[m]) / apart * both;
            }
            curvature(i, j) = ones * values + against_first * w(i, 0) * w(j, 0);
            curvature(j, i) = curvature(i, j);
        }
    }
    return curvature;
}

// The Newton step, with directions of little or negative curvature turned downhill.
Numbers step_from(const Point& point, const Numbers& slope) {
    const Spectrum bend = spectrum_of_symmetric(curvature_at(point));
    const std::size_t k = slope.size();
    Numbers step(k);
    for (std::size_t m = 0; m < k; ++m) {
        double along = 0;
        for (std::size_t i = 0; i < k; ++i) along += bend.vectors(i, m) * slope[i];
        const double curve = std::max(std::fabs(bend.values[m]), 1e-8);
        for (std::size_t i = 0; i < k; ++i) step[i] -= bend.vectors(i, m) * along / curve;
    }
    double longest = 0;
    for (const double s : step) longest = std::max(longest, std::fabs(s));
    constexpr double kLongest = 2;
    if (longest > kLongest) {
        for (double& s : step) s *= kLongest / longest;
    }
    return step;
}

struct Descent {
    Point end;
    bool is_flat = false;  // else a border, or the end of our patience
};

Descent descend(const Matrix& r, Numbers start) {
    Point point = point_at(r, std::move(start));
    for (int n = 0; n < kMostSteps; ++n) {
        const Numbers slope = slope_at(point);
        double steepest = 0;
        for (const double s : slope) steepest = std::max(steepest, std::fabs(s));
        const double least =
            *std::min_element(point.log_uniquenesses.begin(), point.log_uniquenesses.end());
        if (least <= kLeastLog) return {std::move(point), false};
        if (steepest < kFlat) return {std::move(point), true};
        const Numbers step = step_from(point, slope);
        double part = 1;
        Point next;
        do {
            Numbers at = point.log_uniquenesses;
            for (std::size_t i = 0; i < at.size(); ++i) {
                at[i] = std::clamp(at[i] + part * step[i], kLeastLog, kMostLog);
            }
            next = point_at(r, std::move(at));
            part /= 2;
        } while (!(next.badness < point.badness) && part > 1e-9);
        if (!(next.badness < point.badness)) {
            // Nothing lower in the last digits: good enough when the slope says so too.
            constexpr double kNearlyFlat = 1e-6;
            return {std::move(point), steepest < kNearlyFlat};
        }
        point = std::move(next);
    }
    return {std::move(point), false};
}

double badness_on_border(const Matrix& r, std::size_t item) {
    double badness = real(r.rows());
    for (std::size_t j = 0; j < r.rows(); ++j) {
        if (j != item) badness += std::log(1 - r(item, j) * r(item, j));
    }
    return badness;
}

Descent best_descent(const Matrix& r) {
    const std::size_t k = r.rows();
    std::array<Numbers, 3> starts = {Numbers(k, std::log(0.5)), Numbers(k, std::log(0.9)),
                                     Numbers(k, std::log(0.2))};
    if (const std::optional<Matrix> inverted = inverse(r)) {
        for (std::size_t i = 0; i < k; ++i) {
            const double unique = (1 - 0.5 / real(k)) / (*inverted)(i, i);
            starts[0][i] = std::log(std::clamp(unique, 0.005, 1.0));
        }
    }
    Descent best;
    for (Numbers& start : starts) {
        Descent found = descend(r, std::move(start));
        if (!(found.end.badness >= best.end.badness)) best = std::move(found);
    }
    return best;
}

NoFactor obstacle(const Matrix& covariances, const Matrix& r) {
    const std::size_t k = covariances.rows();
    if (k < 3) return NoFactor::kTooFewItems;
    for (std::size_t i = 0; i < k; ++i) {
        if (!is_defined(covariances(i, i))) return NoFactor::kTooFewRows;
        if (covariances(i, i) == 0) return NoFactor::kConstantItem;
    }
    constexpr double kSame = 1e-9;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (1 - std::fabs(r(i, j)) < kSame) return NoFactor::kCollinear;
        }
    }
    return NoFactor::kNone;
}

}  // namespace

Omega omega_total(const Matrix& covariances) {
    const std::size_t k = covariances.rows();
    const Matrix r = correlations(covariances);
    Omega result;
    result.loadings.assign(k, kUndefined);
    result.uniquenesses.assign(k, kUndefined);
    result.why = obstacle(covariances, r);
    if (result.why != NoFactor::kNone) return result;

    const Descent inside = best_descent(r);
    std::size_t border = 0;
    for (std::size_t i = 1; i < k; ++i) {
        if (badness_on_border(r, i) < badness_on_border(r, border)) border = i;
    }
    // A descent towards a border never quite gets there.
    constexpr double kNear = 1e-4;
    const double on_border = badness_on_border(r, border);
    if (!inside.is_flat && !(on_border < inside.end.badness + kNear)) {
        result.why = NoFactor::kNotConverged;
        return result;
    }
    if (!inside.is_flat || on_border < inside.end.badness) {
        result.heywood = border;
        for (std::size_t j = 0; j < k; ++j) {
            result.loadings[j] = r(border, j);
            result.uniquenesses[j] = j == border ? 0 : 1 - r(border, j) * r(border, j);
        }
    } else {
        const double first = inside.end.spectrum.values[0];
        for (std::size_t i = 0; i < k; ++i) {
            const double unique = std::exp(inside.end.log_uniquenesses[i]);
            result.uniquenesses[i] = unique;
            result.loadings[i] = std::sqrt(unique) * inside.end.spectrum.vectors(i, 0) *
                                 std::sqrt(std::max(first - 1, 0.0));
        }
    }
    double sum = 0;
    double unique = 0;
    for (std::size_t i = 0; i < k; ++i) {
        sum += std::sqrt(covariances(i, i)) * result.loadings[i];
        unique += covariances(i, i) * result.uniquenesses[i];
    }
    if (sum < 0) {
        for (double& loading : result.loadings) loading = -loading;
    }
    result.omega = ratio(sum * sum, sum * sum + unique);
    return result;
}

}  // namespace vgap::stats
