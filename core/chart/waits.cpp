#include "core/chart/waits.hpp"

#include <algorithm>
#include <string_view>

namespace vgap::chart {

namespace {

constexpr double kPercent = 100;
constexpr int kEvery = 12;  // months between the rows of the table

Series series_of(Role role, const std::vector<double>& months, const stats::Numbers& shares) {
    Series series;
    series.role = role;
    series.steps = true;
    for (std::size_t at = 0; at < std::min(months.size(), shares.size()); ++at) {
        if (!stats::is_defined(shares[at])) continue;
        series.x.push_back(months[at]);
        series.y.push_back(kPercent * shares[at]);
    }
    return series;
}

// Only where all of the line has limits.
void add_limits(Series& series, const people::Curve& curve) {
    const auto all_defined = [](const stats::Numbers& numbers) {
        return std::all_of(numbers.begin(), numbers.end(),
                           [](double x) { return stats::is_defined(x); });
    };
    if (series.x.size() != curve.low.size() || curve.high.size() != curve.low.size()) return;
    if (!all_defined(curve.low) || !all_defined(curve.high)) return;
    for (std::size_t at = 0; at < curve.low.size(); ++at) {
        series.low.push_back(kPercent * curve.low[at]);
        series.high.push_back(kPercent * curve.high[at]);
    }
}

Sentence finding(const people::Curve& curve, const people::Metrics& metrics) {
    std::vector<Argument> of = {{"from", name(curve.from)}, {"to", name(curve.to)}};
    for (const people::Figure& figure : metrics.figures) {
        if (figure.metric != "promotion_median" || figure.stage != curve.from ||
            figure.to != curve.to) {
            continue;
        }
        if (figure.state == people::State::kHidden) return {"chart.waits.finding_hidden", of};
        if (figure.state != people::State::kShown) break;
        of.push_back({"months", number(figure.value)});
        of.push_back({"n", number(static_cast<double>(figure.n))});
        return {"chart.waits.finding", of};
    }
    return {"chart.waits.finding_none", of};
}

Value share(const stats::Numbers& of, std::size_t at) {
    return at < of.size() && stats::is_defined(of[at]) ? number(kPercent * of[at])
                                                       : message("metric.none");
}

}  // namespace

Chart waits_chart(const people::Curve& curve, const people::Metrics& metrics) {
    Chart chart;
    chart.title = "chart.waits.title";
    chart.finding = finding(curve, metrics);
    chart.last = curve.months.empty() ? 0 : curve.months.back();
    chart.series.push_back(series_of(Role::kWaiting, curve.months, curve.waiting));
    add_limits(chart.series.back(), curve);
    chart.series.push_back(series_of(Role::kPromoted, curve.months, curve.promoted));
    chart.series.push_back(series_of(Role::kLeft, curve.months, curve.left));
    chart.table.columns = {"chart.waits.column.month", "chart.waits.column.waiting",
                           "chart.waits.column.promoted", "chart.waits.column.left"};
    for (std::size_t at = 0; at < curve.months.size(); ++at) {
        const int month = static_cast<int>(curve.months[at]);
        if (month % kEvery != 0 && at + 1 < curve.months.size()) continue;
        chart.table.rows.push_back({number(month), share(curve.waiting, at),
                                    share(curve.promoted, at), share(curve.left, at)});
    }
    return chart;
}

}  // namespace vgap::chart
