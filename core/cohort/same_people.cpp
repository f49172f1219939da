#include "core/cohort/same_people.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/fixed.hpp"

namespace vgap::cohort {

using base::Wide;
using stats::Moments;

namespace {

Count sum_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), Count{0});
}

double unit_of(const Counts& points) {
    return 100.0 / static_cast<double>(points.size() - 1);
}

// The weighted mean of a dimension's items over its complete rows.
Moments moments_of_rows(const Layout& layout, std::size_t d, const DimensionTally& rows) {
    const std::vector<std::size_t>& members = layout.members[d];
    Moments moments;
    moments.n = static_cast<double>(rows.complete);
    if (rows.complete == 0) return moments;
    stats::Numbers weights;
    for (const std::size_t item : members) {
        weights.push_back(layout.instrument->questions[layout.items[item]].weight);
    }
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    moments.mean = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        Count sum = 0;
        for (std::size_t p = 0; p < rows.points[i].size(); ++p) {
            sum += rows.points[i][p] * static_cast<Count>(p);
        }
        moments.mean += weights[i] / all * unit_of(rows.points[i]) * static_cast<double>(sum) /
                        static_cast<double>(rows.complete);
    }
    if (rows.complete < 2) return moments;
    const stats::Matrix spread = covariances_of_rows(layout, d, rows);
    double variance = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < members.size(); ++j) {
            variance += weights[i] / all * (weights[j] / all) * spread(i, j);
        }
    }
    // What is nothing but rounding would make a t of billions.
    constexpr double kNothing = 1e-9;
    moments.variance = variance < kNothing ? 0 : variance;
    return moments;
}

Moments merged(const Moments& a, const Moments& b) {
    if (a.n == 0) return b;
    if (b.n == 0) return a;
    Moments both;
    both.n = a.n + b.n;
    const double apart = b.mean - a.mean;
    both.mean = a.mean + apart * (b.n / both.n);
    const auto squares = [](const Moments& of) { return of.n > 1 ? of.variance * (of.n - 1) : 0; };
    both.variance = (squares(a) + squares(b) + apart * apart * (a.n * b.n / both.n)) / (both.n - 1);
    return both;
}

}  // namespace

std::vector<Count> Answered::sizes() const {
    std::vector<Count> sizes = {scored, complete};
    for (const Counts& points : items) sizes.push_back(sum_of(points));
    return sizes;
}

stats::Matrix covariances_of_rows(const Layout& layout, std::size_t d, const DimensionTally& rows) {
    const std::size_t k = layout.members[d].size();
    std::vector<Wide> sums(k), products(k * k);
    stats::Numbers units(k);
    for (std::size_t i = 0; i < k; ++i) {
        const Counts& points = rows.points[i];
        units[i] = unit_of(points);
        for (std::size_t p = 0; p < points.size(); ++p) {
            const auto point = static_cast<Wide>(p);
            sums[i] += points[p] * point;
            products[i * k + i] += points[p] * point * point;
        }
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = i + 1; j < k; ++j) {
            products[i * k + j] = products[j * k + i] = rows.products[at++];
        }
    }
    return stats::covariances_of(rows.complete, sums, products, units);
}

Answered answered_of(const Layout& layout, const Tally& tally, std::size_t d, Count threshold) {
    const DimensionTally& dimension = tally.dimensions[d];
    Answered result;
    result.complete = dimension.complete;
    result.scored = dimension.scored;
    for (const std::size_t item : layout.members[d]) {
        result.items.push_back(tally.items[item].points);
    }
    for (const Count size : result.sizes()) {
        const Count beside = size - dimension.complete;
        result.leaves_out = result.leaves_out || (beside > 0 && beside < threshold);
    }
    if (result.leaves_out) {
        result.items = dimension.points;
        result.scored = dimension.complete;
        result.score = moments_of_rows(layout, d, dimension);
    } else {
        result.score = stats::moments_of(dimension.scored, dimension.sum, dimension.squares,
                                         1 / base::kBillion);
    }
    return result;
}

Answered together(const Answered& a, const Answered& b) {
    Answered both = a;
    for (std::size_t i = 0; i < both.items.size(); ++i) {
        for (std::size_t p = 0; p < both.items[i].size(); ++p) both.items[i][p] += b.items[i][p];
    }
    both.scored += b.scored;
    both.complete += b.complete;
    both.score = merged(a.score, b.score);
    both.leaves_out = a.leaves_out || b.leaves_out;
    return both;
}

}  // namespace vgap::cohort
