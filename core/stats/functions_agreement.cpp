// Agreement between raters.

#include <algorithm>
#include <array>

#include "core/base/number.hpp"
#include "core/stats/call.hpp"
#include "core/stats/function_rows.hpp"
#include "core/stats/icc.hpp"
#include "core/stats/kappa.hpp"
#include "core/stats/krippendorff.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

void answer_form(Answer& answer, const std::string& name, const IccForm& form) {
    answer.number(name, form.estimate);
    answer.interval(name + "_ci", form.limits);
}

void answer_test(Answer& answer, const std::string& name, const IccTest& test) {
    answer.number(name + "_F", test.f);
    answer.numbers(name + "_df", {test.df1, test.df2});
    answer.number(name + "_p", test.p);
}

Columns rows_of(const Columns& columns, const Grouping& groups, std::size_t group) {
    Columns kept(columns.size());
    for (std::size_t r = 0; r < groups.of_row.size(); ++r) {
        if (groups.of_row[r] != group) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) kept[i].push_back(columns[i][r]);
    }
    return complete_rows(kept);
}

struct RwgRows {
    Numbers rwg;
    Numbers ad_mean;
    Numbers ad_median;
    void add(const Rwg& group) {
        rwg.push_back(group.rwg);
        ad_mean.push_back(group.ad_mean);
        ad_median.push_back(group.ad_median);
    }
};

// The values of each unit; labels become numbers in the order of Grouping when they are not numbers.
Columns units_of(Call& call, bool labels_will_do) {
    Columns units(call.rows());
    const json::Reader list = call.at("raters");
    const std::vector<std::string> names = call.texts("raters", 1);
    if (call.failed()) return units;
    const std::vector<json::Reader> places = list.elements();
    if (!labels_will_do) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Numbers ratings = call.column(names[i], places[i]);
            for (std::size_t r = 0; r < ratings.size(); ++r) {
                if (is_defined(ratings[r])) units[r].push_back(ratings[r]);
            }
        }
        return units;
    }
    std::vector<std::string> known;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::vector<std::string> ratings = call.labels(names[i], places[i]);
        for (std::size_t r = 0; r < ratings.size(); ++r) {
            if (ratings[r].empty() || ratings[r] == "NA") continue;
            auto at = std::find_if(known.begin(), known.end(), [&](const std::string& label) {
                return same_label(label, ratings[r]);
            });
            if (at == known.end()) at = known.insert(at, ratings[r]);
            units[r].push_back(static_cast<double>(at - known.begin()));
        }
    }
    return units;
}

void answer_kappa(Answer& answer, const std::string& suffix, const Kappa& kappa) {
    answer.number("kappa_" + suffix, kappa.kappa);
    answer.number("se_" + suffix, kappa.standard_error);
    answer.interval("ci_" + suffix, kappa.limits);
    answer.number("z_" + suffix, kappa.z);
}

}  // namespace

void run_icc(Call& call) {
    if (call.has("missing")) call.at("missing").one_of({"listwise"});
    const Columns raters = complete_rows(call.columns_at("raters", 1));
    if (call.failed()) return;
    const Icc result = icc(raters, call.confidence());
    Answer& answer = call.answer;
    answer.count("n_targets", result.targets);
    answer.count("k_raters", result.raters);
    answer.number("ms_between", result.ms_between);
    answer.number("ms_within", result.ms_within);
    answer.number("ms_raters", result.ms_raters);
    answer.number("ms_error", result.ms_error);
    answer_form(answer, "icc_1_1", result.one_1);
    answer_form(answer, "icc_2_1", result.two_1);
    answer_form(answer, "icc_3_1", result.three_1);
    answer_form(answer, "icc_1_k", result.one_k);
    answer_form(answer, "icc_2_k", result.two_k);
    answer_form(answer, "icc_3_k", result.three_k);
    answer_test(answer, "icc_1_1", result.one_way);
    answer_test(answer, "icc_2_1", result.two_way);
    answer_test(answer, "icc_3_1", result.two_way);
    if (result.raters < 2) {
        answer.reason("icc_1_1", "too_few_raters");
    } else if (result.targets < 2) {
        answer.reason("icc_1_1", "too_few_targets");
    } else if (!is_defined(result.one_1.estimate)) {
        answer.reason("icc_1_1", "no_variation");
    } else if (result.ms_error == 0) {
        answer.reason("icc_3_1_F", "no_disagreement");
    }
}

void run_rwg(Call& call) {
    const Grouping groups = call.grouping("group");
    const Columns items = call.columns_at("items", 1);
    const double options = call.at("response_options").number(2, 1e6);
    const bool has_single = call.has("single_item");
    const Columns single = has_single ? Columns{call.column_at("single_item")} : Columns{};
    if (call.failed()) return;
    const double null_variance = uniform_null(options);
    std::vector<std::size_t> complete;
    RwgRows all;
    RwgRows one;
    for (std::size_t g = 0; g < groups.labels.size(); ++g) {
        const Columns rows = rows_of(items, groups, g);
        complete.push_back(rows.front().size());
        all.add(rwg(rows, null_variance));
        if (has_single) one.add(rwg(rows_of(single, groups, g), null_variance));
    }
    Answer& answer = call.answer;
    if (groups.are_numbers) {
        Numbers labels;
        for (const std::string& label : groups.labels) labels.push_back(*base::parse_number(label));
        answer.numbers("groups", labels);
    } else {
        answer.texts("groups", groups.labels);
    }
    answer.counts("n_complete", complete);
    answer.number("null_variance", null_variance);
    answer.numbers("rwg_j", all.rwg);
    answer.numbers("ad_mean", all.ad_mean);
    answer.numbers("ad_median", all.ad_median);
    if (has_single) {
        answer.numbers("rwg_single", one.rwg);
        answer.numbers("ad_mean_single", one.ad_mean);
    }
    constexpr double kShareOfOptions = 6;
    answer.number("ad_cutoff_A_over_6", options / kShareOfOptions);
    answer.number("mean_rwg_j", mean(present(all.rwg)));
    answer.number("median_rwg_j", median(present(all.rwg)));
    if (present(all.rwg).size() < all.rwg.size()) answer.reason("rwg_j", "group_of_one");
}

void run_krippendorff(Call& call) {
    constexpr std::array<std::string_view, 4> kNames = {"nominal", "ordinal", "interval", "ratio"};
    std::vector<Metric> metrics;
    if (call.has("metrics")) {
        for (const json::Reader& each : call.at("metrics").elements(1, kNames.size())) {
            const int which = each.one_of({"nominal", "ordinal", "interval", "ratio"});
            if (which >= 0) metrics.push_back(static_cast<Metric>(which));
        }
    } else {
        metrics = {Metric::kNominal, Metric::kOrdinal, Metric::kInterval, Metric::kRatio};
    }
    const bool labels_will_do = metrics == std::vector<Metric>{Metric::kNominal};
    const Columns units = units_of(call, labels_will_do);
    if (call.failed()) return;
    std::size_t pairable = 0;
    for (const Metric metric : metrics) {
        const std::string name(kNames[static_cast<std::size_t>(metric)]);
        const Krippendorff result = krippendorff(units, metric);
        pairable = result.pairable;
        call.answer.number("alpha_" + name, result.alpha);
        if (metric != Metric::kOrdinal) {  // in units of squared ranks, which say nothing
            call.answer.number("observed_disagreement_" + name, result.observed);
            call.answer.number("expected_disagreement_" + name, result.expected);
        }
        if (is_defined(result.alpha)) continue;
        const bool mixed = pairable > 0 && !is_defined(result.expected);
        call.answer.reason("alpha_" + name, pairable == 0 ? "nothing_pairable"
                                            : mixed       ? "values_of_both_signs"
                                                          : "no_variation");
    }
    call.answer.count("pairable_values", pairable);
}

void run_kappa(Call& call) {
    constexpr double kMostCount = 1e15;
    const Matrix counts = call.table_of_numbers({0, kMostCount});
    const std::size_t k = counts.rows();
    if (call.failed()) return;
    if (k != counts.columns() || k == 0) {
        call.arguments().report(
            "error.stats.not_square",
            {{"rows", std::to_string(k)}, {"columns", std::to_string(counts.columns())}});
        return;
    }
    for (std::size_t i = 0; i < k * k; ++i) {
        if (is_defined(counts.data()[i])) continue;
        call.arguments().report("error.stats.empty_count");
        return;
    }
    const bool has_custom = call.has("custom_disagreement");
    const Matrix custom =
        has_custom ? call.matrix_of("custom_disagreement", k, k, {0, kMostCount}) : Matrix();
    if (call.failed()) return;
    const double confidence = call.confidence();
    const Kappa plain = kappa(counts, identity(k), confidence);
    double n = 0;
    for (std::size_t i = 0; i < k * k; ++i) n += counts.data()[i];
    Answer& answer = call.answer;
    answer.number("n", n);
    answer_kappa(answer, "unweighted", plain);
    answer_kappa(answer, "linear", kappa(counts, linear_weights(k), confidence));
    answer_kappa(answer, "quadratic", kappa(counts, quadratic_weights(k), confidence));
    if (has_custom) {
        answer_kappa(answer, "custom", kappa(counts, weights_of_disagreement(custom), confidence));
    }
    answer.number("observed_agreement", plain.observed);
    answer.number("expected_agreement", plain.expected);
    if (!is_defined(plain.kappa)) {
        answer.reason("kappa_unweighted", n > 0 ? "no_variation" : "no_rows");
    }
}

}  // namespace vgap::stats
