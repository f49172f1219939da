#include "core/chart/growth.hpp"

#include <algorithm>

namespace vgap::chart {

namespace {

constexpr double kPercent = 100;
constexpr double kMost = 0.8;  // of all gaps

Sentence finding(const calibration::Growth& growth) {
    if (growth.areas.empty()) return {"chart.growth.finding_none", {}};
    double few = 0, systemic = 0;
    bool reached = false;
    for (const calibration::Area& area : growth.areas) {
        if (!reached) ++few;
        reached = reached || area.cumulative >= kMost;
        if (area.systemic) ++systemic;
    }
    return {"chart.growth.finding",
            {{"n", number(few)},
             {"of", number(static_cast<double>(growth.areas.size()))},
             {"area", name(growth.areas.front().name)},
             {"systemic", number(systemic)}}};
}

}  // namespace

Chart growth_chart(const calibration::Growth& growth) {
    Chart chart;
    chart.title = "chart.growth.title";
    chart.finding = finding(growth);
    chart.table.columns = {"calibration.column.area", "calibration.column.people",
                           "calibration.column.share", "calibration.column.cumulative"};
    Series running;
    running.role = Role::kCumulative;
    chart.most = 0;
    for (const calibration::Area& area : growth.areas) {
        const auto row = static_cast<std::uint32_t>(chart.labels.size());
        const auto people = static_cast<double>(area.people);
        chart.most = std::max(chart.most, people);
        chart.labels.push_back(name(area.name));
        chart.marks.push_back(
            {Shape::kBar, area.systemic ? Role::kGap : Role::kCount, row, 0, people});
        running.x.push_back(row + 1);
        running.y.push_back(kPercent * area.cumulative);
        chart.table.rows.push_back({chart.labels.back(), number(people),
                                    number(kPercent * area.share),
                                    number(kPercent * area.cumulative)});
    }
    chart.last = static_cast<double>(growth.areas.size());
    if (!running.x.empty()) chart.series.push_back(std::move(running));
    return chart;
}

}  // namespace vgap::chart
