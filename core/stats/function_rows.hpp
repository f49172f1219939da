// stats/function_rows — one function a row of stats/functions: reads its arguments, computes, names the
// values. By subject in functions_*.cpp.
//
// In      Call
// Out     call.answer
// Errors  noted in the call; then the answer does not count
// Source  the oracle's conventions
// Cost    the function's
// Tested  tests/cli/stats.test.mjs
#pragma once

namespace vgap::stats {

class Call;

// functions_scales.cpp
void run_score_dimensions(Call& call);
void run_alpha(Call& call);
void run_omega(Call& call);
void run_split_half(Call& call);
void run_feldt(Call& call);
void run_bootstrap_mean(Call& call);
void run_bootstrap_alpha(Call& call);

// functions_agreement.cpp
void run_icc(Call& call);
void run_rwg(Call& call);
void run_krippendorff(Call& call);
void run_kappa(Call& call);

// functions_groups.cpp
void run_wilson(Call& call);
void run_newcombe(Call& call);
void run_two_groups(Call& call);
void run_many_groups(Call& call);
void run_percentile(Call& call);
void run_hierarchical(Call& call);
void run_suppression(Call& call);

// functions_survival.cpp
void run_kaplan_meier(Call& call);
void run_aalen_johansen(Call& call);

// functions_flow.cpp
void run_markov_project(Call& call);
void run_markov_estimate(Call& call);
void run_markov_fixed_total(Call& call);
void run_matching(Call& call);

}  // namespace vgap::stats
