#include "core/flow/futures.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "core/flow/read.hpp"
#include "tests/core/flow/house.hpp"
#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

Scenario shipped(const std::string& name) {
    return *read_scenario(sample::file("assets/scenarios/" + name + ".json"));
}

std::vector<double> numbers_of(const Histogram& histogram) {
    const Band band = histogram.band();
    std::vector<double> numbers = {static_cast<double>(histogram.total()), band.mean.value,
                                   band.mean.error};
    for (const Quantile& each : {band.p10, band.p50, band.p90}) {
        numbers.insert(numbers.end(), {1.0 * each.value, 1.0 * each.low, 1.0 * each.high});
    }
    return numbers;
}

TEST(Histogram, MakesRoomForARowWhereverItLies) {
    Histogram by_rows;
    Histogram one_by_one;
    const std::vector<std::vector<std::int32_t>> rows = {
        {5, 5, 6, 7}, {-3, 5, 40, 6}, {-100, -100, -100, -101}, {900, 7, 7, 7, 7}, {8}};
    for (const auto& row : rows) {
        by_rows.add(row);
        for (const std::int32_t x : row) one_by_one.add(x);
    }
    EXPECT_EQ(by_rows.total(), 18u);
    for (int x = -102; x < 902; ++x) {
        ASSERT_EQ(by_rows.share_at_most(x).value, one_by_one.share_at_most(x).value) << x;
    }
    EXPECT_EQ(by_rows.share_at_most(-101).value, 1 / 18.0);
    EXPECT_EQ(by_rows.quantile(0.5).value, 6);
    Histogram both = one_by_one;
    both.merge(by_rows);
    EXPECT_EQ(both.total(), 36u);
    EXPECT_EQ(both.mean().value, by_rows.mean().value);
}

TEST(Histogram, MeanQuantilesAndTheirErrors) {
    Histogram histogram;
    for (int x = -50; x < 50; ++x) histogram.add(x);
    EXPECT_EQ(histogram.mean().value, -0.5);
    EXPECT_NEAR(histogram.mean().error, std::sqrt(101 * 100.0 / 12) / 10, 1e-12);  // sd / 10
    EXPECT_EQ(histogram.quantile(0.1).value, -41);
    EXPECT_EQ(histogram.quantile(0.5).value, -1);
    EXPECT_EQ(histogram.quantile(0.5).low, -10);  // ranks 50 -+ 9.8
    EXPECT_EQ(histogram.quantile(0.5).high, 9);
    EXPECT_EQ(histogram.share_at_most(-41).value, 0.1);
    Histogram lacking;
    lacking.become_lacking(histogram, -20);
    EXPECT_EQ(lacking.total(), 100u);
    EXPECT_EQ(lacking.share_at_most(0).value, 0.7);  // -20 and more
    EXPECT_EQ(lacking.mean().value, 30 * 31 / 2 / 100.0);
    lacking.become_lacking(histogram, 100'000);
    EXPECT_EQ(lacking.mean().value, 100'000.5);
    lacking.become_lacking(histogram, -60);
    EXPECT_EQ(lacking.mean().value, 0);
    EXPECT_EQ(Histogram().mean().value, 0);
    EXPECT_EQ(Histogram().quantile(0.5).value, 0);
}

TEST(Futures, IsTheSameHoweverTheFuturesAreSplit) {
    const Scenario house = shipped("engineering_of_60");
    const Plan plan = make_plan(house);
    Futures whole(plan, 7);
    whole.advance(300);
    Futures first(plan, 7, 0);
    Futures second(plan, 7, 113);
    first.advance(20);
    first.advance(93);
    second.advance(187);
    Tally merged = second.tally();
    merged.merge(first.tally());
    EXPECT_EQ(merged.futures, 300u);
    for (std::size_t s = 0; s < plan.stages.size(); ++s) {
        const StageTally& a = whole.tally().stages[s];
        const StageTally& b = merged.stages[s];
        for (std::size_t m = 0; m <= 18; ++m) {
            EXPECT_EQ(numbers_of(a.people[m]), numbers_of(b.people[m]));
            EXPECT_EQ(numbers_of(a.unfilled[m]), numbers_of(b.unfilled[m]));
        }
        EXPECT_EQ(numbers_of(a.gap[5]), numbers_of(b.gap[5]));
        EXPECT_EQ(numbers_of(a.lag), numbers_of(b.lag));
    }
    EXPECT_EQ(numbers_of(whole.tally().seat_months), numbers_of(merged.seat_months));
}

TEST(Futures, AreTheSameAcrossTheHalfOfTheirNumbers) {
    const Plan plan = make_plan(shipped("engineering_of_60"));
    const std::uint64_t half = std::uint64_t{1} << 32;
    Futures whole(plan, 7, half - 5);
    whole.keep_costs();
    whole.advance(40);
    Walk alone(plan, 7);
    for (std::size_t future = 0; future < 40; ++future) {
        alone.start(half - 5 + future);
        std::int64_t seat_months = 0;
        for (int month = 0; month < plan.months; ++month) {
            alone.step();
            for (const Happened& each : alone.stages()) seat_months += each.unfilled;
        }
        const std::size_t all = (future + 1) * (plan.stages.size() + 1) - 1;
        ASSERT_EQ(whole.costs()[all].seat_months, seat_months) << future;
    }
}

TEST(Futures, JoinedInTheirOrderAreAsIfOneAfterTheOther) {
    const Plan plan = make_plan(shipped("engineering_of_60"));
    Futures whole(plan, 7);
    whole.keep_costs();
    whole.advance(300);
    Futures parts(plan, 7);
    parts.keep_costs();
    Futures second = parts.later(100);
    Futures third = parts.later(177);
    third.advance(100);
    parts.advance(100);
    second.advance(77);
    parts.join(second);
    parts.join(third);
    parts.advance(23);
    EXPECT_EQ(parts.tally().futures, 300u);
    ASSERT_EQ(parts.costs().size(), whole.costs().size());
    for (std::size_t at = 0; at < whole.costs().size(); ++at) {
        ASSERT_EQ(parts.costs()[at].seat_months, whole.costs()[at].seat_months) << at;
        ASSERT_EQ(parts.costs()[at].overdue, whole.costs()[at].overdue) << at;
    }
    for (std::size_t m = 0; m <= 18; ++m) {
        EXPECT_EQ(numbers_of(parts.tally().stages[0].unfilled[m]),
                  numbers_of(whole.tally().stages[0].unfilled[m]));
    }
    EXPECT_EQ(numbers_of(parts.tally().overdue), numbers_of(whole.tally().overdue));
}

TEST(Futures, AreTheSameWithTablesOfAnotherPlan) {
    const Scenario house = shipped("engineering_of_60");
    Scenario turned = house;
    turned.paths[0].months_to_ready.value -= 2;
    turned.stages[1].external_share_pct.value += 5;
    flow::Run fresh(turned, 7);
    fresh.futures.advance(200);
    flow::Run other(house, 7, fresh.plan.leave_cap);
    other.futures.advance(200);
    flow::Run taken(turned, 7, fresh.plan.leave_cap, other.futures.give_tables());
    taken.futures.advance(200);
    for (std::size_t s = 0; s < turned.stages.size(); ++s) {
        const StageTally& a = fresh.futures.tally().stages[s];
        const StageTally& b = taken.futures.tally().stages[s];
        for (std::size_t m = 0; m <= 18; ++m) {
            EXPECT_EQ(numbers_of(a.people[m]), numbers_of(b.people[m]));
            EXPECT_EQ(numbers_of(a.bench[m]), numbers_of(b.bench[m]));
        }
    }
    EXPECT_EQ(numbers_of(fresh.futures.tally().seat_months),
              numbers_of(taken.futures.tally().seat_months));
}

// Two stages, three months, one future: everything is certain, so it can be done by hand.
// Today 4 people, 1 ready for one empty seat above; two seats more from month 2 on. Who develops is ready after a month.
TEST(Futures, CountsWhatHappened) {
    Scenario house = scenario_of({stage_of(4, 0, 4), stage_of(1, 0, 2)}, {path_of(0, 1, 1, 1)}, 4);
    house.patience_months = 2;
    house.stages[1].seats = {{1, 2}, {2, 4}};
    house.paths[0].ready = 1;
    const Plan plan = make_plan(house);
    Futures run(plan, 1);
    run.keep_costs();
    run.advance(1);
    const StageTally& below = run.tally().stages[0];
    const StageTally& above = run.tally().stages[1];
    const auto values = [](const std::vector<Histogram>& series) {
        std::vector<int> all;
        for (const Histogram& each : series) all.push_back(each.quantile(0.5).value);
        return all;
    };
    EXPECT_EQ(values(above.people), (std::vector<int>{1, 2, 4, 4, 4}));
    EXPECT_EQ(values(above.bench), (std::vector<int>{1, 3, 1, 1, 1}));
    EXPECT_EQ(values(above.unfilled), (std::vector<int>{1, 0, 0, 0, 0}));
    EXPECT_EQ(values(above.demand), (std::vector<int>{2, 0}));
    EXPECT_EQ(values(above.supply), (std::vector<int>{3, 0}));
    EXPECT_EQ(values(above.gap), (std::vector<int>{-1, 0}));
    EXPECT_EQ(above.lag.quantile(0.5).value, 0);
    // Below nobody comes: 1, 3, 3, 3 seats are empty, three of them for two months.
    EXPECT_EQ(values(below.unfilled), (std::vector<int>{0, 1, 3, 3, 3}));
    EXPECT_EQ(below.seat_months.quantile(0.5).value, 10);
    EXPECT_EQ(below.overdue.quantile(0.5).value, 3);
    EXPECT_EQ(below.lag.quantile(0.5).value,
              4);  // since month 0 demand is above the supply of nobody
    ASSERT_EQ(run.costs().size(), 3u);
    EXPECT_EQ(run.costs()[2].seat_months, 10);
    EXPECT_EQ(run.costs()[1].overdue, 0);
    EXPECT_EQ(run.tally().unfilled[2].quantile(0.5).value, 3);
}

}  // namespace
}  // namespace vgap::flow
