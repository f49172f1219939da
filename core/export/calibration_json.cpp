#include "core/export/calibration_json.hpp"

#include "core/base/fixed.hpp"
#include "core/base/version.hpp"
#include "core/calibration/growth.hpp"
#include "core/chart/growth.hpp"
#include "core/export/chart_json.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

void count(json::Writer& write, std::string_view key, std::size_t n) {
    write.key(key).number(static_cast<double>(n));
}

void write_person(json::Writer& write, const calibration::Person& person) {
    write.begin_object();
    write.key("id").string(person.candidate->id);
    write.key("from").string(person.candidate->from).key("to").string(person.candidate->to);
    write.key("votes").begin_object();
    count(write, "ready", person.ready);
    count(write, "not_yet", person.not_yet);
    write.end_object();
    write.key("decision");
    if (!person.decision) {
        write.null().end_object();
        return;
    }
    write.begin_object().key("verdict").string(to_string(person.decision->verdict));
    write.key("why").string(person.why);
    count(write, "changes", person.changes);
    write.key("gaps").begin_array();
    for (const calibration::Gap& gap : person.decision->gaps) {
        write.begin_object().key("area").string(gap.area).key("note").string(gap.note);
        write.end_object();
    }
    write.end_array();
    write.key("development").begin_array();
    for (const calibration::Step& step : person.decision->development) {
        write.begin_object().key("area").string(step.area).key("action").string(step.action);
        write.key("sign").string(step.sign).end_object();
    }
    write.end_array().end_object().end_object();
}

}  // namespace

void append_calibration(std::string& out, const calibration::Session& session) {
    const calibration::Growth growth = calibration::growth_of(session);
    json::Writer write(out);
    write.begin_object();
    write.key("schema").string("calibration_report/1");
    write.key("engine").string(base::kEngineVersion);
    write.key("session").string(session.id);
    write.key("locked").boolean(session.locked());
    write.key("hash").string(session.head_hash());
    count(write, "not_yet", growth.not_yet);
    write.key("persons").begin_array();
    for (const calibration::Person& person : growth.persons) write_person(write, person);
    write.end_array();
    write.key("areas").begin_array();
    for (const calibration::Area& area : growth.areas) {
        write.begin_object().key("area").string(area.name);
        count(write, "people", area.people);
        write.key("share").number(base::quantised(area.share));
        write.key("cumulative").number(base::quantised(area.cumulative));
        write.key("systemic").boolean(area.systemic).end_object();
    }
    write.end_array();
    write_charts(write, {chart::growth_chart(growth)});
    write.end_object();
}

}  // namespace vgap::export_
