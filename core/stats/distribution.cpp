#include "core/stats/distribution.hpp"

#include <cmath>

// Inside, Boost calls some functions without the policy that it was given.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

namespace {

namespace rule = boost::math::policies;

// Core has no exceptions, and long double is software in WebAssembly.
using Quiet =
    rule::policy<rule::domain_error<rule::errno_on_error>, rule::pole_error<rule::errno_on_error>,
                 rule::overflow_error<rule::errno_on_error>,
                 rule::evaluation_error<rule::errno_on_error>,
                 rule::rounding_error<rule::errno_on_error>,
                 rule::indeterminate_result_error<rule::errno_on_error>,
                 rule::promote_double<false>, rule::promote_float<false>>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using NoncentralT = boost::math::non_central_t_distribution<double, Quiet>;

bool is_level(double p) {
    return p > 0 && p < 1;
}

bool are_degrees(double df) {
    return df > 0 && std::isfinite(df);
}

double known(double x) {
    return std::isfinite(x) ? x : kUndefined;
}

}  // namespace

double normal_quantile(double p) {
    if (!is_level(p)) return kUndefined;
    const double root_two = std::sqrt(2.0);
    return p < 0.5 ? -root_two * boost::math::erfc_inv(2 * p, Quiet())
                   : root_two * boost::math::erfc_inv(2 * (1 - p), Quiet());
}

double normal_upper(double z) {
    return known(boost::math::erfc(z / std::sqrt(2.0), Quiet()) / 2);
}

double normal_two_sided(double z) {
    return known(boost::math::erfc(std::fabs(z) / std::sqrt(2.0), Quiet()));
}

double t_quantile(double p, double df) {
    if (!is_level(p) || !are_degrees(df)) return kUndefined;
    return known(quantile(StudentT(df), p));
}

double t_two_sided(double t, double df) {
    if (!is_defined(t) || !are_degrees(df)) return kUndefined;
    return known(2 * cdf(complement(StudentT(df), std::fabs(t))));
}

double f_quantile(double p, double df1, double df2) {
    if (!is_level(p) || !are_degrees(df1) || !are_degrees(df2)) return kUndefined;
    return known(quantile(FisherF(df1, df2), p));
}

double f_upper(double f, double df1, double df2) {
    if (!is_defined(f) || f < 0 || !are_degrees(df1) || !are_degrees(df2)) return kUndefined;
    return known(cdf(complement(FisherF(df1, df2), f)));
}

double chi_squared_upper(double x, double df) {
    if (!is_defined(x) || x < 0 || !are_degrees(df)) return kUndefined;
    return known(boost::math::gamma_q(df / 2, x / 2, Quiet()));
}

// Its series starts at delta^2 / 2, which the library counts in an int; no effect of this size is measured anywhere.
constexpr double kMostDelta = 30000;

double noncentral_t_lower(double t, double df, double delta) {
    if (!is_defined(t) || !is_defined(delta) || !are_degrees(df)) return kUndefined;
    if (!(std::abs(delta) <= kMostDelta)) return kUndefined;
    return known(cdf(NoncentralT(df, delta), t));
}

// P(T <= t) falls as delta grows: a bracket around t, then halving.
double noncentrality_of(double t, double df, double p) {
    if (!is_defined(t) || !is_level(p) || !are_degrees(df)) return kUndefined;
    double width = 1;
    while (!(noncentral_t_lower(t, df, t - width) > p)) {
        width *= 2;
        if (width > 1e6) return kUndefined;
    }
    double low = t - width;
    width = 1;
    while (!(noncentral_t_lower(t, df, t + width) < p)) {
        width *= 2;
        if (width > 1e6) return kUndefined;
    }
    double high = t + width;
    constexpr int kHalvings = 100;
    for (int i = 0; i < kHalvings && high - low > 1e-13 * (1 + std::fabs(low)); ++i) {
        const double middle = low + (high - low) / 2;
        (noncentral_t_lower(t, df, middle) > p ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

double log_gamma(double x) {
    return boost::math::lgamma(x, Quiet());
}

double normal_critical(double confidence) {
    return normal_quantile(upper_level(confidence));
}

double t_critical(double confidence, double df) {
    return t_quantile(upper_level(confidence), df);
}

}  // namespace vgap::stats
