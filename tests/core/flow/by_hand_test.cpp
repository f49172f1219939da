// A pipeline that was worked out on paper (by_hand.json), simulated.

#include <cmath>

#include <gtest/gtest.h>

#include "core/flow/futures.hpp"
#include "core/flow/read.hpp"
#include "core/json/parse.hpp"
#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

void expect_near(const Estimate& found, const json::Value& expected) {
    EXPECT_NEAR(found.value, expected.number, 3 * found.error);
    EXPECT_LT(found.error, 0.02);
}

TEST(ByHand, TwoStagesAndThreeMonths) {
    const auto document = json::parse(sample::file("tests/core/flow/by_hand.json"));
    ASSERT_TRUE(document.has_value());
    const json::Value& expected = *document->find("expected");
    const auto scenario = read_scenario(
        sample::file("assets/scenarios/" + document->find("scenario")->string + ".json"));
    ASSERT_TRUE(scenario.has_value());
    const Plan plan = make_plan(*scenario);
    Futures futures(plan, 1);
    futures.advance(20'000);
    const Tally& tally = futures.tally();
    const StageTally& contributor = tally.stages[0];
    const StageTally& lead = tally.stages[1];
    for (std::size_t m = 0; m <= 3; ++m) {
        SCOPED_TRACE(m);
        expect_near(lead.unfilled[m].share_at_most(0), expected.find("lead_filled")->elements[m]);
        expect_near(contributor.people[m].mean(), expected.find("contributor_people")->elements[m]);
        expect_near(tally.unfilled[m].share_at_most(0), expected.find("all_filled")->elements[m]);
    }
    const json::Value& seat_months = *expected.find("seat_months");
    expect_near(contributor.seat_months.mean(), *seat_months.find("contributor"));
    expect_near(lead.seat_months.mean(), *seat_months.find("lead"));
    expect_near(tally.seat_months.mean(), *seat_months.find("all"));
    expect_near(lead.gap[0].mean(), *expected.find("velocity_gap"));
    expect_near(lead.overdue.mean(), *expected.find("overdue"));
}

}  // namespace
}  // namespace vgap::flow
