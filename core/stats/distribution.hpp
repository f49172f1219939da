// stats/distribution — the few distributions that intervals and tests ask for; the one includer of
// Boost.Math.
//
// In      quantile level p in (0, 1); degrees of freedom > 0, not necessarily whole
// Out     quantiles; upper tails (exact far out, where 1 - cdf would be 0)
// Errors  none: an argument outside its domain gives kUndefined
// Source  Boost.Math 1.74 (incomplete beta and gamma functions and their inverses)
// Cost    microseconds
// Tested  tests/core/stats/distribution_test.cpp
#pragma once

namespace vgap::stats {

double normal_quantile(double p);
double normal_upper(double z);  // P(Z > z)
double normal_two_sided(double z);

double t_quantile(double p, double df);
double t_two_sided(double t, double df);

double f_quantile(double p, double df1, double df2);
double f_upper(double f, double df1, double df2);

double chi_squared_upper(double x, double df);

// P(T <= t) for Student's t with noncentrality delta; and the delta at which that is p.
double noncentral_t_lower(double t, double df, double delta);
double noncentrality_of(double t, double df, double p);

double log_gamma(double x);

// The quantile level of the upper end of a two-sided interval: 0.95 gives 0.975.
inline double upper_level(double confidence) {
    return 1 - (1 - confidence) / 2;
}
double normal_critical(double confidence);
double t_critical(double confidence, double df);

}  // namespace vgap::stats
