#include "core/flow/estimate.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/flow/house.hpp"

namespace vgap::flow {
namespace {

Scenario house() {
    Scenario house =
        scenario_of({stage_of(3, 10, 9), stage_of(1, 10, 2)}, {path_of(0, 1, 30, 3, 90, 50)});
    house.stages[0].name = "Engineer";
    return house;
}

// Ten engineers seen from their first day: 4 promoted after 10 months, 2 left after 12, 4 are there after 20.
people::Stays stays() {
    people::Stays stays;
    for (int i = 0; i < 10; ++i) {
        people::Stay stay;
        stay.stage = i % 2 == 0 ? "Engineer" : "0";  // by name, by id
        stay.to = "1";
        stay.months = i < 4 ? 10 : i < 6 ? 12 : 20;
        stay.end = i < 4   ? people::End::kPromoted
                   : i < 6 ? people::End::kLeft
                           : people::End::kStillThere;
        stays.all.push_back(stay);
    }
    return stays;
}

people::Records records() {
    people::Records records;
    for (int i = 0; i < 8; ++i) {
        people::Person person;
        person.stage = "Engineer";
        person.path = i < 6 ? base::Tri::kTrue : base::Tri::kFalse;
        person.readiness = people::Readiness::kReadyNow;
        records.people.push_back(person);
    }
    for (int i = 0; i < 6; ++i) {
        people::Decision decision;
        decision.from = "Engineer";
        decision.to = "1";
        decision.attempt = i < 5 ? 1 : 2;
        decision.outcome = i < 3 ? people::Outcome::kApproved : people::Outcome::kNotYet;
        records.decisions.push_back(decision);
    }
    records.has_readiness = true;
    return records;
}

TEST(Measure, WhatTheRecordsSayIsMarkedWithItsN) {
    const Measured measured = measure(house(), records(), stays());
    const Stage& engineer = measured.scenario.stages[0];
    EXPECT_EQ(engineer.people, 8);
    EXPECT_EQ(engineer.attrition_pct.origin, Origin::kMeasured);
    EXPECT_EQ(engineer.attrition_pct.n, 10);
    // Two left in 4 · 10 + 2 · 12 + 4 · 20 = 144 months.
    EXPECT_NEAR(engineer.attrition_pct.value, 100 * (1 - std::pow(1 - 2.0 / 144, 12)), 0.05);
    const Path& path = measured.scenario.paths[0];
    EXPECT_EQ(path.share_pct.value, 75);
    EXPECT_EQ(path.share_pct.n, 8);
    // After ten months 0.6 still wait: less than 1 - 0.75 / 2. Three phases: mean / median = 1.122.
    EXPECT_EQ(path.months_to_ready.value, 11.2);
    EXPECT_EQ(path.success_pct.value, 60);
    EXPECT_EQ(path.success_pct.n, 5);
    EXPECT_EQ(path.ready, 6);               // eight are, but six are on the path
    ASSERT_EQ(measured.missed.size(), 1u);  // nobody was seen at the upper stage
    EXPECT_EQ(measured.missed[0].parameter, "stages.1.attrition_pct_per_year");
    EXPECT_EQ(measured.scenario.stages[1].people, 1);
}

TEST(Measure, WhatTooFewCouldTellStaysAsItWas) {
    people::Records few = records();
    few.people.resize(4);
    few.decisions.resize(4);
    people::Stays short_stays = stays();
    short_stays.all.resize(4);
    const Measured measured = measure(house(), few, short_stays);
    EXPECT_EQ(measured.scenario.paths[0].months_to_ready.value, 30);
    EXPECT_EQ(measured.scenario.paths[0].months_to_ready.origin, Origin::kAssumed);
    EXPECT_EQ(measured.missed.size(), 5u);
}

}  // namespace
}  // namespace vgap::flow
