#include "core/chart/perception.hpp"

#include <cmath>
#include <numeric>
#include <optional>

#include "core/base/sort.hpp"

namespace vgap::chart {

namespace {

using cohort::DimensionReport;
using cohort::Number;

bool is_told(const Number& number) {
    return !number.suppressed && stats::is_defined(number.value);
}

Value cell(const Number& of) {
    if (of.suppressed) return message("metric.hidden");
    return is_told(of) ? number(of.value) : message("metric.none");
}

std::optional<std::size_t> segment(const cohort::Report& report, std::string_view named) {
    for (std::size_t s = 0; s < report.segments.size(); ++s) {
        if (report.segments[s] == named) return s;
    }
    return std::nullopt;
}

struct Ends {
    std::optional<std::size_t> leaders, contributors;  // segments
    bool both() const { return leaders && contributors; }
};

Ends ends_of(const cohort::Report& report) {
    return {segment(report, "executive"), segment(report, "contributor")};
}

// Nothing where either is not told.
std::optional<double> difference(const DimensionReport& of, const Ends& ends) {
    if (!ends.both()) return std::nullopt;
    const Number& leaders = of.segments[*ends.leaders].estimate.mean;
    const Number& contributors = of.segments[*ends.contributors].estimate.mean;
    if (!is_told(leaders) || !is_told(contributors)) return std::nullopt;
    return leaders.value - contributors.value;
}

std::vector<std::size_t> order_of(const cohort::Report& report, const Ends& ends) {
    std::vector<std::size_t> order(report.dimensions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    base::sort(order, [&](std::size_t a, std::size_t b) {
        const DimensionReport& x = report.dimensions[a];
        const DimensionReport& y = report.dimensions[b];
        const double wide_x = std::fabs(difference(x, ends).value_or(0));
        const double wide_y = std::fabs(difference(y, ends).value_or(0));
        if (wide_x != wide_y) return wide_x > wide_y;
        const bool told_x = is_told(x.whole.estimate.mean);
        const bool told_y = is_told(y.whole.estimate.mean);
        if (told_x != told_y) return told_x;
        if (told_x && x.whole.estimate.mean.value != y.whole.estimate.mean.value) {
            return x.whole.estimate.mean.value < y.whole.estimate.mean.value;
        }
        return a < b;
    });
    return order;
}

}  // namespace

Chart perception_chart(const cohort::Layout& layout, const cohort::Report& report) {
    const Ends ends = ends_of(report);
    const std::vector<std::size_t> order = order_of(report, ends);
    const auto name_at = [&](std::size_t d) {
        return message("dimension." + layout.instrument->dimensions[d].id + ".name");
    };
    Chart chart;
    chart.title = "chart.perception.title";
    chart.table.columns = {"chart.gap.column.dimension", "chart.perception.column.mean",
                           "chart.gap.column.low", "chart.gap.column.high"};
    if (ends.both()) {
        for (const char* const column : {"leaders", "contributors", "difference"}) {
            chart.table.columns.push_back("chart.perception.column." + std::string(column));
        }
    }
    for (const std::size_t d : order) {
        const DimensionReport& of = report.dimensions[d];
        const cohort::Estimate& whole = of.whole.estimate;
        const auto row = static_cast<std::uint32_t>(chart.labels.size());
        chart.labels.push_back(name_at(d));
        if (is_told(whole.low) && is_told(whole.high)) {
            chart.marks.push_back(
                {Shape::kRange, Role::kInterval, row, whole.low.value, whole.high.value});
        }
        const auto tick = [&](Role role, const Number& at) {
            if (is_told(at)) chart.marks.push_back({Shape::kTick, role, row, at.value, at.value});
        };
        tick(Role::kCurrent, whole.mean);
        chart.table.rows.push_back(
            {name_at(d), cell(whole.mean), cell(whole.low), cell(whole.high)});
        if (!ends.both()) continue;
        const Number& leaders = of.segments[*ends.leaders].estimate.mean;
        const Number& contributors = of.segments[*ends.contributors].estimate.mean;
        tick(Role::kLeaders, leaders);
        tick(Role::kContributors, contributors);
        const std::optional<double> apart = difference(of, ends);
        std::vector<Value>& cells = chart.table.rows.back();
        cells.push_back(cell(leaders));
        cells.push_back(cell(contributors));
        cells.push_back(apart ? change(*apart) : message("metric.none"));
    }
    chart.finding = {"chart.perception.finding_none", {}};
    if (order.empty()) return chart;
    const DimensionReport& first = report.dimensions[order.front()];
    if (const std::optional<double> apart = difference(first, ends); apart && *apart != 0) {
        chart.finding = {
            *apart > 0 ? "chart.perception.finding_higher" : "chart.perception.finding_lower",
            {{"dimension", name_at(order.front())}, {"points", number(std::fabs(*apart))}}};
    } else if (is_told(first.whole.estimate.mean)) {
        chart.finding = {"chart.perception.finding",
                         {{"dimension", name_at(order.front())},
                          {"mean", number(first.whole.estimate.mean.value)}}};
    }
    return chart;
}

}  // namespace vgap::chart
