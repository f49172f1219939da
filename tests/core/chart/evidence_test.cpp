// The charts of people, calibrations, cohorts and slates, each from a result small enough to be drawn by hand.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/chart/growth.hpp"
#include "core/chart/perception.hpp"
#include "core/chart/quadrants.hpp"
#include "core/chart/stages.hpp"
#include "core/chart/waits.hpp"
#include "core/export/chart_json.hpp"
#include "tests/support/sample.hpp"

namespace vgap::chart {
namespace {

std::vector<double> values(const Chart& chart, std::size_t column) {
    std::vector<double> out;
    for (const auto& row : chart.table.rows) out.push_back(row[column].number);
    return out;
}

TEST(WaitsChart, DrawsWhatIsKnownInPercentAndSaysTheMedian) {
    people::Curve curve;
    curve.from = "IC";
    curve.to = "Lead";
    curve.months = {0, 3, 6, 9, 12};
    curve.waiting = {1, 0.8, 0.5, 0.5, stats::kUndefined};
    curve.low = {1, 0.6, 0.3, 0.3, 0.2};
    curve.high = {1, 0.9, 0.7, 0.7, 0.7};
    curve.promoted = {0, 0.1, 0.4, 0.4, 0.4};
    curve.left = {0, 0.1, 0.1, 0.1, 0.1};
    people::Metrics metrics;
    people::Figure median;
    median.metric = "promotion_median";
    median.stage = "IC";
    median.to = "Lead";
    median.value = 6;
    median.n = 20;
    metrics.figures = {median};
    const Chart chart = waits_chart(curve, metrics);
    EXPECT_EQ(chart.finding, (Sentence{"chart.waits.finding",
                                       {{"from", name("IC")},
                                        {"to", name("Lead")},
                                        {"months", number(6)},
                                        {"n", number(20)}}}));
    ASSERT_EQ(chart.series.size(), 3u);
    EXPECT_EQ(chart.series[0].y, (std::vector<double>{100, 80, 50, 50}));
    EXPECT_TRUE(chart.series[0].low.empty());  // limits without a line would hang in the air
    EXPECT_EQ(chart.series[1].y.size(), 5u);
    EXPECT_EQ(chart.last, 12);
    EXPECT_EQ(values(chart, 0), (std::vector<double>{0, 12}));
    EXPECT_EQ(chart.table.rows[1][1], message("metric.none"));

    metrics.figures[0].state = people::State::kHidden;
    EXPECT_EQ(waits_chart(curve, metrics).finding.message, "chart.waits.finding_hidden");
    metrics.figures[0].state = people::State::kUndefined;
    EXPECT_EQ(waits_chart(curve, metrics).finding.message, "chart.waits.finding_none");
}

TEST(StagesChart, LaysThePartsOfAStageEndToEndAndSaysNothingOfAHiddenOne) {
    people::Metrics metrics;
    people::StageRow lead;
    lead.stage = "Lead";
    lead.people = 10;
    lead.building = 5;
    lead.within_twelve_months = 2;
    lead.ready_now = 1;
    lead.not_stated = 2;
    lead.path = {6, 2, 2};
    people::StageRow small;
    small.stage = "Head";
    small.state = people::State::kHidden;
    people::StageRow all = lead;
    all.stage.clear();
    metrics.stages = {lead, small, all};
    const Chart chart = stages_chart(metrics, 0.7);
    EXPECT_EQ(chart.finding,
              (Sentence{"chart.stages.finding",
                        {{"n", number(1)}, {"of", number(1)}, {"target", number(70)}}}));
    EXPECT_EQ(chart.labels,
              (std::vector<Value>{name("Lead"), name("Head"), message("metric.all")}));
    const std::vector<Mark> first(chart.marks.begin(), chart.marks.begin() + 5);
    EXPECT_EQ(first, (std::vector<Mark>{{Shape::kBar, Role::kReadyNow, 0, 0, 10},
                                        {Shape::kBar, Role::kWithinTwelveMonths, 0, 10, 30},
                                        {Shape::kBar, Role::kBuilding, 0, 30, 80},
                                        {Shape::kTick, Role::kCurrent, 0, 75, 75},
                                        {Shape::kTick, Role::kTarget, 0, 70, 70}}));
    for (const Mark& mark : chart.marks) EXPECT_NE(mark.row, 1u);
    EXPECT_EQ(chart.table.rows[1][1], message("metric.hidden"));
    EXPECT_EQ(stages_chart(metrics, 0.8).finding.arguments[0].value, number(0));
    EXPECT_EQ(stages_chart({}, 0.7).finding.message, "chart.stages.finding_none");
}

TEST(GrowthChart, CountsTheFewAreasThatMakeMostOfTheGaps) {
    calibration::Growth growth;
    growth.areas = {{"delegation", 6, 0.6, 0.6, true},
                    {"feedback", 2, 0.2, 0.8, false},
                    {"strategy", 2, 0.2, 1, false}};
    const Chart chart = growth_chart(growth);
    EXPECT_EQ(chart.finding, (Sentence{"chart.growth.finding",
                                       {{"n", number(2)},
                                        {"of", number(3)},
                                        {"area", name("delegation")},
                                        {"systemic", number(1)}}}));
    EXPECT_EQ(chart.most, 6);
    EXPECT_EQ(chart.marks[0], (Mark{Shape::kBar, Role::kGap, 0, 0, 6}));
    EXPECT_EQ(chart.marks[1], (Mark{Shape::kBar, Role::kCount, 1, 0, 2}));
    ASSERT_EQ(chart.series.size(), 1u);
    EXPECT_EQ(chart.series[0].x, (std::vector<double>{1, 2, 3}));
    EXPECT_EQ(chart.series[0].y, (std::vector<double>{60, 80, 100}));
    EXPECT_EQ(growth_chart({}).finding.message, "chart.growth.finding_none");
    EXPECT_TRUE(growth_chart({}).series.empty());
}

cohort::Estimate around(double mean) {
    return {{20}, {mean}, {10}, {mean - 5}, {mean + 5}};
}

cohort::DimensionReport seen(double all, cohort::Number leaders, cohort::Number contributors) {
    cohort::DimensionReport report;
    report.whole.estimate = around(all);
    report.segments.resize(2);
    report.segments[0].estimate.mean = contributors;
    report.segments[1].estimate.mean = leaders;
    return report;
}

TEST(PerceptionChart, PutsTheWidestDifferenceFirstAndDrawsNothingThatIsSuppressed) {
    const instrument::Instrument& varied = sample::varied();
    const cohort::Layout layout(varied);
    cohort::Report report;
    report.segments = {"contributor", "executive"};
    report.dimensions = {seen(40, {50}, {38}), seen(60, {50}, {70}),
                         seen(20, {0, true}, {0, true})};
    const Chart chart = perception_chart(layout, report);
    EXPECT_EQ(chart.labels,
              (std::vector<Value>{message("dimension.y.name"), message("dimension.x.name"),
                                  message("dimension.z.name")}));
    EXPECT_EQ(chart.finding,
              (Sentence{"chart.perception.finding_lower",
                        {{"dimension", message("dimension.y.name")}, {"points", number(20)}}}));
    EXPECT_EQ(chart.table.rows[0][6], change(-20));
    EXPECT_EQ(chart.table.rows[2][4], message("metric.hidden"));
    for (const Mark& mark : chart.marks) {
        if (mark.row != 2) continue;
        EXPECT_TRUE(mark.role == Role::kInterval || mark.role == Role::kCurrent);
    }
    for (const auto& row : chart.table.rows) EXPECT_EQ(row.size(), chart.table.columns.size());

    report.segments.clear();
    for (auto& each : report.dimensions) each.segments.clear();
    EXPECT_EQ(perception_chart(layout, report).finding,
              (Sentence{"chart.perception.finding",
                        {{"dimension", message("dimension.z.name")}, {"mean", number(20)}}}));
    for (auto& each : report.dimensions) {
        each.whole.estimate = {{0, true}, {0, true}, {0, true}, {0, true}, {0, true}};
    }
    const Chart nothing = perception_chart(layout, report);
    EXPECT_EQ(nothing.finding.message, "chart.perception.finding_none");
    EXPECT_TRUE(nothing.marks.empty());
}

TEST(QuadrantsChart, CountsTheFieldsAndThoseOfWhomNothingCanBeSaid) {
    std::vector<readiness::Assessment> slate(4);
    slate[0].quadrant = readiness::Quadrant::kPerformerNotLeader;
    slate[1].quadrant = readiness::Quadrant::kPerformerNotLeader;
    slate[2].quadrant = readiness::Quadrant::kHighPotential;
    const Chart chart = quadrants_chart(slate);
    EXPECT_EQ(values(chart, 1), (std::vector<double>{1, 2, 0, 0, 1}));
    EXPECT_EQ(chart.finding,
              (Sentence{"chart.quadrants.finding",
                        {{"n", number(2)}, {"of", number(4)}, {"unsaid", number(1)}}}));
    EXPECT_EQ(chart.labels[1], message("readiness.quadrant.performer_not_leader"));
}

TEST(ChartJson, WritesMessagesNamesAndNumbersApart) {
    Chart chart;
    chart.title = "chart.growth.title";
    chart.finding = {"chart.growth.finding", {{"area", name("a \"b\"")}, {"n", number(2)}}};
    chart.labels = {message("metric.all"), name("x")};
    chart.marks = {{Shape::kTick, Role::kWithinTwelveMonths, 1, 2.5, 2.5}};
    chart.series = {{Role::kCumulative, true, {1}, {50}, {}, {}}};
    chart.last = 3;
    chart.table = {{"metric.column.stage"}, {{name("x")}}};
    std::string out;
    json::Writer write(out);
    write.begin_object();
    export_::write_charts(write, {chart});
    write.end_object();
    EXPECT_EQ(
        out, R"({"charts":[{"title":"chart.growth.title",)"
             R"("finding":{"message":"chart.growth.finding","arguments":{"area":"a \"b\"","n":2}},)"
             R"("axis":{"least":0,"most":100},"labels":[{"message":"metric.all"},"x"],)"
             R"("marks":[{"shape":"tick","role":"within_12_months","row":1,"from":2.5,"to":2.5}],)"
             R"("last":3,"series":[{"role":"cumulative","steps":true,"x":[1],"y":[50]}],)"
             R"("table":{"columns":["metric.column.stage"],"rows":[["x"]]}}]})");
}

}  // namespace
}  // namespace vgap::chart
