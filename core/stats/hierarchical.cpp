#include "core/stats/hierarchical.hpp"

#include "core/stats/interval.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

Hierarchical hierarchical(const Columns& groups, double confidence) {
    Hierarchical result;
    if (groups.empty()) return result;
    const double k = real(groups.size());
    Numbers all;
    Numbers means;
    double squares = 0;
    double inverses = 0;
    for (const Numbers& group : groups) {
        all.insert(all.end(), group.begin(), group.end());
        means.push_back(mean(group));
        squares += real(group.size()) * real(group.size());
        inverses += 1 / real(group.size());
    }
    const double n = real(all.size());
    result.mean_of_means = mean(means);
    result.mean_of_means_error = deviation(means) / std::sqrt(k);
    result.mean_of_means_limits =
        t_interval(result.mean_of_means, result.mean_of_means_error, k - 1, confidence);
    result.pooled_mean = mean(all);

    result.anova = anova(groups);
    const double b = result.anova.ms_between;
    const double w = result.anova.ms_within;
    result.n0 = ratio(n - squares / n, k - 1);
    result.icc1 = ratio(b - w, b + (result.n0 - 1) * w);
    result.icc2 = ratio(b - w, b);
    result.design_effect = 1 + (squares / n - 1) * result.icc1;
    result.effective_n = ratio(n, result.design_effect);

    double totals = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const double total = real(groups[g].size()) * (means[g] - result.pooled_mean);
        totals += total * total;
    }
    result.cluster_error = std::sqrt(ratio(k * totals, k - 1)) / n;
    result.cluster_limits = t_interval(result.pooled_mean, result.cluster_error, k - 1, confidence);
    result.simple_error = deviation(all) / std::sqrt(n);
    const double relative = ratio(result.cluster_error, result.simple_error);
    result.design_effect_of_error = relative * relative;
    result.kish = n * inverses / (k * k);
    return result;
}

}  // namespace vgap::stats
