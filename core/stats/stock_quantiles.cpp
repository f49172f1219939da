#include "core/stats/stock_quantiles.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/stats/distribution.hpp"

namespace vgap::stats {

namespace {

constexpr double kNegligible = 1e-18;

// Probabilities of first, first + 1, ...
struct Distribution {
    double first = 0;
    Numbers p = {1};
};

// Out from the mode, where `up(n)` is p(n + 1) / p(n).
template <class Up>
Distribution around(double mode, double at_mode, double most, Up up) {
    Numbers below;
    double p = at_mode;
    double first = mode;
    while (first > 0) {
        p /= up(first - 1);
        if (p < kNegligible) break;
        below.push_back(p);
        --first;
    }
    std::reverse(below.begin(), below.end());
    p = at_mode;
    for (double n = mode; p >= kNegligible && n <= most; ++n) {
        below.push_back(p);
        p *= up(n);
    }
    const double sum = std::accumulate(below.begin(), below.end(), 0.0);
    for (double& each : below) each /= sum;  // at_mode is good to a few digits less than the rest
    return {first, std::move(below)};
}

Distribution binomial(double n, double p) {
    if (n == 0 || p <= 0) return {};
    if (p >= 1) return {n, {1}};
    const double mode = std::min(n, std::floor((n + 1) * p));
    const double at_mode =
        std::exp(log_gamma(n + 1) - log_gamma(mode + 1) - log_gamma(n - mode + 1) +
                 mode * std::log(p) + (n - mode) * std::log1p(-p));
    return around(mode, at_mode, n, [n, p](double k) { return (n - k) / (k + 1) * (p / (1 - p)); });
}

Distribution poisson(double rate) {
    if (rate <= 0) return {};
    const double mode = std::floor(rate);
    const double at_mode = std::exp(mode * std::log(rate) - rate - log_gamma(mode + 1));
    return around(mode, at_mode, std::numeric_limits<double>::max(),
                  [rate](double k) { return rate / (k + 1); });
}

void add(Distribution& sum, const Distribution& term) {
    Numbers p(sum.p.size() + term.p.size() - 1);
    for (std::size_t i = 0; i < sum.p.size(); ++i) {
        for (std::size_t j = 0; j < term.p.size(); ++j) p[i + j] += sum.p[i] * term.p[j];
    }
    std::size_t begin = 0;
    std::size_t end = p.size();
    while (begin + 1 < end && p[begin] < kNegligible) ++begin;
    while (end > begin + 1 && p[end - 1] < kNegligible) --end;
    sum.first += term.first + real(begin);
    sum.p.assign(p.begin() + static_cast<std::ptrdiff_t>(begin),
                 p.begin() + static_cast<std::ptrdiff_t>(end));
}

double quantile(const Distribution& distribution, double level) {
    constexpr double kRounding = 1e-12;
    double sum = 0;
    for (std::size_t i = 0; i < distribution.p.size(); ++i) {
        sum += distribution.p[i];
        if (sum >= level - kRounding) return distribution.first + real(i);
    }
    return distribution.first + real(distribution.p.size() - 1);
}

// What the recruits of one earlier period add to a level, when `moved` are the shares of each level's
// people who stand on that level by now.
void add_recruits(Distribution& sum, const Flow& flow, const Numbers& moved) {
    const double total = std::accumulate(flow.recruits.begin(), flow.recruits.end(), 0.0);
    double arrived = 0;
    for (std::size_t i = 0; i < moved.size(); ++i) arrived += flow.recruits[i] * moved[i];
    switch (flow.model) {
        case Recruits::kFixed:
            for (std::size_t i = 0; i < moved.size(); ++i) {
                add(sum, binomial(flow.recruits[i], moved[i]));
            }
            break;
        case Recruits::kPoisson:
            add(sum, poisson(arrived));
            break;
        case Recruits::kMultinomial:
            if (total > 0) add(sum, binomial(total, arrived / total));
            break;
    }
}

}  // namespace

StockQuantiles stock_quantiles(const Flow& flow, const Numbers& initial, std::size_t periods,
                               double confidence) {
    const std::size_t k = initial.size();
    const double level = upper_level(confidence);
    StockQuantiles result;
    std::vector<Distribution> recruited(k);  // who came since the start
    Matrix power = identity(k);              // P to the number of periods so far
    for (std::size_t t = 1; t <= periods; ++t) {
        Numbers low;
        Numbers high;
        const Matrix next = product(power, flow.transition);
        for (std::size_t j = 0; j < k; ++j) {
            Numbers lately(k);
            Numbers moved(k);
            for (std::size_t i = 0; i < k; ++i) {
                lately[i] = power(i, j);
                moved[i] = next(i, j);
            }
            // Ages 0 .. t - 1 of recruits: those of age t - 1 come on top of the younger ones.
            add_recruits(recruited[j], flow, lately);
            Distribution stock = recruited[j];
            for (std::size_t i = 0; i < k; ++i) add(stock, binomial(initial[i], moved[i]));
            low.push_back(quantile(stock, 1 - level));
            high.push_back(quantile(stock, level));
        }
        result.low.push_back(std::move(low));
        result.high.push_back(std::move(high));
        power = next;
    }
    return result;
}

}  // namespace vgap::stats
