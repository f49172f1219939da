#include "core/chart/quadrants.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace vgap::chart {

using readiness::Quadrant;

Chart quadrants_chart(std::span<const readiness::Assessment> assessments) {
    constexpr std::array kFields = {Quadrant::kHighPotential, Quadrant::kPerformerNotLeader,
                                    Quadrant::kWrongSeat, Quadrant::kNeitherYet};
    std::array<double, kFields.size() + 1> counts{};
    for (const readiness::Assessment& each : assessments) {
        const auto* const found = each.quadrant
                                      ? std::find(kFields.begin(), kFields.end(), *each.quadrant)
                                      : kFields.end();
        ++counts[static_cast<std::size_t>(found - kFields.begin())];
    }
    Chart chart;
    chart.title = "chart.quadrants.title";
    chart.most = static_cast<double>(assessments.size());
    chart.table.columns = {"chart.quadrants.column.field", "chart.quadrants.column.candidates"};
    for (std::size_t at = 0; at < counts.size(); ++at) {
        std::string label = "chart.quadrants.unsaid";
        if (at < kFields.size()) {
            label = "readiness.quadrant." + std::string(readiness::to_string(kFields[at]));
        }
        const auto row = static_cast<std::uint32_t>(at);
        chart.labels.push_back(message(std::move(label)));
        if (counts[at] > 0) {
            const bool unsaid = at == kFields.size();
            chart.marks.push_back(
                {Shape::kBar, unsaid ? Role::kNoAnswer : Role::kCount, row, 0, counts[at]});
        }
        chart.table.rows.push_back({chart.labels.back(), number(counts[at])});
    }
    chart.finding = {
        "chart.quadrants.finding",
        {{"n", number(counts[1])}, {"of", number(chart.most)}, {"unsaid", number(counts.back())}}};
    return chart;
}

}  // namespace vgap::chart
