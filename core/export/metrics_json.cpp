#include "core/export/metrics_json.hpp"

#include "core/base/fixed.hpp"
#include "core/base/version.hpp"
#include "core/chart/stages.hpp"
#include "core/chart/waits.hpp"
#include "core/export/chart_json.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

using people::Figure;
using people::Metrics;

void number(json::Writer& write, std::string_view key, double x) {
    write.key(key);
    if (stats::is_defined(x)) {
        write.number(base::quantised(x));
    } else {
        write.null();
    }
}

void count(json::Writer& write, std::string_view key, std::size_t n) {
    write.key(key).number(static_cast<double>(n));
}

void numbers(json::Writer& write, std::string_view key, const stats::Numbers& all) {
    write.key(key).begin_array();
    for (const double x : all) {
        if (stats::is_defined(x)) {
            write.number(base::quantised(x));
        } else {
            write.null();
        }
    }
    write.end_array();
}

std::string_view to_string(people::State state) {
    constexpr std::string_view kNames[] = {"shown", "hidden", "undefined"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string_view to_string(people::Unit unit) {
    constexpr std::string_view kNames[] = {"share", "months", "chi_squared"};
    return kNames[static_cast<std::size_t>(unit)];
}

void write_figure(json::Writer& write, const Figure& figure) {
    write.begin_object();
    write.key("metric").string(figure.metric);
    write.key("definition").string("metric." + std::string(figure.metric) + ".definition");
    if (!figure.to.empty()) {
        write.key("from").string(figure.stage).key("to").string(figure.to);
    } else if (!figure.stage.empty()) {
        write.key("stage").string(figure.stage);
    }
    if (figure.month > 0) write.key("month").number(figure.month);
    write.key("unit").string(to_string(figure.unit));
    write.key("state").string(to_string(figure.state));
    if (figure.state == people::State::kUndefined) write.key("reason").string(figure.reason);
    number(write, "value", figure.value);
    number(write, "low", figure.interval.low);
    number(write, "high", figure.interval.high);
    if (figure.unit == people::Unit::kChiSquared) {
        number(write, "df", figure.df);
        number(write, "p", figure.p);
    }
    if (figure.state != people::State::kHidden) {
        count(write, "count", figure.count);
        count(write, "n", figure.n);
        count(write, "open", figure.open);
    }
    if (figure.wanted != people::Wanted::kNothing) {
        number(write, figure.wanted == people::Wanted::kAtLeast ? "at_least" : "at_most",
               figure.target);
        write.key("meets");
        if (const std::optional<bool> meets = figure.meets()) {
            write.boolean(*meets);
        } else {
            write.null();
        }
    }
    write.end_object();
}

void write_said(json::Writer& write, std::string_view key, const people::Said& said) {
    write.key(key).begin_object();
    count(write, "yes", said.yes);
    count(write, "no", said.no);
    count(write, "not_said", said.open);
    write.end_object();
}

void write_stage(json::Writer& write, const people::StageRow& row) {
    write.begin_object();
    write.key("stage");
    if (row.stage.empty()) {
        write.null();
    } else {
        write.string(row.stage);
    }
    write.key("state").string(to_string(row.state));
    if (row.state == people::State::kShown) {
        count(write, "people", row.people);
        count(write, "building", row.building);
        count(write, "within_12_months", row.within_twelve_months);
        count(write, "ready_now", row.ready_now);
        count(write, "readiness_not_stated", row.not_stated);
        write_said(write, "path_documented", row.path);
        write_said(write, "gaps_documented", row.gaps);
    }
    write.end_object();
}

void write_curve(json::Writer& write, const people::Curve& curve) {
    write.begin_object();
    write.key("from").string(curve.from).key("to").string(curve.to);
    numbers(write, "months", curve.months);
    numbers(write, "waiting", curve.waiting);
    numbers(write, "low", curve.low);
    numbers(write, "high", curve.high);
    numbers(write, "promoted", curve.promoted);
    numbers(write, "left", curve.left);
    write.end_object();
}

void write_tally(json::Writer& write, std::string_view key, const people::Tally& tally) {
    write.key(key).begin_object();
    count(write, "rows", tally.rows);
    count(write, "used", tally.used());
    count(write, "left_out", tally.left_out);
    write.end_object();
}

}  // namespace

FaultCounts count_faults(const people::Records& records) {
    FaultCounts counts;
    for (const people::Fault& fault : records.faults) ++counts[{fault.what.code, fault.treatment}];
    return counts;
}

void append_metrics(std::string& out, const Measured& measured) {
    const auto& [records, question, metrics] = measured;
    json::Writer write(out);
    write.begin_object();
    write.key("schema").string("metrics/1");
    write.key("engine").string(base::kEngineVersion);
    write.key("as_of").string(base::extended(question.as_of));
    write.key("recorded_from");
    if (question.recorded_from) {
        write.string(base::extended(*question.recorded_from));
    } else {
        write.null();
    }
    write.key("confidence").number(people::kConfidence);
    count(write, "least_group", question.least_group);
    write_tally(write, "people", records.people_tally);
    write_tally(write, "decisions", records.decisions_tally);
    write.key("stays").begin_object();
    count(write, "used", metrics.stays.all.size());
    count(write, "from_entry", metrics.stays.from_entry);
    count(write, "without_beginning", metrics.stays.without_beginning);
    count(write, "unobserved", metrics.stays.unobserved);
    write.end_object();
    write.key("faults").begin_array();
    for (const auto& [which, n] : count_faults(records)) {
        write.begin_object().key("code").string(which.first);
        write.key("treatment")
            .string(which.second == people::Treatment::kLeftOut ? "left_out" : "repaired");
        count(write, "n", n);
        write.end_object();
    }
    write.end_array();
    write.key("stages").begin_array();
    for (const people::StageRow& row : metrics.stages) write_stage(write, row);
    write.end_array();
    count(write, "roles_without_anybody", metrics.roles_without_anybody);
    write.key("figures").begin_array();
    for (const Figure& figure : metrics.figures) write_figure(write, figure);
    write.end_array();
    write.key("curves").begin_array();
    for (const people::Curve& curve : metrics.curves) write_curve(write, curve);
    write.end_array();
    std::vector<chart::Chart> charts = {chart::stages_chart(metrics, question.targets.path)};
    for (const people::Curve& curve : metrics.curves) {
        charts.push_back(chart::waits_chart(curve, metrics));
    }
    write_charts(write, charts);
    write.end_object();
}

}  // namespace vgap::export_
