// A scenario that somebody turns: the same futures before and after, undone drag by drag, at rest at last.
#include "web/pipeline/simulation.hpp"

#include <gtest/gtest.h>

#include "core/flow/read.hpp"
#include "tests/web/driver.hpp"

namespace vgap::pipeline {
namespace {

constexpr std::string_view kMonths = "paths.to_team_lead.months_to_ready";
constexpr std::string_view kSuccess = "paths.to_team_lead.submission_success_pct";

Simulation team_of_8() {
    Simulation opened(*flow::read_scenario(test::read_file("assets/scenarios/team_of_8.json")));
    opened.advance();
    return opened;
}

double months(const Simulation& simulation) {
    return simulation.now().paths[0].months_to_ready.value;
}

TEST(PipelineSimulation, HasAPictureAtOnceAndRests) {
    Simulation simulation = team_of_8();
    EXPECT_EQ(simulation.futures().tally().futures, Simulation::kFirst);
    int slices = 0;
    while (simulation.advance()) ASSERT_LT(++slices, 10'000);
    EXPECT_TRUE(simulation.rests());
    EXPECT_EQ(simulation.futures().tally().futures, Simulation::kFutures);
    EXPECT_EQ(simulation.futures_before().tally().futures, Simulation::kFutures);
}

TEST(PipelineSimulation, ComparesTheSameFutures) {
    Simulation simulation = team_of_8();
    ASSERT_TRUE(simulation.turn(kMonths, 6));
    ASSERT_TRUE(simulation.turn(kMonths, 14));
    for (int slice = 0; slice < 4; ++slice) simulation.advance();
    const flow::Difference all = simulation.differences().back();
    EXPECT_EQ(all.seat_months.value, 0);
    EXPECT_EQ(all.seat_months.error, 0);
}

TEST(PipelineSimulation, UndoesADragAtOnceAndTheNextByItself) {
    Simulation simulation = team_of_8();
    for (const double value : {13, 12, 11}) ASSERT_TRUE(simulation.turn(kMonths, value));
    ASSERT_TRUE(simulation.turn(kSuccess, 80));
    simulation.undo();
    EXPECT_EQ(simulation.now().paths[0].success_pct.value, 60);
    EXPECT_EQ(months(simulation), 11);
    simulation.undo();
    EXPECT_EQ(months(simulation), 14);
    EXPECT_FALSE(simulation.can_undo());
    EXPECT_FALSE(simulation.turned());
}

TEST(PipelineSimulation, AResetCanBeUndone) {
    Simulation simulation = team_of_8();
    ASSERT_TRUE(simulation.turn(kMonths, 6));
    simulation.reset();
    EXPECT_EQ(months(simulation), 14);
    EXPECT_FALSE(simulation.turned());
    simulation.undo();
    EXPECT_EQ(months(simulation), 6);
    EXPECT_TRUE(simulation.turned());
}

TEST(PipelineSimulation, KeepsWhatWasWhereANumberIsRefused) {
    Simulation simulation = team_of_8();
    EXPECT_FALSE(simulation.turn(kMonths, 0));
    EXPECT_FALSE(simulation.turn("paths.nowhere.months_to_ready", 3));
    EXPECT_EQ(months(simulation), 14);
    EXPECT_FALSE(simulation.can_undo());
}

}  // namespace
}  // namespace vgap::pipeline
