#include "core/flow/plan.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "core/flow/chance.hpp"
#include "tests/core/flow/house.hpp"

namespace vgap::flow {
namespace {

double chance(std::uint64_t quantised) {
    return static_cast<double>(quantised) / static_cast<double>(kSure);
}

TEST(Plan, TwelveMonthsOfLeavingAreAYearOfIt) {
    EXPECT_NEAR(std::pow(1 - monthly(0.18), 12), 0.82, 1e-12);
    EXPECT_EQ(monthly(0), 0);
    EXPECT_EQ(monthly(1), 1);
}

TEST(Plan, ThePhasesTakeTheMonthsThatTheFileSays) {
    for (const double months : {1.0, 1.5, 2.0, 2.9, 3.0, 7.3, 600.0}) {
        for (const int phases : {1, 3, 12}) {
            const Plan plan = make_plan(scenario_of({stage_of(5, 0, 5), stage_of(1, 0, 2)},
                                                    {path_of(0, 1, months, phases)}));
            const PathPlan& path = plan.paths[0];
            EXPECT_NEAR(path.phases / chance(path.develop), months, 1e-4 * months);
            EXPECT_LE(path.phases, std::max(1.0, std::floor(months)));
        }
    }
    EXPECT_EQ(phases_within(2.9, 3), 2);
    EXPECT_EQ(phases_within(1, 12), 1);
}

TEST(Plan, SeatsAreLinearBetweenWhatIsPlannedAndCapabilitiesComeOnTop) {
    Scenario house = scenario_of({stage_of(4, 0, 4)}, {}, 12);
    house.stages[0].seats = {{2, 4}, {6, 7}, {8, 5}};
    house.capabilities.push_back({"c", "c", 0, 2, 7, false, ""});
    const Plan plan = make_plan(house);
    std::vector<int> seats;
    for (int month = 0; month <= 12; ++month) seats.push_back(plan.seats_at(month, 0));
    EXPECT_EQ(seats, (std::vector<int>{4, 4, 4, 5, 6, 6, 7, 8, 7, 7, 7, 7, 7}));
}

TEST(Plan, PeopleAreSpreadOverPathsAndPhases) {
    Scenario house = scenario_of({stage_of(11, 0, 11), stage_of(0, 0, 1), stage_of(0, 0, 1)},
                                 {path_of(0, 1, 9, 3, 100, 50), path_of(0, 2, 9, 2, 100, 30)});
    house.paths[0].ready = 1;
    house.paths[1].retry_months = Parameter{2, Origin::kAssumed, {}};
    const Plan plan = make_plan(house);
    EXPECT_EQ(plan.order, (std::vector<std::size_t>{2, 1, 0}));
    // Stage 2; stage 1; of 11 people 6 (5.5, the larger rest) with one ready, 3 (3.3); 2 elsewhere.
    EXPECT_EQ(plan.start, (std::vector<std::int32_t>{0, 0, 1, 1, 2, 2, 0, 0, 1, 2, 2}));
    EXPECT_NEAR(chance(plan.stages[0].enter[0]), 0.5, 1e-9);
    EXPECT_NEAR(chance(plan.stages[0].enter[1]), 0.6, 1e-9);  // of the other half
}

TEST(Plan, AnEmptySeatThatIsSearchedForIsFilledAfterTheLeadTime) {
    const Plan plan = make_plan(scenario_of({stage_of(0, 0, 1, 40, 4)}, {}));
    EXPECT_NEAR(chance(plan.stages[0].hire), 0.1, 1e-9);
    EXPECT_EQ(make_plan(scenario_of({stage_of(0, 0, 1, 100, 1)}, {})).stages[0].hire, kSure);
}

}  // namespace
}  // namespace vgap::flow
