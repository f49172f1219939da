#include "core/stats/functions.hpp"

#include <algorithm>
#include <array>

#include "core/stats/call.hpp"
#include "core/stats/function_rows.hpp"

namespace vgap::stats {

namespace {

constexpr std::array kFunctions = {
    FunctionRow{"aalen_johansen", run_aalen_johansen},
    FunctionRow{"bootstrap_alpha_ci", run_bootstrap_alpha},
    FunctionRow{"bootstrap_mean_ci", run_bootstrap_mean},
    FunctionRow{"cohen_kappa", run_kappa},
    FunctionRow{"compare_many_groups", run_many_groups},
    FunctionRow{"compare_two_groups", run_two_groups},
    FunctionRow{"cronbach_alpha", run_alpha},
    FunctionRow{"feldt_ci", run_feldt},
    FunctionRow{"hierarchical_mean", run_hierarchical},
    FunctionRow{"icc", run_icc},
    FunctionRow{"kaplan_meier", run_kaplan_meier},
    FunctionRow{"krippendorff_alpha", run_krippendorff},
    FunctionRow{"markov_estimate", run_markov_estimate},
    FunctionRow{"markov_fixed_total", run_markov_fixed_total},
    FunctionRow{"markov_project", run_markov_project},
    FunctionRow{"maximum_matching", run_matching},
    FunctionRow{"newcombe_difference_ci", run_newcombe},
    FunctionRow{"omega_total", run_omega},
    FunctionRow{"percentile_rank", run_percentile},
    FunctionRow{"rwg", run_rwg},
    FunctionRow{"score_dimensions", run_score_dimensions},
    FunctionRow{"split_half", run_split_half},
    FunctionRow{"suppress_small_cells", run_suppression},
    FunctionRow{"wilson_ci", run_wilson},
};

}  // namespace

const FunctionRow* find_function(std::string_view name) {
    const auto* const found =
        std::find_if(kFunctions.begin(), kFunctions.end(),
                     [&](const FunctionRow& row) { return row.name == name; });
    return found == kFunctions.end() ? nullptr : found;
}

std::vector<std::string_view> function_names() {
    std::vector<std::string_view> names;
    names.reserve(kFunctions.size());
    for (const FunctionRow& row : kFunctions) names.push_back(row.name);
    return names;
}

base::Result<json::Value> evaluate(std::string_view function, const base::Table* table,
                                   const json::Value& arguments, std::string pointer,
                                   Unknown unknown) {
    const FunctionRow* const row = find_function(function);
    if (row == nullptr) {
        std::string known;
        for (const std::string_view name : function_names()) {
            if (!known.empty()) known += ", ";
            known += name;
        }
        return base::fail(base::Error{"error.stats.unknown_function",
                                      "",
                                      {{"found", std::string(function)}, {"known", known}}});
    }
    base::Errors problems;
    Call call(table, json::Reader(arguments, problems, std::move(pointer)), problems);
    row->run(call);
    if (unknown == Unknown::kRefused && problems.empty()) call.refuse_unknown();
    if (!problems.empty()) return base::fail(std::move(problems));
    return std::move(call.answer).taken();
}

}  // namespace vgap::stats
