#include "core/export/workspace_json.hpp"

#include "core/base/version.hpp"
#include "core/export/calibration_json.hpp"
#include "core/export/cohort_json.hpp"
#include "core/export/metrics_json.hpp"
#include "core/export/readiness_json.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

using report::Section;

class Writing {
  public:
    Writing(std::string& out, const report::WorkspaceTold& told)
        : write_(out), told_(told), it_(told.workspace) {}

    void all(std::span<const Section> sections) {
        write_.begin_object();
        write_.key("schema").string("workspace_report/1");
        write_.key("engine").string(base::kEngineVersion);
        write_.key("title").string(it_.title);
        text("client", it_.client);
        write_.key("date").string(base::extended(told_.date));
        write_.key("synthetic").boolean(it_.synthetic);
        write_.key("sections").begin_object();
        for (const Section section : sections) {
            write_.key(report::kSections[static_cast<std::size_t>(section)]);
            tell(section);
        }
        write_.end_object().end_object();
    }

  private:
    void text(std::string_view key, std::string_view value) {  // empty: there is none
        write_.key(key);
        if (value.empty()) {
            write_.null();
        } else {
            write_.string(value);
        }
    }

    void day(std::string_view key, const std::optional<base::Date>& value) {
        text(key, value ? base::extended(*value) : std::string());
    }

    void count(std::string_view key, std::size_t n) {
        write_.key(key).number(static_cast<double>(n));
    }

    // Each a document of its own; none: null.
    template <class Items, class Append>
    void documents(const Items& items, Append append) {
        if (items.empty()) {
            write_.null();
            return;
        }
        write_.begin_array();
        for (const auto& item : items) {
            std::string own;
            append(own, item);
            while (own.ends_with('\n')) own.pop_back();
            write_.document(own);
        }
        write_.end_array();
    }

    void tell(Section section) {
        switch (section) {
            case Section::kSummary:
                return summary();
            case Section::kResponses:
                return documents(
                    told_.results.cohorts, [](std::string& own, const workspace::Cohort& each) {
                        append_cohort_json(own, each.layout, each.summary, each.report);
                    });
            case Section::kReadiness:
                return documents(
                    told_.results.panels, [&](std::string& own, const workspace::Panel& each) {
                        const workspace::Known& known = it_.instruments[each.instrument].known;
                        append_readiness(own, {known.instrument, *known.rules, each.assessments,
                                               &each.slate, each.releases});
                    });
            case Section::kPipeline:
                return pipeline();
            case Section::kCalibration: {
                std::size_t at = 0;
                return documents(it_.calibrations,
                                 [&](std::string& own, const calibration::Session& each) {
                                     if (told_.results.sessions[at++].empty()) {
                                         append_calibration(own, each);
                                     } else {
                                         own = "null";
                                     }
                                 });
            }
            case Section::kProjects:
                return projects();
            case Section::kPlan:
                return plan();
        }
    }

    void summary() {
        write_.begin_object();
        count("responses", it_.responses.size());
        count("ratings", it_.ratings.size());
        count("people", it_.people ? it_.people->sheet.rows.size() : 0);
        count("promotions", it_.promotions ? it_.promotions->sheet.rows.size() : 0);
        count("calibrations", it_.calibrations.size());
        count("projects", it_.projects.size());
        count("plan", it_.plan.size());
        write_.key("threshold").begin_object().key("now").number(it_.threshold.now);
        day("frozen_on", it_.threshold.frozen_on);
        write_.key("changes").begin_array();
        for (const workspace::ThresholdChange& change : it_.threshold.changes) {
            write_.begin_object().key("from").number(change.from).key("to").number(change.to);
            write_.key("date").string(base::extended(change.date));
            write_.key("reason").string(change.reason).end_object();
        }
        write_.end_array().end_object();
        write_.key("instruments").begin_array();
        for (const workspace::Listed& listed : it_.instruments) {
            const instrument::Instrument& instrument = listed.known.instrument;
            write_.begin_object().key("id").string(instrument.id);
            write_.key("version").string(instrument.version);
            write_.key("hash").string(instrument.hash).end_object();
        }
        write_.end_array().end_object();
    }

    void pipeline() {
        if (!told_.results.pipeline) {
            write_.null();
            return;
        }
        const workspace::Pipeline& found = *told_.results.pipeline;
        std::string own;
        append_metrics(own, {found.records, found.question(), found.metrics});
        write_.document(own);
    }

    void projects() {
        if (it_.projects.empty()) {
            write_.null();
            return;
        }
        write_.begin_array();
        for (const workspace::Project& each : it_.projects) {
            write_.begin_object().key("id").string(each.id).key("person").string(each.person);
            text("kind", each.kind);
            text("area", each.area);
            write_.key("action").string(each.action);
            text("sign", each.sign);
            text("from", each.from);
            text("to", each.to);
            day("start", each.start);
            day("review", each.review);
            text("status", each.status);
            write_.end_object();
        }
        write_.end_array();
    }

    void plan() {
        if (it_.plan.empty()) {
            write_.null();
            return;
        }
        write_.begin_array();
        for (const workspace::Planned& each : it_.plan) {
            write_.begin_object().key("id").string(each.id).key("action").string(each.action);
            text("sign", each.sign);
            text("owner", each.owner);
            text("horizon", each.horizon);
            day("due", each.due);
            text("status", each.status);
            write_.end_object();
        }
        write_.end_array();
    }

    json::Writer write_;
    const report::WorkspaceTold& told_;
    const workspace::Workspace& it_;
};

}  // namespace

void append_workspace_report(std::string& out, const report::WorkspaceTold& told,
                             std::span<const report::Section> sections) {
    Writing(out, told).all(sections);
}

}  // namespace vgap::export_
