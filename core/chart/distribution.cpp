#include "core/chart/distribution.hpp"

#include <algorithm>
#include <array>

namespace vgap::chart {

namespace {

constexpr std::size_t kFifths = 5;
constexpr double kFifth = 20;

struct Counts {
    std::array<int, kFifths> fifths{};
    int answered = 0;
    int not_answered = 0;
};

Counts count(const instrument::Instrument& instrument, const scoring::Profile& profile,
             instrument::Index dimension) {
    Counts counts;
    for (const scoring::ItemScore& item : profile.items) {
        if (!item.reachable) continue;
        if (dimension != instrument::kNone &&
            instrument.questions[item.question].dimension != dimension) {
            continue;
        }
        if (!item.score) {
            ++counts.not_answered;
            continue;
        }
        ++counts.answered;
        ++counts.fifths[std::min(kFifths - 1, static_cast<std::size_t>(*item.score / kFifth))];
    }
    return counts;
}

void add_row(Chart& chart, Role role, std::string label, int value, const Value& share) {
    const auto row = static_cast<std::uint32_t>(chart.labels.size());
    chart.labels.push_back(message(label));
    chart.marks.push_back({Shape::kBar, role, row, 0, static_cast<double>(value)});
    chart.table.rows.push_back({message(std::move(label)), number(value), share});
    chart.most = std::max(chart.most, static_cast<double>(value));
}

}  // namespace

Chart distribution_chart(const instrument::Instrument& instrument, const scoring::Profile& profile,
                         instrument::Index dimension) {
    const Counts counts = count(instrument, profile, dimension);
    Chart chart;
    chart.title = "chart.distribution.title";
    chart.most = 1;
    for (const char* const column : {"fifth", "answers", "share_pct"}) {
        chart.table.columns.push_back(std::string("chart.distribution.column.") + column);
    }
    for (std::size_t fifth = 0; fifth < kFifths; ++fifth) {
        const int value = counts.fifths[fifth];
        add_row(chart, Role::kCount, "chart.distribution.fifth." + std::to_string(fifth + 1), value,
                counts.answered > 0 ? number(100.0 * value / counts.answered)
                                    : message("chart.no_answers"));
    }
    add_row(chart, Role::kNoAnswer, "chart.distribution.not_answered", counts.not_answered,
            message("chart.not_counted"));
    if (counts.answered == 0) {
        chart.finding = {"chart.distribution.finding_none", {}};
    } else {
        chart.finding = {
            "chart.distribution.finding",
            {{"n", number(counts.fifths[0] + counts.fifths[1])}, {"of", number(counts.answered)}}};
    }
    return chart;
}

}  // namespace vgap::chart
