// Shares, differences between groups, standing, and which groups may be shown.

#include <algorithm>
#include <cmath>

#include "core/stats/call.hpp"
#include "core/stats/function_rows.hpp"
#include "core/stats/hierarchical.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/many_groups.hpp"
#include "core/stats/percentile.hpp"
#include "core/stats/summary.hpp"
#include "core/stats/suppression.hpp"
#include "core/stats/two_groups.hpp"

namespace vgap::stats {

namespace {

constexpr double kMostCount = 1e15;

struct Shares {
    Numbers x;
    Numbers n;
};

Shares shares(Call& call, std::string_view x, std::string_view n) {
    Shares result{call.fixed_column(x, {0, kMostCount}), call.fixed_column(n, {0, kMostCount})};
    for (std::size_t r = 0; r < result.x.size(); ++r) {
        if (!(result.x[r] > result.n[r])) continue;
        call.arguments().report("error.stats.more_than_all", {{"row", std::to_string(r + 1)},
                                                              {"found", number_text(result.x[r])},
                                                              {"most", number_text(result.n[r])}});
    }
    return result;
}

struct Ends {
    Numbers low;
    Numbers high;
    void add(const Interval& interval) {
        low.push_back(interval.low);
        high.push_back(interval.high);
    }
};

// Labels and values of the groups in which anybody has a value.
struct Groups {
    std::vector<std::string> labels;
    Columns values;
};

Groups filled_groups(const Grouping& grouping, const Numbers& values) {
    Groups groups;
    Columns all = grouping.split(values);
    for (std::size_t g = 0; g < all.size(); ++g) {
        if (all[g].empty()) continue;
        groups.labels.push_back(grouping.labels[g]);
        groups.values.push_back(std::move(all[g]));
    }
    return groups;
}

std::string list_of(const std::vector<std::string>& labels) {
    std::string list;
    for (const std::string& label : labels) {
        if (!list.empty()) list += ", ";
        list += label;
    }
    return list;
}

std::vector<std::size_t> sizes_of(const Columns& groups) {
    std::vector<std::size_t> sizes;
    for (const Numbers& group : groups) sizes.push_back(group.size());
    return sizes;
}

Numbers each(const Columns& groups, double (*what)(std::span<const double>)) {
    Numbers result;
    for (const Numbers& group : groups) result.push_back(what(group));
    return result;
}

// The two groups to compare: named, or the only two there are.
std::vector<std::size_t> two_of(Call& call, const Grouping& grouping) {
    std::vector<std::size_t> which;
    if (!call.has("group_order")) {
        if (grouping.labels.size() == 2) return {0, 1};
        call.arguments().report("error.stats.name_two_groups",
                                {{"known", list_of(grouping.labels)}});
        return {};
    }
    for (const json::Reader& place : call.at("group_order").elements(2, 2)) {
        const std::string label = label_at(place);
        const auto at = std::find_if(grouping.labels.begin(), grouping.labels.end(),
                                     [&](const std::string& l) { return same_label(l, label); });
        if (at == grouping.labels.end()) {
            place.report("error.stats.no_group",
                         {{"found", label}, {"known", list_of(grouping.labels)}});
            continue;
        }
        which.push_back(static_cast<std::size_t>(at - grouping.labels.begin()));
    }
    return which;
}

void answer_super_groups(Call& call, const Grouping& grouping, const Numbers& values) {
    const Grouping above = call.grouping("super_group");
    std::vector<std::size_t> parent(grouping.labels.size(), Grouping::kNone);
    for (std::size_t r = 0; r < grouping.of_row.size(); ++r) {
        const std::size_t group = grouping.of_row[r];
        const std::size_t super = above.of_row[r];
        if (group == Grouping::kNone || super == Grouping::kNone || !is_defined(values[r])) {
            continue;
        }
        if (parent[group] != Grouping::kNone && parent[group] != super) {
            call.at("super_group")
                .report("error.stats.not_nested", {{"group", grouping.labels[group]},
                                                   {"first", above.labels[parent[group]]},
                                                   {"second", above.labels[super]}});
            return;
        }
        parent[group] = super;
    }
    const Columns groups = grouping.split(values);
    std::vector<std::string> labels;
    Numbers of_means;
    Numbers of_people;
    for (std::size_t s = 0; s < above.labels.size(); ++s) {
        Numbers means;
        Numbers people;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (parent[g] != s || groups[g].empty()) continue;
            means.push_back(mean(groups[g]));
            people.insert(people.end(), groups[g].begin(), groups[g].end());
        }
        if (means.empty()) continue;
        labels.push_back(above.labels[s]);
        of_means.push_back(mean(means));
        of_people.push_back(mean(people));
    }
    call.answer.texts("super_groups", labels);
    call.answer.numbers("super_mean_of_group_means", of_means);
    call.answer.numbers("super_pooled_mean", of_people);
    call.answer.number("mean_of_super_means", mean(of_means));
}

std::vector<std::int64_t> counts_at(const json::Reader& table) {
    std::vector<std::int64_t> counts;
    for (const json::Reader& cell : table.elements()) {
        const double count = cell.number(0, kMostCount);
        if (std::floor(count) != count) {
            cell.report("error.json.not_a_whole_number", {{"found", number_text(count)}});
        }
        counts.push_back(static_cast<std::int64_t>(count));
    }
    return counts;
}

void answer_two_way(Call& call, const std::string& name, const json::Reader& table,
                    std::int64_t threshold) {
    std::vector<std::vector<std::int64_t>> counts;
    for (const json::Reader& row : table.elements()) {
        counts.push_back(counts_at(row));
        if (counts.back().size() == counts.front().size()) continue;
        row.report("error.stats.wrong_size", {{"expected", std::to_string(counts.front().size())},
                                              {"found", std::to_string(counts.back().size())}});
    }
    if (call.failed()) return;
    Columns hidden;
    for (const Cell& cell : suppress_table(counts, threshold)) {
        hidden.push_back({real(cell.row), real(cell.column)});
    }
    call.answer.rows(name + ".hidden", hidden);
}

}  // namespace

void run_wilson(Call& call) {
    const Shares s = shares(call, "x", "n");
    const Numbers confidence = call.confidences();
    Numbers p;
    Ends plain;
    Ends corrected;
    for (std::size_t r = 0; r < call.rows(); ++r) {
        p.push_back(ratio(s.x[r], s.n[r]));
        plain.add(wilson(s.x[r], s.n[r], confidence[r], Continuity::kPlain));
        corrected.add(wilson(s.x[r], s.n[r], confidence[r], Continuity::kCorrected));
    }
    call.answer.numbers("p", p);
    call.answer.numbers("wilson_low", plain.low);
    call.answer.numbers("wilson_high", plain.high);
    call.answer.numbers("wilson_cc_low", corrected.low);
    call.answer.numbers("wilson_cc_high", corrected.high);
}

void run_newcombe(Call& call) {
    const Shares a = shares(call, "x1", "n1");
    const Shares b = shares(call, "x2", "n2");
    const Numbers confidence = call.confidences();
    Numbers difference;
    Ends plain;
    Ends corrected;
    for (std::size_t r = 0; r < call.rows(); ++r) {
        difference.push_back(ratio(a.x[r], a.n[r]) - ratio(b.x[r], b.n[r]));
        plain.add(newcombe(a.x[r], a.n[r], b.x[r], b.n[r], confidence[r], Continuity::kPlain));
        corrected.add(
            newcombe(a.x[r], a.n[r], b.x[r], b.n[r], confidence[r], Continuity::kCorrected));
    }
    call.answer.numbers("difference", difference);
    call.answer.numbers("low", plain.low);
    call.answer.numbers("high", plain.high);
    call.answer.numbers("cc_low", corrected.low);
    call.answer.numbers("cc_high", corrected.high);
}

void run_two_groups(Call& call) {
    const Grouping grouping = call.grouping("group");
    const Numbers values = call.column_at("value");
    if (call.failed()) return;
    const std::vector<std::size_t> which = two_of(call, grouping);
    if (call.failed()) return;
    const Columns groups = grouping.split(values);
    const Numbers& x = groups[which[0]];
    const Numbers& y = groups[which[1]];
    const double confidence = call.confidence();
    const Welch w = welch(x, y, confidence);
    const Standardised s = standardised(x, y, confidence);
    const Ranked r = ranked(x, y, confidence);
    Answer& answer = call.answer;
    answer.count("n1", x.size());
    answer.count("n2", y.size());
    answer.number("mean1", mean(x));
    answer.number("mean2", mean(y));
    answer.number("sd1", deviation(x));
    answer.number("sd2", deviation(y));
    answer.number("difference", mean(x) - mean(y));
    answer.number("welch_t", w.t);
    answer.number("welch_df", w.df);
    answer.number("welch_p", w.p);
    answer.interval("welch_ci", w.limits);
    answer.number("pooled_sd", s.pooled_deviation);
    answer.number("cohens_d", s.d);
    answer.interval("cohens_d_ci", s.d_limits);
    answer.number("hedges_correction_exact", s.correction);
    answer.number("hedges_g", s.g);
    answer.interval("hedges_g_ci", s.g_limits);
    answer.number("mann_whitney_U1", r.u);
    answer.number("mann_whitney_p_normal_cc", r.p);
    answer.number("cliffs_delta", r.delta);
    answer.number("cliffs_delta_variance", r.delta_variance);
    answer.interval("cliffs_delta_ci", r.delta_limits);
    answer.number("prob_superiority", r.superiority);
    const bool few = x.size() < 2 || y.size() < 2;
    if (!is_defined(w.t)) answer.reason("welch_t", few ? "group_of_one" : "no_variation");
    if (!is_defined(s.d)) answer.reason("cohens_d", few ? "group_of_one" : "no_variation");
    if (!is_defined(r.delta_limits.low)) {
        answer.reason("cliffs_delta_ci", few ? "group_of_one" : "groups_do_not_overlap");
    }
}

void run_many_groups(Call& call) {
    const Grouping grouping = call.grouping("group");
    const Numbers values = call.column_at("value");
    if (call.failed()) return;
    const Groups groups = filled_groups(grouping, values);
    const ManyGroups many = many_groups(groups.values);
    std::vector<std::string> pairs;
    for (const auto& [a, b] : many.pairs) {
        pairs.push_back(groups.labels[a] + " - " + groups.labels[b]);
    }
    Answer& answer = call.answer;
    answer.texts("groups", groups.labels);
    answer.counts("n", sizes_of(groups.values));
    answer.numbers("mean", each(groups.values, mean));
    answer.number("anova_F", many.anova.f);
    answer.number("anova_p", many.anova.p);
    answer.number("eta_squared", many.eta_squared);
    answer.number("omega_squared", many.omega_squared);
    answer.number("welch_F", many.welch_f);
    answer.number("welch_df2", many.welch_df2);
    answer.number("welch_p", many.welch_p);
    answer.number("kruskal_H", many.kruskal_h);
    answer.number("kruskal_p", many.kruskal_p);
    answer.number("epsilon_squared", many.epsilon_squared);
    answer.texts("pairs", pairs);
    answer.numbers("pair_welch_p", many.pair_p);
    answer.numbers("pair_p_holm", many.pair_p_holm);
    answer.numbers("pair_p_bh", many.pair_p_bh);
    if (groups.labels.size() < 2) {
        answer.reason("anova_F", "too_few_groups");
    } else if (!is_defined(many.anova.f)) {
        answer.reason("anova_F", "no_variation");
    }
    if (groups.labels.size() >= 2 && !is_defined(many.welch_f)) {
        answer.reason("welch_F", "group_without_variation");
    }
}

void run_percentile(Call& call) {
    Numbers sorted = present(call.column_at("column"));
    std::sort(sorted.begin(), sorted.end());
    Numbers ranks;
    for (const json::Reader& score : call.at("scores").elements()) {
        ranks.push_back(percentile_rank(sorted, score.number(-kMostCount, kMostCount)));
    }
    call.answer.count("n", sorted.size());
    call.answer.numbers("percentile_rank", ranks);
    if (sorted.empty()) call.answer.reason("percentile_rank", "no_rows");
}

void run_hierarchical(Call& call) {
    const Grouping grouping = call.grouping("group");
    const Numbers values = call.column_at("value");
    const double confidence = call.confidence();
    if (call.failed()) return;
    const Groups groups = filled_groups(grouping, values);
    const Hierarchical h = hierarchical(groups.values, confidence);
    std::size_t people = 0;
    for (const Numbers& group : groups.values) people += group.size();
    Answer& answer = call.answer;
    answer.texts("groups", groups.labels);
    answer.counts("group_n", sizes_of(groups.values));
    answer.numbers("group_mean", each(groups.values, mean));
    answer.numbers("group_sd", each(groups.values, deviation));
    answer.count("n_groups", groups.labels.size());
    answer.count("n_respondents", people);
    answer.number("mean_of_group_means", h.mean_of_means);
    answer.number("mean_of_group_means_se", h.mean_of_means_error);
    answer.interval("mean_of_group_means_ci", h.mean_of_means_limits);
    answer.number("pooled_mean", h.pooled_mean);
    answer.number("ms_between", h.anova.ms_between);
    answer.number("ms_within", h.anova.ms_within);
    answer.number("n0", h.n0);
    answer.number("icc1", h.icc1);
    answer.number("icc2", h.icc2);
    answer.number("F", h.anova.f);
    answer.number("F_p", h.anova.p);
    answer.number("design_effect", h.design_effect);
    answer.number("effective_n", h.effective_n);
    answer.number("cluster_se", h.cluster_error);
    answer.interval("cluster_ci", h.cluster_limits);
    answer.number("srs_se", h.simple_error);
    answer.number("deff_from_cluster_se", h.design_effect_of_error);
    answer.number("kish_deff_equal_group_weight", h.kish);
    if (groups.labels.size() < 2) {
        answer.reason("icc1", "too_few_groups");
    } else if (people == groups.labels.size()) {
        answer.reason("icc1", "one_in_each_group");
    } else if (!is_defined(h.icc1)) {
        answer.reason("icc1", "no_variation");
    }
    if (call.has("super_group")) answer_super_groups(call, grouping, values);
}

void run_suppression(Call& call) {
    const int threshold = call.has("threshold") ? call.at("threshold").whole(1, 1'000'000) : 5;
    for (const auto& [name, table] : call.at("tables").members()) {
        const std::vector<json::Value>& elements = table.value().elements;
        if (!elements.empty() && elements.front().kind == json::Kind::kArray) {
            answer_two_way(call, name, table, threshold);
            continue;
        }
        const Suppressed hidden = suppress(counts_at(table), threshold);
        call.answer.counts(name + ".primary", hidden.primary);
        call.answer.counts(name + ".secondary", hidden.secondary);
    }
}

}  // namespace vgap::stats
