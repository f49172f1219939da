#include "core/stats/many_groups.hpp"

#include <algorithm>
#include <numeric>

#include "core/stats/distribution.hpp"
#include "core/stats/summary.hpp"
#include "core/stats/two_groups.hpp"

namespace vgap::stats {

namespace {

Numbers pooled(const Columns& groups) {
    Numbers all;
    for (const Numbers& group : groups) all.insert(all.end(), group.begin(), group.end());
    return all;
}

void compare_by_welch(const Columns& groups, ManyGroups& result) {
    const double k = real(groups.size());
    double weight = 0;
    double centre = 0;
    for (const Numbers& group : groups) {
        const double w = ratio(real(group.size()), variance(group));
        weight += w;
        centre += w * mean(group);
    }
    centre /= weight;
    double between = 0;
    double spread = 0;
    for (const Numbers& group : groups) {
        const double w = ratio(real(group.size()), variance(group));
        between += w * (mean(group) - centre) * (mean(group) - centre) / (k - 1);
        spread += (1 - w / weight) * (1 - w / weight) / real(group.size() - 1);
    }
    spread /= k * k - 1;
    result.welch_f = ratio(between, 1 + 2 * (k - 2) * spread);
    if (!is_defined(result.welch_f)) return;
    result.welch_df2 = ratio(1, 3 * spread);
    result.welch_p = f_upper(result.welch_f, k - 1, result.welch_df2);
}

void compare_by_rank(const Columns& groups, ManyGroups& result) {
    Numbers all = pooled(groups);
    std::sort(all.begin(), all.end());
    const double n = real(all.size());
    double tied = 0;
    for (auto at = all.begin(); at != all.end();) {
        const auto end = std::upper_bound(at, all.end(), *at);
        const auto t = static_cast<double>(end - at);
        tied += t * t * t - t;
        at = end;
    }
    double sum = 0;
    for (const Numbers& group : groups) {
        double ranks = 0;
        for (const double x : group) {
            const auto [first, last] = std::equal_range(all.begin(), all.end(), x);
            ranks += static_cast<double>(first - all.begin()) +
                     (static_cast<double>(last - first) + 1) / 2;
        }
        const double above = ranks - real(group.size()) * (n + 1) / 2;
        sum += above * above / real(group.size());
    }
    const double correction = settled(1 - tied / (n * n * n - n), 1);
    result.kruskal_h = ratio(12 / (n * (n + 1)) * sum, correction);
    result.kruskal_p = chi_squared_upper(result.kruskal_h, real(groups.size()) - 1);
    result.epsilon_squared = ratio(result.kruskal_h, n - 1);
}

std::vector<std::size_t> ascending(const Numbers& p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (is_defined(p[i])) order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] < p[b] : a < b; });
    return order;
}

}  // namespace

Anova anova(const Columns& groups) {
    Anova result;
    const Numbers all = pooled(groups);
    if (all.empty()) return result;
    const double grand = mean(all);
    double k = 0;
    double between = 0;
    double within = 0;
    for (const Numbers& group : groups) {
        if (group.empty()) continue;
        ++k;
        const double off = mean(group) - grand;
        between += real(group.size()) * off * off;
        if (group.size() > 1) within += variance(group) * real(group.size() - 1);
    }
    const double total = between + within;
    result.squares_between = settled(between, total);
    result.squares_within = settled(within, total);
    result.df_between = k - 1;
    result.df_within = real(all.size()) - k;
    result.ms_between = ratio(result.squares_between, result.df_between);
    result.ms_within = ratio(result.squares_within, result.df_within);
    result.f = ratio(result.ms_between, result.ms_within);
    result.p = f_upper(result.f, result.df_between, result.df_within);
    return result;
}

ManyGroups many_groups(const Columns& groups) {
    ManyGroups result;
    result.anova = anova(groups);
    const Anova& a = result.anova;
    const double total = a.squares_between + a.squares_within;
    result.eta_squared = ratio(a.squares_between, total);
    result.omega_squared =
        ratio(a.squares_between - a.df_between * a.ms_within, total + a.ms_within);
    if (groups.size() >= 2) {
        compare_by_welch(groups, result);
        compare_by_rank(groups, result);
    }
    constexpr double kAnyLevel = 0.95;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t j = i + 1; j < groups.size(); ++j) {
            result.pairs.emplace_back(i, j);
            result.pair_p.push_back(welch(groups[i], groups[j], kAnyLevel).p);
        }
    }
    result.pair_p_holm = holm(result.pair_p);
    result.pair_p_bh = benjamini_hochberg(result.pair_p);
    return result;
}

Numbers holm(const Numbers& p) {
    Numbers result(p.size(), kUndefined);
    const std::vector<std::size_t> order = ascending(p);
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, real(order.size() - i) * p[order[i]]);
        result[order[i]] = std::min(1.0, largest);
    }
    return result;
}

Numbers benjamini_hochberg(const Numbers& p) {
    Numbers result(p.size(), kUndefined);
    const std::vector<std::size_t> order = ascending(p);
    double least = 1;
    for (std::size_t i = order.size(); i-- > 0;) {
        least = std::min(least, real(order.size()) / real(i + 1) * p[order[i]]);
        result[order[i]] = least;
    }
    return result;
}

}  // namespace vgap::stats
