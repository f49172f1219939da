#include "core/report/workspace.hpp"

#include <algorithm>

#include "core/base/version.hpp"
#include "core/report/calibration.hpp"
#include "core/report/cohort.hpp"
#include "core/report/metrics.hpp"
#include "core/report/readiness.hpp"
#include "core/report/writing.hpp"
#include "core/text/display.hpp"

namespace vgap::report {

namespace {

constexpr int kLowestHeading = 6;

class Document : Writing {
  public:
    explicit Document(const WorkspaceTold& told)
        : Writing(told.texts), told_(told), it_(told.workspace) {}

    Report write(std::span<const Section> sections) && {
        heading(1, it_.title.empty() ? say("workspace.title") : shown(it_.title));
        if (!it_.client.empty()) paragraph(shown(it_.client));
        note(say("report.date", {{"date", base::extended(told_.date)}}));
        if (it_.synthetic) paragraph("**" + say("workspace.synthetic") + "**");
        for (const Section section : sections) {
            heading(2, say("workspace.section." +
                           std::string(kSections[static_cast<std::size_t>(section)])));
            tell(section);
        }
        note(say("workspace.made_with", {{"engine", base::kEngineVersion}}));
        return taken();
    }

  private:
    static std::string shown(std::string_view text) { return text::display_line(text); }

    static std::string shown(const std::optional<base::Date>& day) {
        return day ? base::extended(*day) : "–";
    }

    std::string shown_or_dash(std::string_view text) const {
        return text.empty() ? "–" : shown(text);
    }

    std::string status(const std::string& id) const {
        return id.empty() ? "–" : say("workspace.status." + id);
    }

    // Another document as part of this one: its title is a heading in its section.
    void place(const Report& part) {
        for (const Block& block : part) {
            blocks().push_back(block);
            Block& own = blocks().back();
            if (own.kind == Kind::kHeading) own.level = std::min(own.level + 2, kLowestHeading);
        }
    }

    void tell(Section section) {
        switch (section) {
            case Section::kSummary:
                return summary();
            case Section::kResponses:
                return responses();
            case Section::kReadiness:
                return readiness();
            case Section::kPipeline:
                return pipeline();
            case Section::kCalibration:
                return calibration();
            case Section::kProjects:
                return projects();
            case Section::kPlan:
                return plan();
        }
    }

    void missing(Section section) {
        paragraph(
            say("workspace.none." + std::string(kSections[static_cast<std::size_t>(section)])));
    }

    void count(Block& block, std::string_view what, std::size_t n) {
        block.rows.push_back({say("workspace.count." + std::string(what)), std::to_string(n)});
    }

    void summary() {
        Block& block =
            table(say("workspace.holds"), {"workspace.column.what", "workspace.column.n"});
        std::vector<std::string_view> candidates;
        for (const workspace::GivenRating& given : it_.ratings) {
            candidates.push_back(given.rating.candidate);
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        count(block, "responses", it_.responses.size());
        count(block, "candidates", candidates.size());
        count(block, "ratings", it_.ratings.size());
        count(block, "people", it_.people ? it_.people->sheet.rows.size() : 0);
        count(block, "promotions", it_.promotions ? it_.promotions->sheet.rows.size() : 0);
        count(block, "calibrations", it_.calibrations.size());
        count(block, "projects", it_.projects.size());
        count(block, "plan", it_.plan.size());
        for (const workspace::Listed& listed : it_.instruments) {
            const instrument::Instrument& instrument = listed.known.instrument;
            note(say("workspace.instrument", {{"id", instrument.id},
                                              {"version", instrument.version},
                                              {"hash", instrument.hash}}));
        }
        paragraph(say("workspace.threshold", {{"n", it_.threshold.now}}));
        if (it_.threshold.changes.empty()) return;
        Block& changes = table(say("workspace.threshold_changes"),
                               {"workspace.column.date", "workspace.column.from",
                                "workspace.column.to", "workspace.column.reason"});
        for (const workspace::ThresholdChange& change : it_.threshold.changes) {
            changes.rows.push_back({base::extended(change.date), std::to_string(change.from),
                                    std::to_string(change.to), shown(change.reason)});
        }
    }

    void responses() {
        if (told_.results.cohorts.empty()) return missing(Section::kResponses);
        for (const workspace::Cohort& each : told_.results.cohorts) {
            place(write_cohort(each.layout, each.summary, each.report,
                               told_.by_instrument[each.instrument]));
        }
    }

    void readiness() {
        if (told_.results.panels.empty()) return missing(Section::kReadiness);
        for (const workspace::Panel& each : told_.results.panels) {
            const workspace::Known& known = it_.instruments[each.instrument].known;
            place(write_readiness({known.instrument, *known.rules,
                                   told_.by_instrument[each.instrument], each.assessments,
                                   each.releases, &each.slate}));
        }
    }

    void pipeline() {
        if (!told_.results.pipeline) return missing(Section::kPipeline);
        const workspace::Pipeline& found = *told_.results.pipeline;
        place(write_metrics(found.records, found.question(), found.metrics, texts()));
    }

    void calibration() {
        if (it_.calibrations.empty()) return missing(Section::kCalibration);
        for (std::size_t at = 0; at < it_.calibrations.size(); ++at) {
            if (told_.results.sessions[at].empty()) {
                place(write_calibration(it_.calibrations[at], texts()));
                continue;
            }
            heading(3, say("calibration.title", {{"id", shown(it_.calibrations[at].id)}}));
            paragraph(say("workspace.broken_log"));
            Block& list = add(Kind::kList);
            for (const base::Error& fault : told_.results.sessions[at]) {
                list.items.push_back(shown(fault.where) + ": " + texts().say(fault));
            }
        }
    }

    void projects() {
        if (it_.projects.empty()) return missing(Section::kProjects);
        Block& block =
            table(say("workspace.section.projects"),
                  {"workspace.column.person", "workspace.column.kind", "workspace.column.area",
                   "workspace.column.action", "workspace.column.sign", "workspace.column.start",
                   "workspace.column.review", "workspace.column.status"});
        for (const workspace::Project& each : it_.projects) {
            std::string kind = each.kind.empty() ? "–" : say("workspace.kind." + each.kind);
            if (!each.to.empty()) kind += " · " + shown(each.from) + " → " + shown(each.to);
            block.rows.push_back({shown(each.person), std::move(kind), shown_or_dash(each.area),
                                  shown(each.action), shown_or_dash(each.sign), shown(each.start),
                                  shown(each.review), status(each.status)});
        }
    }

    void plan() {
        if (it_.plan.empty()) return missing(Section::kPlan);
        Block& block =
            table(say("workspace.section.plan"),
                  {"workspace.column.action", "workspace.column.horizon", "workspace.column.owner",
                   "workspace.column.due", "workspace.column.sign", "workspace.column.status"});
        for (const workspace::Planned& each : it_.plan) {
            block.rows.push_back({shown(each.action),
                                  each.horizon.empty() ? "–" : say("ui.plan." + each.horizon),
                                  shown_or_dash(each.owner), shown(each.due),
                                  shown_or_dash(each.sign), status(each.status)});
        }
    }

    const WorkspaceTold& told_;
    const workspace::Workspace& it_;
};

}  // namespace

std::optional<std::vector<Section>> sections_named(std::string_view list) {
    std::vector<bool> asked(std::size(kSections));
    while (true) {
        const std::size_t comma = list.find(',');
        const auto* const found =
            std::find(std::begin(kSections), std::end(kSections), list.substr(0, comma));
        if (found == std::end(kSections)) return std::nullopt;
        asked[static_cast<std::size_t>(found - std::begin(kSections))] = true;
        if (comma == list.npos) break;
        list.remove_prefix(comma + 1);
    }
    std::vector<Section> sections;
    for (std::size_t at = 0; at < asked.size(); ++at) {
        if (asked[at]) sections.push_back(static_cast<Section>(at));
    }
    return sections;
}

Report write_workspace(const WorkspaceTold& told, std::span<const Section> sections) {
    return Document(told).write(sections);
}

}  // namespace vgap::report
