#include "core/chart/stages.hpp"

#include <utility>

namespace vgap::chart {

namespace {

constexpr double kPercent = 100;

double part(std::size_t n, std::size_t of) {
    return of == 0 ? 0 : kPercent * static_cast<double>(n) / static_cast<double>(of);
}

Value count(std::size_t n) {
    return number(static_cast<double>(n));
}

// How many of the stages that are told of have a path written down for as many people as is wanted.
Sentence finding(const people::Metrics& metrics, double wanted) {
    int told = 0, reached = 0;
    for (const people::StageRow& row : metrics.stages) {
        const std::size_t known = row.path.yes + row.path.no;
        if (row.stage.empty() || row.state != people::State::kShown || known == 0) continue;
        ++told;
        if (part(row.path.yes, known) >= kPercent * wanted) ++reached;
    }
    if (told == 0) return {"chart.stages.finding_none", {}};
    return {"chart.stages.finding",
            {{"n", number(reached)}, {"of", number(told)}, {"target", number(kPercent * wanted)}}};
}

}  // namespace

Chart stages_chart(const people::Metrics& metrics, double wanted_paths) {
    Chart chart;
    chart.title = "chart.stages.title";
    chart.finding = finding(metrics, wanted_paths);
    for (const char* const column :
         {"stage", "people", "building", "within_12_months", "ready_now", "path", "gaps"}) {
        chart.table.columns.push_back("metric.column." + std::string(column));
    }
    for (const people::StageRow& row : metrics.stages) {
        const auto at = static_cast<std::uint32_t>(chart.labels.size());
        chart.labels.push_back(row.stage.empty() ? message("metric.all") : name(row.stage));
        if (row.state != people::State::kShown) {
            chart.table.rows.emplace_back(chart.table.columns.size(), message("metric.hidden"));
            chart.table.rows.back()[0] = chart.labels.back();
            continue;
        }
        double from = 0;
        for (const auto& [role, n] :
             {std::pair(Role::kReadyNow, row.ready_now),
              std::pair(Role::kWithinTwelveMonths, row.within_twelve_months),
              std::pair(Role::kBuilding, row.building)}) {
            const double to = from + part(n, row.people);
            if (to > from) chart.marks.push_back({Shape::kBar, role, at, from, to});
            from = to;
        }
        const double target = kPercent * wanted_paths;
        const double paths = part(row.path.yes, row.path.yes + row.path.no);
        if (row.path.yes + row.path.no > 0) {
            chart.marks.push_back({Shape::kTick, Role::kCurrent, at, paths, paths});
        }
        chart.marks.push_back({Shape::kTick, Role::kTarget, at, target, target});
        chart.table.rows.push_back({chart.labels.back(), count(row.people), count(row.building),
                                    count(row.within_twelve_months), count(row.ready_now),
                                    count(row.path.yes), count(row.gaps.yes)});
    }
    return chart;
}

}  // namespace vgap::chart
