#include "core/flow/compare.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "core/flow/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

Scenario shipped(const std::string& name) {
    return *read_scenario(sample::file("assets/scenarios/" + name + ".json"));
}

std::vector<Cost> costs(const Scenario& scenario, std::uint64_t futures) {
    const Plan plan = make_plan(scenario);
    Futures run(plan, 5);
    run.keep_costs();
    run.advance(futures);
    return run.costs();
}

TEST(Parameters, AreFoundByNameAndSetWithinTheirRange) {
    Scenario house = shipped("company_of_400");
    EXPECT_TRUE(set_parameter(house, "paths.to_staff.months_to_ready", 20).has_value());
    EXPECT_EQ(house.paths[1].months_to_ready.value, 20);
    EXPECT_TRUE(set_parameter(house, "stages.director.external_share_pct", 0).has_value());
    EXPECT_TRUE(set_parameter(house, "paths.to_staff.retry_months", 2).has_value());
    // The other path from there takes 30 percent of the people.
    const auto over = set_parameter(house, "paths.to_staff.people_share_pct", 71);
    ASSERT_FALSE(over.has_value());
    EXPECT_EQ(over.error()[0].code, "error.flow.parameter_range");
    EXPECT_EQ(over.error()[0].arguments[2].value, "70");
    const auto unknown = set_parameter(house, "paths.to_senior.retry_months", 2);
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error()[0].code, "error.flow.unknown_parameter");
}

TEST(Compare, FuturesInCommonMakeADifferenceSharp) {
    const Scenario house = shipped("company_of_400");
    Scenario faster = house;
    faster.paths[3].months_to_ready.value *= 0.9;
    const std::vector<Cost> before = costs(house, 1000);
    const Difference paired = compare(before, costs(faster, 1000), 7).back();
    Histogram alone;
    for (std::size_t at = 6; at < before.size(); at += 7) alone.add(before[at].seat_months);
    EXPECT_LT(paired.seat_months.value, 0);
    EXPECT_LT(paired.seat_months.error, alone.mean().error);
    EXPECT_EQ(compare(before, before, 7).back().seat_months.error, 0);
}

// Not a theorem in every house (flow/walk says when it is), but what these are there to show.
TEST(Compare, InWhatShipsFasterDevelopmentNeverWidensTheGap) {
    for (const char* const name : {"team_of_8", "engineering_of_60", "company_of_400"}) {
        const Scenario house = shipped(name);
        for (std::size_t p = 0; p < house.paths.size(); ++p) {
            double last = 1e9;
            for (const double months : {36.0, 24.0, 18.0, 14.0, 10.0, 7.0, 5.0}) {
                Scenario turned = house;
                turned.paths[p].months_to_ready.value = months;
                const Plan plan = make_plan(turned);
                Futures run(plan, 3);
                run.advance(400);
                const double unfilled =
                    run.tally().stages[house.paths[p].to].seat_months.mean().value;
                EXPECT_LE(unfilled, last) << name << " " << p << " " << months;
                last = unfilled;
            }
        }
    }
}

TEST(Levers, MayBeWalkedElsewhere) {
    const Scenario house = shipped("engineering_of_60");
    Levers here(house, 2, 300, Levers::Which::kDevelopment);
    while (here.next()) {
    }
    Levers elsewhere(house, 2, 300, Levers::Which::kDevelopment);
    while (elsewhere.left() > 0) {
        Futures& first = elsewhere.walking();
        Futures second = first.later(120);
        second.advance(180);
        first.advance(120);
        first.join(second);
        elsewhere.walk(0);
    }
    const std::vector<Lever> one = here.ranked();
    const std::vector<Lever> other = elsewhere.ranked();
    ASSERT_EQ(one.size(), 3u);
    ASSERT_EQ(other.size(), 3u);
    for (std::size_t at = 0; at < 3; ++at) {
        EXPECT_EQ(one[at].to, other[at].to);
        EXPECT_EQ(one[at].difference.seat_months.value, other[at].difference.seat_months.value);
        EXPECT_EQ(one[at].difference.overdue.error, other[at].difference.overdue.error);
    }
}

TEST(Levers, NameTheBottleneck) {
    Scenario house = shipped("engineering_of_60");
    for (const std::size_t s : {0u, 1u, 3u})
        house.stages[s].seats = {{0, 0}};  // seats for team leads only
    Levers levers(house, 2, 400, Levers::Which::kAll);
    const std::size_t all = levers.left();
    EXPECT_EQ(all, 3u * 3 + 1 + 4 * 3);
    while (levers.next()) {
    }
    const std::vector<Lever> ranked = levers.ranked();
    ASSERT_EQ(ranked.size(), all);
    for (std::size_t at = 1; at < all; ++at) {
        EXPECT_LE(ranked[at - 1].difference.seat_months.value,
                  ranked[at].difference.seat_months.value);
    }
    for (const Lever& each : ranked) {
        EXPECT_NEAR(std::fabs(each.to / each.turned.value - 1), 0.1, 1e-12);
    }
    ASSERT_TRUE(levers.bottleneck().has_value());
    EXPECT_EQ(name_of(house, levers.bottleneck()->turned), "paths.to_team_lead.months_to_ready");
    Scenario full = house;
    for (Stage& stage : full.stages) stage.seats = {{0, 0}};
    Levers nothing(full, 2, 50, Levers::Which::kDevelopment);
    EXPECT_EQ(nothing.left(), 3u);
    while (nothing.next()) {
    }
    EXPECT_FALSE(nothing.bottleneck().has_value());
}

}  // namespace
}  // namespace vgap::flow
