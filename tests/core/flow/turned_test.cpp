#include "core/flow/turned.hpp"

#include <gtest/gtest.h>

#include "core/flow/parameter.hpp"
#include "core/flow/read.hpp"
#include "core/json/parse.hpp"
#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

Scenario house() {
    return *read_scenario(sample::file("assets/scenarios/company_of_400.json"));
}

TEST(Turned, LeadsFromOneScenarioToTheOther) {
    const Scenario before = house();
    Scenario now = before;
    ASSERT_TRUE(set_parameter(now, "paths.to_staff.months_to_ready", 20));
    ASSERT_TRUE(set_parameter(now, "stages.director.external_share_pct", 0));
    const Turned numbers = turned(before, now);
    EXPECT_EQ(numbers, (Turned{{"paths.to_staff.months_to_ready", 20},
                               {"stages.director.external_share_pct", 0}}));
    Scenario again = before;
    EXPECT_TRUE(turn(again, numbers).empty());
    EXPECT_EQ(turned(before, again), numbers);
    EXPECT_TRUE(turned(before, before).empty());
}

// Of a stage's two paths the larger share fits only once the other one has given way.
TEST(Turned, SetsWhatCanBeSetInWhicheverOrder) {
    Scenario scenario = house();
    const Path& first = scenario.paths[1];
    std::string other;
    for (const Path& each : scenario.paths) {
        if (each.from == first.from && each.id != first.id) other = each.id;
    }
    ASSERT_FALSE(other.empty());
    const Turned swapped = {{"paths." + first.id + ".people_share_pct", 90},
                            {"paths." + other + ".people_share_pct", 10}};
    EXPECT_FALSE(set_parameter(scenario, swapped[0].first, 90));
    EXPECT_TRUE(turn(scenario, swapped).empty());
    EXPECT_EQ(scenario.paths[1].share_pct.value, 90);
}

TEST(Turned, NamesWhatHasNoPlaceAndSetsTheRest) {
    Scenario scenario = house();
    const auto json = json::parse(
        R"({"paths.to_moon.months_to_ready":3,"stages.director.external_share_pct":400,)"
        R"("paths.to_staff.months_to_ready":20,"text":"9"})");
    const base::Errors left = turn(scenario, turned_in(*json), "/pipeline/turned");
    ASSERT_EQ(left.size(), 2u);
    EXPECT_EQ(left[0].code, "error.flow.unknown_parameter");
    EXPECT_EQ(left[0].where, "/pipeline/turned/paths.to_moon.months_to_ready");
    EXPECT_EQ(left[1].code, "error.flow.parameter_range");
    EXPECT_EQ(scenario.paths[1].months_to_ready.value, 20);
}

}  // namespace
}  // namespace vgap::flow
