#include "core/chart/gap.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::chart {
namespace {

Chart chart_of(const answers::Answers& answers) {
    return gap_chart(sample::varied(), sample::scored(sample::varied(), answers));
}

TEST(GapChart, PutsTheWidestGapFirstAndTheInsufficientLast) {
    // x: 40.5 required, 100 current; y: 70 and 0; z: not answered.
    const Chart chart = chart_of(sample::answers(
        sample::varied(), {{"size", 1}, {"x1", 3}, {"x2", 0}, {"x3", 1}, {"y1", 0}, {"y2", 3}}));
    EXPECT_EQ(chart.labels,
              (std::vector<Value>{message("dimension.y.name"), message("dimension.x.name"),
                                  message("dimension.z.name")}));
    EXPECT_EQ(chart.finding, (Sentence{"chart.gap.finding",
                                       {{"n", number(1)},
                                        {"of", number(2)},
                                        {"dimension", message("dimension.y.name")},
                                        {"gap", number(70)}}}));
    EXPECT_EQ(chart.marks, (std::vector<Mark>{{Shape::kBar, Role::kCurrent, 0, 0, 0},
                                              {Shape::kRange, Role::kGap, 0, 0, 70},
                                              {Shape::kTick, Role::kRequired, 0, 70, 70},
                                              {Shape::kBar, Role::kCurrent, 1, 0, 100},
                                              {Shape::kRange, Role::kSurplus, 1, 40.5, 100},
                                              {Shape::kTick, Role::kRequired, 1, 40.5, 40.5},
                                              {Shape::kRange, Role::kBounds, 2, 0, 100},
                                              {Shape::kTick, Role::kRequired, 2, 33.3, 33.3}}));
    for (const auto& row : chart.table.rows) EXPECT_EQ(row.size(), chart.table.columns.size());
    EXPECT_EQ(chart.table.rows[2][1], message("chart.insufficient"));
    EXPECT_EQ(chart.table.rows[0][3], number(70));
}

TEST(GapChart, SaysWhenNothingFallsShortOrNothingIsKnown) {
    EXPECT_EQ(chart_of(answers::Answers(sample::varied().questions.size())).finding.message,
              "chart.gap.finding_insufficient");
    const Chart chart = chart_of(sample::answers(
        sample::varied(), {{"size", 1}, {"x1", 3}, {"x2", 0}, {"x3", 1}, {"y1", 3}, {"y2", 0}}));
    EXPECT_EQ(chart.finding, (Sentence{"chart.gap.finding_none", {{"of", number(2)}}}));
}

TEST(GapChart, LaysTheLevelsOfAnEarlierAttemptOver) {
    const auto& varied = sample::varied();
    const scoring::Profile before =
        sample::scored(varied, sample::answers(varied, {{"size", 1}, {"x1", 0}, {"x2", 0}}));
    const scoring::Profile now = sample::scored(
        varied, sample::answers(varied, {{"size", 1}, {"x1", 3}, {"x2", 0}, {"y1", 0}, {"y2", 3}}));
    const Chart chart = gap_chart(varied, now, &before);
    std::vector<Mark> laid_over;
    for (const Mark& mark : chart.marks) {
        if (mark.role == Role::kBefore) laid_over.push_back(mark);
    }
    EXPECT_EQ(laid_over, (std::vector<Mark>{{Shape::kTick, Role::kBefore, 1, 50, 50}}))
        << "y was insufficient then: nothing is drawn";
    EXPECT_EQ(chart.table.columns[4], "chart.gap.column.before");
    EXPECT_EQ(chart.table.columns[5], "chart.gap.column.change");
    for (const auto& row : chart.table.rows) EXPECT_EQ(row.size(), chart.table.columns.size());
    EXPECT_EQ(chart.table.rows[1][4], number(50));
    EXPECT_EQ(chart.table.rows[1][5], change(50));
    for (const std::size_t row : {0u, 2u}) {
        EXPECT_EQ(chart.table.rows[row][4], message("chart.insufficient"));
        EXPECT_EQ(chart.table.rows[row][5], message("chart.insufficient"));
    }
}

}  // namespace
}  // namespace vgap::chart
