// Scales: scores of dimensions, and how reliable a scale is.

#include <algorithm>

#include "core/stats/alpha.hpp"
#include "core/stats/bootstrap.hpp"
#include "core/stats/call.hpp"
#include "core/stats/function_rows.hpp"
#include "core/stats/omega.hpp"
#include "core/stats/split_half.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

constexpr double kMostWeight = 1e9;

// {"q1": 2, ...}, or all alike when the argument is null.
Numbers weights_of(const Call& call, std::string_view key, const std::vector<std::string>& names) {
    Numbers weights(names.size(), 1);
    if (!call.has(key)) return weights;
    const json::Reader object = call.at(key);
    for (std::size_t i = 0; i < names.size(); ++i) {
        weights[i] = object.at(names[i]).number(0, kMostWeight);
    }
    return weights;
}

void answer_group(Call& call, const std::string& prefix, const Numbers& scores) {
    const Group group = group_of(scores, call.confidence());
    call.answer.count(prefix + "n_scored", group.n);
    call.answer.number(prefix + "mean", group.mean);
    call.answer.number(prefix + "sd", group.deviation);
    call.answer.number(prefix + "se", group.error);
    call.answer.interval(prefix + "t_ci", group.limits);
    if (group.n < 2) call.answer.reason(prefix + "t_ci", "too_few_rows");
}

void answer_dimension(Call& call, const std::string& name, const Scale& scale,
                      const Numbers& scores) {
    Numbers percents;
    for (const double score : scores) percents.push_back(scale.percent(score));
    call.answer.numbers(name + ".respondent_score", scores);
    call.answer.numbers(name + ".respondent_pomp", percents);
    answer_group(call, name + ".", scores);
    const Group group = group_of(percents, call.confidence());
    call.answer.number(name + ".pomp_mean", group.mean);
    call.answer.interval(name + ".pomp_t_ci", group.limits);
}

struct Item {
    std::string name;
    Numbers keyed;
};

const Item* find_item(const std::vector<Item>& items, const std::string& name) {
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const Item& item) { return item.name == name; });
    return at == items.end() ? nullptr : &*at;
}

// Those of item_order, whose statistics are given; then those that only a dimension names.
struct Named {
    std::vector<std::string> names;
    std::size_t ordered = 0;
};

Named named_items(const Call& call) {
    Named items;
    if (call.has("item_order")) items.names = call.texts("item_order", 1);
    const bool all = items.names.empty();
    items.ordered = items.names.size();
    for (const auto& [name, list] : call.at("dimensions").members()) {
        for (const json::Reader& item : list.elements()) {
            std::string label = label_at(item);
            const auto known = std::find(items.names.begin(), items.names.end(), label);
            if (known == items.names.end()) items.names.push_back(std::move(label));
        }
    }
    if (all) items.ordered = items.names.size();
    return items;
}

std::vector<Item> keyed_items(Call& call, const std::vector<std::string>& names,
                              const Scale& scale) {
    const std::vector<bool> turned = call.reversed(names);
    std::vector<Item> items;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Numbers answers = call.column(names[i], call.arguments(), {scale.low, scale.high});
        if (turned[i]) {
            for (double& x : answers) x = scale.reversed(x);
        }
        items.push_back({names[i], std::move(answers)});
    }
    return items;
}

std::string_view reason_of(NoFactor why) {
    switch (why) {
        case NoFactor::kNone:
            return "";
        case NoFactor::kTooFewRows:
            return "too_few_rows";
        case NoFactor::kTooFewItems:
            return "too_few_items";
        case NoFactor::kConstantItem:
            return "constant_item";
        case NoFactor::kCollinear:
            return "collinear_items";
        case NoFactor::kNotConverged:
            return "not_converged";
    }
    return "";
}

std::string_view no_reliability(std::size_t n, std::size_t k) {
    if (n < 2) return "too_few_rows";
    if (k < 2) return "too_few_items";
    return "no_variation";
}

constexpr std::size_t kMostReplicates = 1'000'000;

std::vector<std::size_t> replicates_of(const Call& call) {
    if (!call.has("replicates")) return {2000, 10000};
    std::vector<std::size_t> result;
    for (const json::Reader& each : call.at("replicates").elements(1, 10)) {
        result.push_back(static_cast<std::size_t>(each.whole(1, kMostReplicates)));
    }
    return result;
}

void answer_percentiles(Call& call, std::size_t replicates, const Numbers& sorted) {
    const Interval limits = percentile_interval(sorted, call.confidence());
    const std::string suffix = "_B" + std::to_string(replicates);
    call.answer.number("percentile_low" + suffix, limits.low);
    call.answer.number("percentile_high" + suffix, limits.high);
    if (sorted.size() < replicates) {
        call.answer.count("replicates_undefined" + suffix, replicates - sorted.size());
    }
}

}  // namespace

void run_score_dimensions(Call& call) {
    const Scale scale = call.scale();
    const Named named = named_items(call);
    if (call.failed()) return;
    std::vector<Item> items = keyed_items(call, named.names, scale);
    std::vector<std::string> names;
    Columns scores;
    for (const auto& [name, list] : call.at("dimensions").members()) {
        std::vector<std::string> members;
        Columns columns;
        for (const json::Reader& place : list.elements(1, items.size())) {
            const std::string member = label_at(place);
            members.push_back(member);
            columns.push_back(find_item(items, member)->keyed);
        }
        if (call.failed()) continue;
        // At least half, unless it is said.
        const std::size_t least =
            call.has("min_answered")
                ? static_cast<std::size_t>(call.at("min_answered").whole(0, 1'000'000))
                : (members.size() + 1) / 2;
        scores.push_back(weighted_means(columns, weights_of(call, "item_weights", members), least));
        names.push_back(name);
    }
    if (call.failed()) return;
    for (std::size_t d = 0; d < names.size(); ++d) {
        answer_dimension(call, names[d], scale, scores[d]);
    }
    items.resize(named.ordered);
    std::vector<std::size_t> answered;
    std::vector<std::size_t> missing;
    Numbers means;
    Numbers deviations;
    for (const Item& item : items) {
        const Numbers there = present(item.keyed);
        answered.push_back(there.size());
        missing.push_back(item.keyed.size() - there.size());
        means.push_back(mean(there));
        deviations.push_back(deviation(there));
    }
    call.answer.counts("item_n", answered);
    call.answer.counts("item_missing", missing);
    call.answer.numbers("item_mean_keyed", means);
    call.answer.numbers("item_sd_keyed", deviations);
    const Numbers overall = weighted_means(scores, weights_of(call, "dimension_weights", names), 1);
    call.answer.numbers("overall.respondent", overall);
    answer_group(call, "overall.", overall);
}

void run_alpha(Call& call) {
    const Columns items = call.keyed_items(1);
    if (call.failed()) return;
    const std::size_t n = items.front().size();
    const Alpha alpha = alpha_of(covariances(items), n, call.confidence());
    Answer& answer = call.answer;
    answer.count("n", n);
    answer.count("k", items.size());
    answer.number("alpha", alpha.alpha);
    answer.number("alpha_standardised", alpha.standardised);
    answer.number("mean_interitem_r", alpha.mean_interitem_r);
    answer.interval("feldt_ci", alpha.feldt);
    answer.numbers("item_total_corrected", alpha.item_total_corrected);
    answer.numbers("item_total", alpha.item_total);
    answer.number("total_variance", alpha.total_variance);
    answer.number("guttman_lambda2", alpha.guttman_lambda2);
    answer.number("sem", alpha.sem);
    answer.numbers("alpha_if_deleted", alpha.if_deleted);
    if (!is_defined(alpha.alpha)) answer.reason("alpha", no_reliability(n, items.size()));
    if (is_defined(alpha.alpha) && !is_defined(alpha.standardised)) {
        answer.reason("alpha_standardised", "constant_item");
    }
}

void run_omega(Call& call) {
    if (call.has("extraction")) call.at("extraction").one_of({"ml"});
    const Columns items = call.keyed_items(1);
    if (call.failed()) return;
    const Omega omega = omega_total(covariances(items));
    Answer& answer = call.answer;
    answer.count("n", items.front().size());
    answer.count("k", items.size());
    answer.numbers("loadings_standardised_ml", omega.loadings);
    answer.numbers("uniquenesses_ml", omega.uniquenesses);
    answer.number("omega_total_ml", omega.omega);
    answer.truth("heywood", omega.heywood.has_value());
    if (omega.heywood) answer.text("heywood_item", call.texts("items", 1)[*omega.heywood]);
    if (omega.why != NoFactor::kNone) answer.reason("omega_total_ml", reason_of(omega.why));
}

void run_split_half(Call& call) {
    const Columns items = call.keyed_items(2);
    const int split = call.has("split") ? call.at("split").one_of({"odd_even", "first_second"}) : 0;
    if (call.failed()) return;
    const std::size_t k = items.size();
    const Matrix spread = covariances(items);
    const SplitHalf first = split_half(spread, first_items(k));
    const SplitHalf half = split == 1 ? first : split_half(spread, odd_items(k));
    const AllSplits all = all_splits(spread);
    Answer& answer = call.answer;
    answer.count("n", items.front().size());
    answer.number("half_correlation", half.correlation);
    answer.number("spearman_brown", half.spearman_brown);
    answer.number("guttman_flanagan", half.guttman);
    answer.number("first_second_spearman_brown", first.spearman_brown);
    answer.number("n_splits", all.count);
    answer.number("all_splits_max", all.most);
    answer.number("all_splits_mean", all.mean);
    answer.number("all_splits_min", all.least);
    if (!is_defined(half.correlation)) {
        answer.reason("half_correlation", no_reliability(items.front().size(), k));
    }
    if (k > kMostItems) {
        answer.reason("all_splits_max", "too_many_splits");
        answer.reason("all_splits_min", "too_many_splits");
    }
}

void run_feldt(Call& call) {
    constexpr double kMost = 1e15;
    const Numbers alpha = call.fixed_column("alpha", {-kMost, 1});
    const Numbers n = call.fixed_column("n", {0, kMost});
    const Numbers k = call.fixed_column("k", {0, kMost});
    const Numbers confidence = call.confidences();
    Numbers low;
    Numbers high;
    for (std::size_t r = 0; r < call.rows(); ++r) {
        const Interval limits = feldt(alpha[r], n[r], k[r], confidence[r]);
        low.push_back(limits.low);
        high.push_back(limits.high);
    }
    call.answer.numbers("low", low);
    call.answer.numbers("high", high);
}

void run_bootstrap_mean(Call& call) {
    if (call.has("statistic")) call.at("statistic").one_of({"mean"});
    const Numbers numbers = present(call.column_at("column"));
    const std::vector<std::size_t> replicates = replicates_of(call);
    const std::uint64_t seed = call.seed();
    if (call.failed()) return;
    call.answer.count("n", numbers.size());
    call.answer.number("estimate", mean(numbers));
    call.answer.number("bootstrap_se_exact", bootstrap_error_of_mean(numbers));
    call.answer.number("bca_acceleration", acceleration_of_mean(numbers));
    for (const std::size_t b : replicates) {
        answer_percentiles(call, b, bootstrap_means(numbers, seed, b));
    }
    if (numbers.empty()) call.answer.reason("estimate", "no_rows");
}

void run_bootstrap_alpha(Call& call) {
    const Columns items = call.keyed_items(1);
    const std::vector<std::size_t> replicates = replicates_of(call);
    const std::uint64_t seed = call.seed();
    if (call.failed()) return;
    const std::size_t n = items.front().size();
    const double estimate = alpha_of(covariances(items), n, call.confidence()).alpha;
    call.answer.count("n", n);
    call.answer.number("estimate", estimate);
    for (const std::size_t b : replicates) {
        answer_percentiles(call, b, bootstrap_alphas(items, seed, b));
    }
    if (!is_defined(estimate)) call.answer.reason("estimate", no_reliability(n, items.size()));
}

}  // namespace vgap::stats
