#include "core/stats/krippendorff.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/philox.hpp"

namespace vgap::stats {
namespace {

// By the definition: every pair of values, each metric written out.
double slow_alpha(const Columns& units, Metric metric) {
    Numbers all;
    for (const Numbers& unit : units) {
        if (unit.size() > 1) all.insert(all.end(), unit.begin(), unit.end());
    }
    const auto difference = [&](double a, double b) {
        if (a == b) return 0.0;
        switch (metric) {
            case Metric::kNominal:
                return 1.0;
            case Metric::kInterval:
                return (a - b) * (a - b);
            case Metric::kRatio:
                return (a - b) * (a - b) / ((a + b) * (a + b));
            case Metric::kOrdinal:
                break;
        }
        double between = 0;
        for (const double x : all) {
            if (x >= std::min(a, b) && x <= std::max(a, b)) between += 1;
            if (x == a || x == b) between -= 0.5;
        }
        return between * between;
    };
    double observed = 0, expected = 0;
    for (const Numbers& unit : units) {
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                if (i != j) observed += difference(unit[i], unit[j]) / real(unit.size() - 1);
            }
        }
    }
    for (const double a : all) {
        for (const double b : all) expected += difference(a, b) / real(all.size() - 1);
    }
    return 1 - observed / expected;
}

TEST(Krippendorff, IsWhatTheDefinitionSays) {
    base::Random random(5);
    Columns units;
    for (int u = 0; u < 30; ++u) {
        Numbers unit(random.below(5));
        const double common = 4 * random.unit();
        for (double& x : unit) x = std::floor(common + 3 * random.unit());
        units.push_back(std::move(unit));
    }
    for (const Metric metric :
         {Metric::kNominal, Metric::kOrdinal, Metric::kInterval, Metric::kRatio}) {
        EXPECT_NEAR(krippendorff(units, metric).alpha, slow_alpha(units, metric), 1e-12);
    }
}

TEST(Krippendorff, PerfectAndUndefined) {
    EXPECT_EQ(krippendorff({{1, 1}, {2, 2, 2}}, Metric::kInterval).alpha, 1);
    EXPECT_FALSE(is_defined(krippendorff({{1, 1}, {1, 1}}, Metric::kNominal).alpha));
    EXPECT_FALSE(is_defined(krippendorff({{1}, {2}}, Metric::kNominal).alpha));
    EXPECT_EQ(krippendorff({{1}, {2}}, Metric::kNominal).pairable, 0u);
    EXPECT_FALSE(is_defined(krippendorff({{-1, 1}, {2, 2}}, Metric::kRatio).alpha));
    EXPECT_EQ(krippendorff({{0, 0}, {2, 2}}, Metric::kRatio).alpha, 1);
}

}  // namespace
}  // namespace vgap::stats
