// statistics_main — every formula of core/stats beside the core without a screen (core_main.cpp), to see what they weigh
// together (tests/site/statistics.test.mjs); the adapters of the command line, stats/call and stats/functions, are not among
// them. A screen links only what it asks for.
#include "core/stats/aalen_johansen.hpp"
#include "core/stats/alpha.hpp"
#include "core/stats/bootstrap.hpp"
#include "core/stats/distribution.hpp"
#include "core/stats/hierarchical.hpp"
#include "core/stats/icc.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/kappa.hpp"
#include "core/stats/krippendorff.hpp"
#include "core/stats/log_rank.hpp"
#include "core/stats/many_groups.hpp"
#include "core/stats/markov.hpp"
#include "core/stats/matching.hpp"
#include "core/stats/matrix.hpp"
#include "core/stats/moments.hpp"
#include "core/stats/omega.hpp"
#include "core/stats/percentile.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/scale_scores.hpp"
#include "core/stats/split_half.hpp"
#include "core/stats/stock_quantiles.hpp"
#include "core/stats/summary.hpp"
#include "core/stats/suppression.hpp"
#include "core/stats/two_groups.hpp"

namespace {

using namespace vgap::stats;
using Address = void (*)();

// Of two functions with one name, the one that begins with plain numbers.
using Values = std::span<const double>;

template <class Function>
Address of(Function* function) {
    return reinterpret_cast<Address>(function);
}

template <class Result, class... In>
Address of_two(Result (*function)(In...)) {
    return of(function);
}

Interval median_limits(const Survival& survival) {
    return survival.median_limits();
}

}  // namespace

// The table is handed out, so no linker leaves anything out of it.
extern "C" const Address* vgc_statistics() {
    static const Address kAll[] = {
        of(aalen_johansen),
        of(alpha_of),
        of(feldt),
        of(bootstrap_means),
        of(bootstrap_alphas),
        of(percentile_interval),
        of(bootstrap_error_of_mean),
        of(acceleration_of_mean),
        of(normal_quantile),
        of(normal_two_sided),
        of(t_quantile),
        of(t_two_sided),
        of(f_quantile),
        of(f_upper),
        of(chi_squared_upper),
        of(noncentral_t_lower),
        of(noncentrality_of),
        of(log_gamma),
        of(hierarchical),
        of(icc),
        of(spearman_brown),
        of(t_interval),
        of(normal_interval),
        of(wilson),
        of(newcombe),
        of(kaplan_meier),
        of(median_limits),
        of(restricted_mean),
        of(linear_weights),
        of(quadratic_weights),
        of(weights_of_disagreement),
        of(kappa),
        of(krippendorff),
        of(log_rank),
        of(many_groups),
        of(holm),
        of(benjamini_hochberg),
        of(wastage),
        of(project),
        of(long_run),
        of(fixed_total),
        of(limiting_structure),
        of(maximum_matching),
        of(inverse),
        of(solve),
        of(spectrum_of_symmetric),
        of(mean_interval),
        of(covariances_of),
        of(omega_total),
        of(percentile_rank),
        of(quantile),
        of(rwg),
        of(rwg_of_counts),
        of(weighted_means),
        of(group_of),
        of(split_half),
        of(all_splits),
        of(stock_quantiles),
        of(covariances),
        of(correlations),
        of(complete_rows),
        of(median),
        of(suppress),
        of(suppress_table),
        of_two<Moments, Values>(moments_of),
        of_two<Welch, Values, Values, double>(welch),
        of_two<Standardised, Values, Values, double>(standardised),
        of(ranked),
    };
    return kAll;
}
