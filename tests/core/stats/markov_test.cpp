#include "core/stats/markov.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/philox.hpp"
#include "core/stats/stock_quantiles.hpp"

namespace vgap::stats {
namespace {

Flow some_flow(Recruits model) {
    Matrix p(3, 3);
    const double cells[] = {0.7, 0.15, 0, 0.02, 0.8, 0.08, 0, 0, 0.9};
    std::copy(std::begin(cells), std::end(cells), p.data());
    return {p, {9, 2, 1}, model};
}

double sum(const Numbers& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

TEST(Markov, KeepsPeople) {
    const Projection p = project(some_flow(Recruits::kFixed), {40, 25, 10}, 12);
    for (std::size_t t = 0; t < 12; ++t) {
        EXPECT_NEAR(sum(p.stocks[t + 1]), sum(p.stocks[t]) - sum(p.leavers[t]) + 12, 1e-12);
    }
}

TEST(Markov, SteadyStateStays) {
    const Flow flow = some_flow(Recruits::kFixed);
    const LongRun run = long_run(flow);
    const Projection p = project(flow, run.steady_state, 1);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(p.stocks[1][i], run.steady_state[i], 1e-12);
}

TEST(Markov, SpreadDoesNotDependOnHowRecruitsAreCounted) {
    // One period from nobody: exactly so many, Poisson variance, multinomial covariance.
    const Numbers nobody = {0, 0, 0};
    EXPECT_EQ(project(some_flow(Recruits::kFixed), nobody, 1).covariances[0](0, 0), 0);
    EXPECT_EQ(project(some_flow(Recruits::kPoisson), nobody, 1).covariances[0](0, 0), 9);
    EXPECT_NEAR(project(some_flow(Recruits::kMultinomial), nobody, 1).covariances[0](0, 1),
                -9 * 2.0 / 12, 1e-14);
}

TEST(Markov, FixedTotalsStayAndReachTheirLimit) {
    const Matrix p = some_flow(Recruits::kFixed).transition;
    const Numbers shares = {0.8, 0.15, 0.05};
    const FixedTotal flow = fixed_total(p, {40, 25, 10}, shares, 0, 400);
    const Numbers limit = limiting_structure(p, shares, 75);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(flow.stocks.back()[i], limit[i], 1e-9);
    EXPECT_NEAR(sum(flow.stocks.back()), 75, 1e-10);
    EXPECT_NEAR(sum(fixed_total(p, {40, 25, 10}, shares, 0.1, 1).stocks[1]), 82.5, 1e-12);
}

TEST(Markov, ClosedSystemsHaveNoLongRun) {
    const Flow closed = {identity(2), {0, 0}, Recruits::kFixed};
    EXPECT_FALSE(long_run(closed).fundamental);
    EXPECT_FALSE(is_defined(long_run(closed).steady_state[0]));
    EXPECT_FALSE(is_defined(limiting_structure(identity(2), {1, 0}, 5)[0]));  // two that never mix
}

// Against people moved one by one.
TEST(StockQuantiles, AgreeWithASimulation) {
    for (const Recruits model : {Recruits::kFixed, Recruits::kMultinomial}) {
        const Flow flow = some_flow(model);
        const StockQuantiles exact = stock_quantiles(flow, {40, 25, 10}, 3, 0.9);
        constexpr std::size_t kRuns = 4000;
        std::size_t within = 0;
        std::size_t below = 0;
        for (std::size_t run = 0; run < kRuns; ++run) {
            base::Random random(11, run);
            const auto pick = [&](auto share) {
                double u = random.unit();
                std::size_t to = 0;
                while (to < 3 && u >= share(to)) u -= share(to++);
                return to;
            };
            std::array<std::size_t, 4> stock = {40, 25, 10, 0};
            for (int t = 0; t < 3; ++t) {
                std::array<std::size_t, 4> next{};
                for (std::size_t i = 0; i < 3; ++i) {
                    for (std::size_t n = 0; n < stock[i]; ++n) {
                        ++next.at(pick([&](std::size_t j) { return flow.transition(i, j); }));
                    }
                }
                for (std::size_t i = 0; i < 3; ++i) {
                    for (double n = 0; n < flow.recruits[i]; ++n) {
                        const bool fixed = model == Recruits::kFixed;
                        ++next.at(
                            fixed ? i : pick([&](std::size_t j) { return flow.recruits[j] / 12; }));
                    }
                }
                stock = next;
            }
            if (real(stock[1]) <= exact.high[2][1]) ++within;
            if (real(stock[1]) < exact.low[2][1]) ++below;
        }
        EXPECT_GT(real(within) / kRuns, 0.95 - 0.015);  // P(N <= high) >= .95, and not much more
        EXPECT_LT(real(within) / kRuns, 0.99);
        EXPECT_LT(real(below) / kRuns, 0.05 + 0.015);
    }
}

TEST(StockQuantiles, OfPoissonRecruitsAlone) {
    Flow flow = {Matrix(1, 1), {4}, Recruits::kPoisson};
    const StockQuantiles q = stock_quantiles(flow, {0}, 1, 0.95);
    EXPECT_EQ(q.low[0][0], 1);   // P(N <= 0) = .018, P(N <= 1) = .092
    EXPECT_EQ(q.high[0][0], 8);  // P(N <= 8) = .979
}

}  // namespace
}  // namespace vgap::stats
