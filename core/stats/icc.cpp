#include "core/stats/icc.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

IccTest test_of(double above, double below, double df1, double df2) {
    IccTest test{ratio(above, below), df1, df2, kUndefined};
    test.p = f_upper(test.f, df1, df2);
    return test;
}

// Limits of (1,1) and (3,1): (F/q - 1) / (F/q + k - 1); of their averages 1 - q/F.
void limit(const IccTest& test, double k, double level, IccForm& single, IccForm& average) {
    const double low = test.f / f_quantile(level, test.df1, test.df2);
    const double high = test.f * f_quantile(level, test.df2, test.df1);
    if (!is_defined(low) || !is_defined(high)) return;
    single.limits = {ratio(low - 1, low + k - 1), ratio(high - 1, high + k - 1)};
    average.limits = {1 - ratio(1, low), 1 - ratio(1, high)};
}

void limit_two_way(Icc& icc, double level) {
    const double n = real(icc.targets);
    const double k = real(icc.raters);
    const double rho = icc.two_1.estimate;
    const double f = ratio(icc.ms_raters, icc.ms_error);
    const double inner = n * (1 + (k - 1) * rho) - k * rho;
    const double above = (k - 1) * (n - 1) * std::pow(k * rho * f + inner, 2);
    const double below = (n - 1) * std::pow(k * rho * f, 2) + inner * inner;
    const double df = ratio(above, below);
    const double upper = f_quantile(level, n - 1, df);
    const double lower = f_quantile(level, df, n - 1);
    const double others = k * icc.ms_raters + (k * n - k - n) * icc.ms_error;
    const double low =
        ratio(n * (icc.ms_between - upper * icc.ms_error), upper * others + n * icc.ms_between);
    const double high =
        ratio(n * (lower * icc.ms_between - icc.ms_error), others + n * lower * icc.ms_between);
    if (!is_defined(low) || !is_defined(high)) return;
    icc.two_1.limits = {low, high};
    icc.two_k.limits = {spearman_brown(low, k), spearman_brown(high, k)};
}

}  // namespace

double spearman_brown(double reliability, double times) {
    return ratio(times * reliability, 1 + (times - 1) * reliability);
}

Icc icc(const Columns& raters, double confidence) {
    Icc result;
    result.raters = raters.size();
    result.targets = raters.empty() ? 0 : raters.front().size();
    if (result.raters < 2 || result.targets < 2) return result;
    const double n = real(result.targets);
    const double k = real(result.raters);

    Numbers targets(result.targets);
    Numbers rater_means;
    Numbers all;
    for (const Numbers& rater : raters) {
        rater_means.push_back(mean(rater));
        for (std::size_t r = 0; r < rater.size(); ++r) targets[r] += rater[r] / k;
        all.insert(all.end(), rater.begin(), rater.end());
    }
    double within = 0;
    double error = 0;
    const double grand = mean(all);
    for (std::size_t j = 0; j < raters.size(); ++j) {
        for (std::size_t r = 0; r < targets.size(); ++r) {
            const double from_target = raters[j][r] - targets[r];
            within += from_target * from_target;
            error += std::pow(from_target - rater_means[j] + grand, 2);
        }
    }
    const double total = variance(all) * (n * k - 1);
    result.ms_between = settled(k * variance(targets) * (n - 1), total) / (n - 1);
    result.ms_raters = settled(n * variance(rater_means) * (k - 1), total) / (k - 1);
    result.ms_within = settled(within, total) / (n * (k - 1));
    result.ms_error = settled(error, total) / ((n - 1) * (k - 1));

    const double b = result.ms_between;
    const double w = result.ms_within;
    const double e = result.ms_error;
    const double j = result.ms_raters;
    result.one_1.estimate = ratio(b - w, b + (k - 1) * w);
    result.two_1.estimate = ratio(b - e, b + (k - 1) * e + k * (j - e) / n);
    result.three_1.estimate = ratio(b - e, b + (k - 1) * e);
    result.one_k.estimate = ratio(b - w, b);
    result.two_k.estimate = ratio(b - e, b + (j - e) / n);
    result.three_k.estimate = ratio(b - e, b);

    result.one_way = test_of(b, w, n - 1, n * (k - 1));
    result.two_way = test_of(b, e, n - 1, (n - 1) * (k - 1));
    const double level = upper_level(confidence);
    limit(result.one_way, k, level, result.one_1, result.one_k);
    limit(result.two_way, k, level, result.three_1, result.three_k);
    limit_two_way(result, level);
    return result;
}

}  // namespace vgap::stats
