// The pipeline that the page works out by hand is the one of the file, and its futures agree with the fractions.
#include "web/pipeline/explained.hpp"

#include <gtest/gtest.h>

#include "core/flow/read.hpp"
#include "tests/web/driver.hpp"

namespace vgap::pipeline {
namespace {

TEST(PipelineByHand, IsThePipelineOfTheFile) {
    const auto read = flow::read_scenario(test::read_file("assets/scenarios/two_stages.json"));
    ASSERT_TRUE(read);
    const flow::Plan theirs = flow::make_plan(*read);
    flow::Futures expected(theirs, 1);
    expected.advance(ByHand::kFutures);
    ByHand by_hand;
    while (by_hand.advance()) {
    }
    ASSERT_EQ(by_hand.tally().futures, ByHand::kFutures);
    for (std::size_t month = 0; month <= 3; ++month) {
        for (std::size_t stage = 0; stage < 2; ++stage) {
            const auto mean = [&](const flow::Tally& tally) {
                return tally.stages[stage].unfilled[month].mean().value;
            };
            EXPECT_EQ(mean(by_hand.tally()), mean(expected.tally()));
        }
    }
}

TEST(PipelineByHand, AgreesWithTheFractions) {
    ByHand by_hand;
    while (by_hand.advance()) {
    }
    double empty = 1;
    for (std::size_t month = 1; month <= 3; ++month) {
        empty *= 0.6;
        const flow::Estimate found = by_hand.tally().stages[1].unfilled[month].mean();
        EXPECT_NEAR(found.value, empty, 3 * found.error) << month;
    }
}

}  // namespace
}  // namespace vgap::pipeline
