#include "core/workspace/results.hpp"

#include <map>

#include "core/answers/write.hpp"
#include "core/base/number.hpp"
#include "core/cohort/collect.hpp"
#include "core/people/read.hpp"
#include "core/people/reconcile.hpp"
#include "core/people/stage_order.hpp"
#include "core/workspace/check.hpp"

namespace vgap::workspace {

namespace {

std::optional<Cohort> cohort_of(const Workspace& it, std::size_t place) {
    const instrument::Instrument& instrument = it.instruments[place].known.instrument;
    Cohort found{place, cohort::Layout(instrument), {}, {}};
    found.summary.by = it.segment_by;
    cohort::Threshold& threshold = found.summary.threshold;
    threshold.now = it.threshold.now;
    threshold.frozen = {it.threshold.at_first()};
    for (const ThresholdChange& change : it.threshold.changes) {
        threshold.changes.insert({change.from, change.to});
    }
    // What another instrument asks cannot tell these people apart.
    if (!cohort::Collector(found.layout, found.summary).begin_lines()) found.summary.by.clear();
    cohort::Collector collector(found.layout, found.summary);
    if (!collector.begin_lines()) return std::nullopt;
    bool any = false;
    std::string line;
    for (const GivenResponse& given : it.responses) {
        if (given.instrument != place) continue;
        any = true;
        line.clear();
        answers::append_response(line, instrument, given.response);
        if (!collector.take_line(line)) continue;  // counted as refused
    }
    if (!any) return std::nullopt;
    found.report = cohort::report_on(found.layout, found.summary);
    return found;
}

std::optional<Panel> panel_of(const Workspace& it, std::size_t place) {
    const Known& known = it.instruments[place].known;
    if (!known.rules) return std::nullopt;
    std::vector<readiness::Rating> ratings;
    for (const GivenRating& given : it.ratings) {
        if (given.instrument == place) ratings.push_back(given.rating);
    }
    if (ratings.empty()) return std::nullopt;
    std::map<std::string, std::vector<const readiness::Rating*>, std::less<>> candidates;
    for (const readiness::Rating& rating : ratings) candidates[rating.candidate].push_back(&rating);
    const readiness::Release* earlier = nullptr;
    for (const Publication& publication : it.publications) {
        if (publication.instrument == place) earlier = &publication.release;
    }
    std::map<std::string, readiness::CandidateRelease, std::less<>> told;
    if (earlier != nullptr) {
        for (const auto& each : earlier->candidates) told[each.id] = each;
    }
    Panel panel;
    panel.instrument = place;
    for (const auto& [id, own] : candidates) {
        readiness::CandidateRelease release = readiness::renew(
            known.instrument, *known.rules, own, earlier == nullptr ? nullptr : earlier->find(id));
        panel.assessments.push_back(
            readiness::assess(known.instrument, *known.rules, own, release));
        told[id] = std::move(release);
    }
    for (auto& each : told) panel.releases.push_back(std::move(each.second));
    panel.slate = readiness::compare_slate(known.instrument, *known.rules, panel.assessments,
                                           ratings, panel.releases);
    return panel;
}

// "row:column" of a sheet, both from 1, as a pointer into the workspace.
std::string pointer_to(people::File file, const std::string& where) {
    std::string pointer = file == people::File::kPeople ? "/people/rows" : "/promotions/rows";
    const std::size_t colon = where.find(':');
    for (const std::string& part :
         {where.substr(0, colon), colon == where.npos ? std::string() : where.substr(colon + 1)}) {
        const std::optional<double> number = base::parse_number(part);
        if (!number || *number < 1) break;
        pointer += '/' + std::to_string(static_cast<std::size_t>(*number) - 1);
    }
    return pointer;
}

std::optional<Pipeline> pipeline_of(const Workspace& it) {
    if (!it.people || !it.as_of) return std::nullopt;
    std::optional<Pipeline> found(std::in_place);
    found->as_of = *it.as_of;
    found->targets = it.targets.value_or(people::Targets());
    found->least_group = static_cast<std::size_t>(it.threshold.now);
    found->recorded_from = it.promotions ? it.promotions->recorded_from : it.people->recorded_from;
    people::Records& records = found->records;
    people::read_people(it.people->sheet, it.people->mapping, it.people->days, records);
    const Imported none;
    const Imported& moves = it.promotions ? *it.promotions : none;
    if (it.promotions) people::read_decisions(moves.sheet, moves.mapping, moves.days, records);
    if (!people::check_stages(records).empty()) return std::nullopt;
    people::reconcile(records, {it.people->sheet, it.people->mapping}, {moves.sheet, moves.mapping},
                      {*it.as_of, found->targets.stages});
    for (people::Fault& fault : records.faults) {
        fault.what.where = pointer_to(fault.file, fault.what.where);
    }
    found->metrics = people::measure(records, found->question());
    return found;
}

}  // namespace

Results results_of(const Workspace& workspace) {
    Results results;
    for (std::size_t place = 0; place < workspace.instruments.size(); ++place) {
        if (auto cohort = cohort_of(workspace, place))
            results.cohorts.push_back(std::move(*cohort));
        if (auto panel = panel_of(workspace, place)) results.panels.push_back(std::move(*panel));
    }
    results.pipeline = pipeline_of(workspace);
    for (std::size_t at = 0; at < workspace.calibrations.size(); ++at) {
        results.sessions.push_back(check_session(workspace, at));
    }
    return results;
}

}  // namespace vgap::workspace
