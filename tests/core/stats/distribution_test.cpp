#include "core/stats/distribution.hpp"

#include <gtest/gtest.h>

#include "core/stats/undefined.hpp"

namespace vgap::stats {
namespace {

// Values of standard tables, and closed forms for few degrees of freedom.
TEST(Distribution, GivesKnownValues) {
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_upper(1.959963984540054), 0.025, 1e-15);
    EXPECT_NEAR(normal_two_sided(-38) / 5.770856e-316, 1, 1e-6);
    EXPECT_NEAR(t_quantile(0.975, 1), 12.706204736174698, 1e-11);
    EXPECT_NEAR(t_two_sided(2, 2), 1 - 2 / std::sqrt(6.0), 1e-15);
    EXPECT_NEAR(f_quantile(0.95, 2, 10), 4.102821015, 1e-8);
    EXPECT_NEAR(f_upper(3, 2, 2), 0.25, 1e-15);
    EXPECT_NEAR(chi_squared_upper(5, 2), std::exp(-2.5), 1e-16);
    EXPECT_NEAR(log_gamma(5), std::log(24.0), 1e-14);
}

TEST(Distribution, NoncentralityIsTheInverse) {
    for (const double t : {-3.0, 0.0, 0.4, 8.0, 45.0}) {
        for (const double p : {0.025, 0.5, 0.975}) {
            const double delta = noncentrality_of(t, 17, p);
            EXPECT_NEAR(noncentral_t_lower(t, 17, delta), p, 1e-9) << t << " " << p;
        }
    }
    EXPECT_NEAR(noncentral_t_lower(1.3, 9, 0), 1 - t_two_sided(1.3, 9) / 2, 1e-12);
}

TEST(Distribution, OutsideItsDomainThereIsNothing) {
    EXPECT_FALSE(is_defined(normal_quantile(0)));
    EXPECT_FALSE(is_defined(normal_quantile(1)));
    EXPECT_FALSE(is_defined(t_quantile(0.5, 0)));
    EXPECT_FALSE(is_defined(f_quantile(0.5, 1, kUndefined)));
    EXPECT_FALSE(is_defined(f_upper(-1, 1, 1)));
    EXPECT_FALSE(is_defined(chi_squared_upper(kUndefined, 1)));
    EXPECT_FALSE(is_defined(noncentrality_of(kUndefined, 3, 0.5)));
}

}  // namespace
}  // namespace vgap::stats
