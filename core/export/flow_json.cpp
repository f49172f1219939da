#include "core/export/flow_json.hpp"

#include "core/base/fixed.hpp"
#include "core/base/version.hpp"
#include "core/flow/read.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

using flow::Band;
using flow::Estimate;
using flow::Histogram;
using flow::Scenario;

void number(json::Writer& write, std::string_view key, double x) {
    write.key(key).number(base::quantised(x));
}

template <class Each>
void series(json::Writer& write, std::string_view key, std::size_t count, const Each& each) {
    write.key(key).begin_array();
    for (std::size_t at = 0; at < count; ++at) write.number(base::quantised(each(at)));
    write.end_array();
}

struct Column {
    std::string_view key;
    double (*of)(const Band&);
};

constexpr Column kColumns[] = {
    {"mean", [](const Band& b) { return b.mean.value; }},
    {"error", [](const Band& b) { return b.mean.error; }},
    {"p10", [](const Band& b) { return 1.0 * b.p10.value; }},
    {"p10_low", [](const Band& b) { return 1.0 * b.p10.low; }},
    {"p10_high", [](const Band& b) { return 1.0 * b.p10.high; }},
    {"p50", [](const Band& b) { return 1.0 * b.p50.value; }},
    {"p50_low", [](const Band& b) { return 1.0 * b.p50.low; }},
    {"p50_high", [](const Band& b) { return 1.0 * b.p50.high; }},
    {"p90", [](const Band& b) { return 1.0 * b.p90.value; }},
    {"p90_low", [](const Band& b) { return 1.0 * b.p90.low; }},
    {"p90_high", [](const Band& b) { return 1.0 * b.p90.high; }},
};

void fan(json::Writer& write, std::string_view key, const std::vector<Histogram>& histograms) {
    std::vector<Band> bands;
    bands.reserve(histograms.size());
    for (const Histogram& each : histograms) bands.push_back(each.band());
    write.key(key).begin_object();
    for (const Column& column : kColumns) {
        series(write, column.key, bands.size(),
               [&](std::size_t at) { return column.of(bands[at]); });
    }
    write.end_object();
}

void band(json::Writer& write, std::string_view key, const Histogram& histogram) {
    const Band of = histogram.band();
    write.key(key).begin_object();
    for (const Column& column : kColumns) number(write, column.key, column.of(of));
    write.end_object();
}

// How likely is it that no seat is empty?
void filled(json::Writer& write, const std::vector<Histogram>& unfilled) {
    series(write, "filled_share", unfilled.size(),
           [&](std::size_t m) { return unfilled[m].share_at_most(0).value; });
    series(write, "filled_error", unfilled.size(),
           [&](std::size_t m) { return unfilled[m].share_at_most(0).error; });
}

void estimate(json::Writer& write, std::string_view key, const Estimate& of) {
    write.key(key).begin_object();
    number(write, "value", of.value);
    number(write, "error", of.error);
    write.end_object();
}

void difference(json::Writer& write, const flow::Difference& of) {
    estimate(write, "seat_months", of.seat_months);
    estimate(write, "overdue_seats", of.overdue);
}

void write_lever(json::Writer& write, const Scenario& scenario, const flow::Lever& lever) {
    write.begin_object().key("parameter").string(flow::name_of(scenario, lever.turned));
    number(write, "from", lever.turned.value);
    number(write, "to", lever.to);
    write.key("source").string(flow::kOrigins[static_cast<std::size_t>(lever.turned.origin)]);
    difference(write, lever.difference);
    write.end_object();
}

void write_stage(json::Writer& write, const Walked& walked, std::size_t s) {
    const flow::Plan& plan = walked.futures.plan();
    const flow::StageTally& tally = walked.futures.tally().stages[s];
    const bool fed = !plan.stages[s].in.empty();
    const std::size_t months = tally.people.size();
    write.begin_object().key("stage").string(walked.scenario.stages[s].id);
    series(write, "seats", months,
           [&](std::size_t m) { return plan.seats_at(static_cast<int>(m), s); });
    fan(write, "people", tally.people);
    fan(write, "bench", tally.bench);
    fan(write, "unfilled", tally.unfilled);
    filled(write, tally.unfilled);
    // Ready people for each seat that matters.
    write.key("bench_strength").begin_array();
    for (std::size_t m = 0; m < months; ++m) {
        const std::int32_t seats = plan.critical_at(static_cast<int>(m), s);
        if (seats > 0 && fed) {
            write.number(base::quantised(tally.bench[m].mean().value / seats));
        } else {
            write.null();
        }
    }
    write.end_array();
    fan(write, "demand", tally.demand);
    if (fed) {
        fan(write, "supply", tally.supply);
        fan(write, "velocity_gap", tally.gap);
        band(write, "lag_months", tally.lag);
    } else {
        write.key("supply").null().key("velocity_gap").null().key("lag_months").null();
    }
    band(write, "seat_months", tally.seat_months);
    band(write, "overdue_seats", tally.overdue);
    write.end_object();
}

void write_capability(json::Writer& write, const Walked& walked, const flow::Capability& each) {
    const auto month = static_cast<std::size_t>(each.by_month);
    const Histogram& unfilled = walked.futures.tally().stages[each.stage].unfilled[month];
    write.begin_object().key("capability").string(each.id);
    write.key("stage").string(walked.scenario.stages[each.stage].id);
    write.key("seats").number(each.seats);
    write.key("by_month").number(each.by_month);
    write.key("critical").boolean(each.critical);
    write.key("has_project").boolean(!each.transition_project.empty());
    number(write, "filled_share", unfilled.share_at_most(0).value);
    write.end_object();
}

void write_head(json::Writer& write, std::string_view schema, const Walked& walked) {
    write.begin_object().key("schema").string(schema);
    write.key("engine").string(base::kEngineVersion);
    write.key("scenario").string(walked.scenario.id);
    write.key("example").boolean(walked.scenario.example);
    write.key("months").number(walked.scenario.months);
    write.key("patience_months").number(walked.scenario.patience_months);
    write.key("futures").number(static_cast<double>(walked.futures.tally().futures));
    write.key("seed").string(std::to_string(walked.seed));
}

void write_parameter(json::Writer& write, std::string_view key, const flow::Parameter& of) {
    write.key(key).begin_object().key("value").number(of.value);
    write.key("source").string(flow::kOrigins[static_cast<std::size_t>(of.origin)]);
    if (of.n) write.key("n").number(*of.n);
    write.end_object();
}

}  // namespace

void append_scenario(std::string& out, const Scenario& scenario) {
    json::Writer write(out);
    write.begin_object().key("schema").string(flow::kSchema);
    write.key("id").string(scenario.id).key("name").string(scenario.name);
    write.key("example").boolean(scenario.example);
    write.key("months").number(scenario.months);
    write.key("patience_months").number(scenario.patience_months);
    write.key("stages").begin_array();
    for (const flow::Stage& each : scenario.stages) {
        write.begin_object().key("id").string(each.id).key("name").string(each.name);
        if (!each.track.empty()) write.key("track").string(each.track);
        write.key("people").number(each.people);
        write_parameter(write, "attrition_pct_per_year", each.attrition_pct);
        write.key("seats").begin_array();
        for (const flow::Planned& point : each.seats) {
            write.begin_object().key("month").number(point.month);
            write.key("seats").number(point.seats).end_object();
        }
        write.end_array();
        write_parameter(write, "external_share_pct", each.external_share_pct);
        write_parameter(write, "external_lead_months", each.external_lead_months);
        if (each.critical_seats) write.key("critical_seats").number(*each.critical_seats);
        write.end_object();
    }
    write.end_array().key("paths").begin_array();
    for (const flow::Path& each : scenario.paths) {
        write.begin_object().key("id").string(each.id);
        write.key("from").string(scenario.stages[each.from].id);
        write.key("to").string(scenario.stages[each.to].id);
        write.key("ready_people").number(each.ready).key("phases").number(each.phases);
        write_parameter(write, "people_share_pct", each.share_pct);
        write_parameter(write, "months_to_ready", each.months_to_ready);
        write_parameter(write, "submission_success_pct", each.success_pct);
        if (each.retry_months) write_parameter(write, "retry_months", *each.retry_months);
        write.end_object();
    }
    write.end_array().key("capabilities").begin_array();
    for (const flow::Capability& each : scenario.capabilities) {
        write.begin_object().key("id").string(each.id).key("name").string(each.name);
        write.key("stage").string(scenario.stages[each.stage].id);
        write.key("seats").number(each.seats).key("by_month").number(each.by_month);
        write.key("critical").boolean(each.critical);
        if (!each.transition_project.empty()) {
            write.key("transition_project").string(each.transition_project);
        }
        write.end_object();
    }
    write.end_array().end_object();
}

void append_flow(std::string& out, const Walked& walked) {
    const flow::Tally& tally = walked.futures.tally();
    json::Writer write(out);
    write_head(write, "flow_result/1", walked);
    write.key("parameters").begin_array();
    for (const flow::Turnable& each : flow::turnables_of(walked.scenario)) {
        write.begin_object().key("parameter").string(flow::name_of(walked.scenario, each));
        write.key("value").number(each.value);
        write.key("source").string(flow::kOrigins[static_cast<std::size_t>(each.origin)]);
        write.end_object();
    }
    write.end_array().key("stages").begin_array();
    for (std::size_t s = 0; s < tally.stages.size(); ++s) write_stage(write, walked, s);
    write.end_array().key("all").begin_object();
    fan(write, "unfilled", tally.unfilled);
    filled(write, tally.unfilled);
    band(write, "seat_months", tally.seat_months);
    band(write, "overdue_seats", tally.overdue);
    write.end_object().key("capabilities").begin_array();
    for (const flow::Capability& each : walked.scenario.capabilities) {
        write_capability(write, walked, each);
    }
    write.end_array().key("bottleneck");
    if (walked.bottleneck) {
        write_lever(write, walked.scenario, *walked.bottleneck);
    } else {
        write.null();
    }
    write.end_object();
}

void append_flow_comparison(std::string& out, const Walked& before, const Walked& after,
                            const std::vector<flow::Difference>& differences) {
    json::Writer write(out);
    write_head(write, "flow_comparison/1", before);
    write.key("other").string(after.scenario.id);
    write.key("stages").begin_array();
    for (std::size_t s = 0; s + 1 < differences.size(); ++s) {
        write.begin_object().key("stage").string(before.scenario.stages[s].id);
        difference(write, differences[s]);
        write.end_object();
    }
    write.end_array().key("all").begin_object();
    difference(write, differences.back());
    write.end_object().end_object();
}

void append_flow_levers(std::string& out, const Walked& walked, const flow::Levers& levers) {
    json::Writer write(out);
    write_head(write, "flow_levers/1", walked);
    write.key("levers").begin_array();
    for (const flow::Lever& each : levers.ranked()) write_lever(write, walked.scenario, each);
    write.end_array().key("bottleneck");
    if (const auto found = levers.bottleneck()) {
        write_lever(write, walked.scenario, *found);
    } else {
        write.null();
    }
    write.end_object();
}

void append_flow_csv(std::string& out, const Walked& walked) {
    out += "stage,series,month";
    for (const Column& column : kColumns) (out += ',') += column.key;
    out += "\r\n";
    const auto row = [&](const std::string& stage, std::string_view name, std::size_t month,
                         const Histogram& histogram) {
        (((out += stage) += ',') += name) += ',';
        out += std::to_string(month);
        const Band of = histogram.band();
        for (const Column& column : kColumns) {
            out += ',';
            json::append_number(out, base::quantised(column.of(of)));
        }
        out += "\r\n";
    };
    const flow::Tally& tally = walked.futures.tally();
    const auto months = static_cast<std::size_t>(walked.scenario.months);
    for (std::size_t s = 0; s < tally.stages.size(); ++s) {
        const std::string& id = walked.scenario.stages[s].id;
        const flow::StageTally& of = tally.stages[s];
        for (const auto& [name, all] :
             {std::pair("people", &of.people), std::pair("bench", &of.bench),
              std::pair("unfilled", &of.unfilled)}) {
            for (std::size_t m = 0; m < all->size(); ++m) row(id, name, m, (*all)[m]);
        }
        for (const auto& [name, all] :
             {std::pair("demand", &of.demand), std::pair("supply", &of.supply),
              std::pair("velocity_gap", &of.gap)}) {
            if (all != &of.demand && walked.futures.plan().stages[s].in.empty()) continue;
            for (std::size_t q = 0; q < all->size(); ++q) {
                row(id, name, std::min(months, (q + 1) * flow::kQuarter), (*all)[q]);
            }
        }
        row(id, "seat_months", months, of.seat_months);
        row(id, "overdue_seats", months, of.overdue);
    }
    for (std::size_t m = 0; m < tally.unfilled.size(); ++m) {
        row("", "unfilled", m, tally.unfilled[m]);
    }
    row("", "seat_months", months, tally.seat_months);
    row("", "overdue_seats", months, tally.overdue);
}

}  // namespace vgap::export_
