#include "core/chart/distribution.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::chart {
namespace {

std::vector<double> counts(const Chart& chart) {
    std::vector<double> out;
    for (const Mark& mark : chart.marks) out.push_back(mark.to);
    return out;
}

TEST(DistributionChart, CountsAnswersInFifthsOfTheKeyedScale) {
    // x1 33.3 · x2 reverse 1 of 6: 83.3 · x3 100 · y1 0 · z1 25, so z2 is asked and has no answer
    const auto& varied = sample::varied();
    const auto profile = sample::scored(
        varied, sample::answers(varied, {{"x1", 1}, {"x2", 1}, {"x3", 1}, {"y1", 0}, {"z1", 1}}));
    const Chart all = distribution_chart(varied, profile);
    EXPECT_EQ(counts(all), (std::vector<double>{1, 2, 0, 0, 2, 2}));
    EXPECT_EQ(all.finding,
              (Sentence{"chart.distribution.finding", {{"n", number(3)}, {"of", number(5)}}}));
    EXPECT_EQ(all.table.rows[1][2], number(40));
    EXPECT_EQ(all.marks.back().role, Role::kNoAnswer);
    EXPECT_EQ(all.most, 2);

    const Chart x = distribution_chart(varied, profile, 0);
    EXPECT_EQ(counts(x), (std::vector<double>{0, 1, 0, 0, 2, 0}));
}

TEST(DistributionChart, SaysThatThereAreNoAnswers) {
    const auto& varied = sample::varied();
    const Chart chart = distribution_chart(
        varied, sample::scored(varied, answers::Answers(varied.questions.size())));
    EXPECT_EQ(chart.finding, (Sentence{"chart.distribution.finding_none", {}}));
    EXPECT_EQ(chart.most, 6);  // six items without an answer; z2 is not asked
    for (const auto& row : chart.table.rows) EXPECT_EQ(row.size(), chart.table.columns.size());
}

}  // namespace
}  // namespace vgap::chart
