#include "core/chart/gap.hpp"

#include <numeric>
#include <string_view>

#include "core/base/sort.hpp"

namespace vgap::chart {

using instrument::Index;
using scoring::DimensionScore;
using scoring::Profile;

namespace {

Value name_of(const instrument::Instrument& instrument, Index d) {
    return message("dimension." + instrument.dimensions[d].id + ".name");
}

std::vector<Index> by_gap(const Profile& profile) {
    std::vector<Index> order(profile.dimensions.size());
    std::iota(order.begin(), order.end(), 0u);
    base::sort(order, [&](Index a, Index b) {
        const DimensionScore& x = profile.dimensions[a];
        const DimensionScore& y = profile.dimensions[b];
        if (x.sufficient != y.sufficient) return x.sufficient;
        if (x.sufficient && *x.gap != *y.gap) return *x.gap > *y.gap;
        return a < b;
    });
    return order;
}

void add_marks(const DimensionScore& score, const DimensionScore* before, std::uint32_t row,
               std::vector<Mark>& marks) {
    if (score.low < score.high) {
        marks.push_back({Shape::kRange, Role::kBounds, row, score.low, score.high});
    }
    if (score.sufficient) {
        marks.push_back({Shape::kBar, Role::kCurrent, row, 0, *score.current});
        if (*score.gap > 0) {
            marks.push_back({Shape::kRange, Role::kGap, row, *score.current, score.required});
        }
        if (*score.surplus > 0) {
            marks.push_back({Shape::kRange, Role::kSurplus, row, score.required, *score.current});
        }
    }
    if (before != nullptr && before->sufficient) {
        marks.push_back({Shape::kTick, Role::kBefore, row, *before->current, *before->current});
    }
    marks.push_back({Shape::kTick, Role::kRequired, row, score.required, score.required});
}

Value known(bool sufficient, const std::optional<double>& value) {
    return sufficient ? number(*value) : message("chart.insufficient");
}

std::vector<Value> cells(const Value& name, const DimensionScore& score,
                         const DimensionScore* before) {
    std::vector<Value> out = {name, known(score.sufficient, score.current), number(score.required),
                              known(score.sufficient, score.gap)};
    if (before != nullptr) {
        out.push_back(known(before->sufficient, before->current));
        out.push_back(score.sufficient && before->sufficient
                          ? change(*score.current - *before->current)
                          : message("chart.insufficient"));
    }
    for (const double value : {score.low, score.high, static_cast<double>(score.answered),
                               static_cast<double>(score.items)}) {
        out.push_back(number(value));
    }
    return out;
}

Sentence finding(const instrument::Instrument& instrument, const Profile& profile,
                 const std::vector<Index>& order) {
    int sufficient = 0, short_of = 0;
    for (const DimensionScore& score : profile.dimensions) {
        if (!score.sufficient) continue;
        ++sufficient;
        if (*score.gap > 0) ++short_of;
    }
    if (sufficient == 0) return {"chart.gap.finding_insufficient", {}};
    if (short_of == 0) return {"chart.gap.finding_none", {{"of", number(sufficient)}}};
    return {"chart.gap.finding",
            {{"n", number(short_of)},
             {"of", number(sufficient)},
             {"dimension", name_of(instrument, order.front())},
             {"gap", number(*profile.dimensions[order.front()].gap)}}};
}

}  // namespace

Chart gap_chart(const instrument::Instrument& instrument, const Profile& profile,
                const Profile* before) {
    const std::vector<Index> order = by_gap(profile);
    Chart chart;
    chart.title = "chart.gap.title";
    chart.finding = finding(instrument, profile, order);
    for (const char* const column : {"dimension", "current", "required", "gap", "before", "change",
                                     "low", "high", "answered", "items"}) {
        const std::string_view name = column;
        if (before == nullptr && (name == "before" || name == "change")) continue;
        chart.table.columns.push_back(std::string("chart.gap.column.") + column);
    }
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        const DimensionScore& score = profile.dimensions[order[row]];
        const DimensionScore* const earlier =
            before == nullptr ? nullptr : &before->dimensions[order[row]];
        const Value name = name_of(instrument, order[row]);
        chart.labels.push_back(name);
        add_marks(score, earlier, row, chart.marks);
        chart.table.rows.push_back(cells(name, score, earlier));
    }
    return chart;
}

}  // namespace vgap::chart
