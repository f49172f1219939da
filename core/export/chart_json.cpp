#include "core/export/chart_json.hpp"

#include "core/base/fixed.hpp"

namespace vgap::export_ {

namespace {

std::string_view to_string(chart::Shape shape) {
    constexpr std::string_view kNames[] = {"bar", "range", "tick"};
    return kNames[static_cast<std::size_t>(shape)];
}

std::string_view to_string(chart::Role role) {
    constexpr std::string_view kNames[] = {
        "bounds",  "current",      "gap",       "surplus",          "required",
        "before",  "count",        "no_answer", "interval",         "target",
        "leaders", "contributors", "building",  "within_12_months", "ready_now",
        "waiting", "promoted",     "left",      "cumulative"};
    return kNames[static_cast<std::size_t>(role)];
}

void write_value(json::Writer& write, const chart::Value& value) {
    switch (value.kind) {
        case chart::Value::Kind::kMessage:
            write.begin_object().key("message").string(value.message).end_object();
            break;
        case chart::Value::Kind::kName:
            write.string(value.message);
            break;
        case chart::Value::Kind::kNumber:
        case chart::Value::Kind::kChange:
            write.number(base::quantised(value.number));
            break;
    }
}

void write_numbers(json::Writer& write, std::string_view key, const std::vector<double>& numbers) {
    write.key(key).begin_array();
    for (const double x : numbers) write.number(base::quantised(x));
    write.end_array();
}

void write_chart(json::Writer& write, const chart::Chart& chart) {
    write.begin_object().key("title").string(chart.title);
    write.key("finding").begin_object().key("message").string(chart.finding.message);
    write.key("arguments").begin_object();
    for (const chart::Argument& argument : chart.finding.arguments) {
        write.key(argument.name);
        write_value(write, argument.value);
    }
    write.end_object().end_object();
    write.key("axis").begin_object().key("least").number(base::quantised(chart.least));
    write.key("most").number(base::quantised(chart.most)).end_object();
    write.key("labels").begin_array();
    for (const chart::Value& label : chart.labels) write_value(write, label);
    write.end_array().key("marks").begin_array();
    for (const chart::Mark& mark : chart.marks) {
        write.begin_object().key("shape").string(to_string(mark.shape));
        write.key("role").string(to_string(mark.role)).key("row").number(mark.row);
        write.key("from").number(base::quantised(mark.from));
        write.key("to").number(base::quantised(mark.to)).end_object();
    }
    write.end_array();
    write.key("last").number(base::quantised(chart.last)).key("series").begin_array();
    for (const chart::Series& series : chart.series) {
        write.begin_object().key("role").string(to_string(series.role));
        write.key("steps").boolean(series.steps);
        write_numbers(write, "x", series.x);
        write_numbers(write, "y", series.y);
        if (!series.low.empty()) {
            write_numbers(write, "low", series.low);
            write_numbers(write, "high", series.high);
        }
        write.end_object();
    }
    write.end_array().key("table").begin_object().key("columns").begin_array();
    for (const std::string& column : chart.table.columns) write.string(column);
    write.end_array().key("rows").begin_array();
    for (const std::vector<chart::Value>& row : chart.table.rows) {
        write.begin_array();
        for (const chart::Value& value : row) write_value(write, value);
        write.end_array();
    }
    write.end_array().end_object().end_object();
}

}  // namespace

void write_charts(json::Writer& write, const std::vector<chart::Chart>& charts) {
    write.key("charts").begin_array();
    for (const chart::Chart& chart : charts) write_chart(write, chart);
    write.end_array();
}

}  // namespace vgap::export_
