#include "core/report/calibration.hpp"

#include <algorithm>

#include "core/calibration/growth.hpp"
#include "core/chart/growth.hpp"
#include "core/report/writing.hpp"
#include "core/text/display.hpp"

namespace vgap::report {

namespace {

using calibration::Opinion;
using calibration::Person;
using calibration::Verdict;

class Document : Writing {
  public:
    Document(const calibration::Session& session, const text::Catalogue& texts)
        : Writing(texts), session_(session), growth_(calibration::growth_of(session)) {}

    Report written() && {
        add(Kind::kHeading, say("calibration.title", {{"id", text::display_line(session_.id)}}), 1);
        add(Kind::kParagraph,
            say(session_.locked() ? "calibration.state.locked" : "calibration.state.open",
                {{"n", session_.log.size()}}));
        add(Kind::kNote, say("calibration.state.hash", {{"hash", session_.head_hash()}}));
        for (const Person& person : growth_.persons) tell(person);
        tell_areas();
        tell_changes();
        return taken();
    }

  private:
    static std::string shown(const std::string& text) { return text::display_line(text); }

    std::string verdict(const Opinion& opinion) const {
        return say(opinion.verdict == Verdict::kReady ? "calibration.ready"
                                                      : "calibration.not_yet");
    }

    void tell(const Person& person) {
        const calibration::Candidate& candidate = *person.candidate;
        add(Kind::kHeading,
            say("calibration.person", {{"id", shown(candidate.id)},
                                       {"from", shown(candidate.from)},
                                       {"to", shown(candidate.to)}}),
            2);
        Block& list = add(Kind::kList, "");
        list.items.push_back(say("calibration.votes", {{"ready", person.ready},
                                                       {"not_yet", person.not_yet},
                                                       {"voters", session_.voters.size()}}));
        if (!person.decision) {
            list.items.push_back(say("calibration.undecided"));
            return;
        }
        list.items.push_back(say("calibration.decision", {{"verdict", verdict(*person.decision)},
                                                          {"why", shown(person.why)}}));
        for (const calibration::Gap& gap : person.decision->gaps) {
            list.items.push_back(
                say("calibration.gap", {{"area", shown(gap.area)}, {"note", shown(gap.note)}}));
        }
        tell_development(*person.decision);
    }

    void tell_development(const Opinion& decision) {
        if (decision.development.empty()) {
            add(Kind::kParagraph, say("calibration.no_development"));
        } else {
            Block& table = add(Kind::kTable, say("calibration.development"));
            table.columns = {say("calibration.column.area"), say("calibration.column.action"),
                             say("calibration.column.sign")};
            for (const calibration::Step& step : decision.development) {
                table.rows.push_back({shown(step.area), shown(step.action), shown(step.sign)});
            }
        }
        for (const calibration::Gap& gap : decision.gaps) {
            const bool has_step =
                std::any_of(decision.development.begin(), decision.development.end(),
                            [&](const calibration::Step& step) { return step.area == gap.area; });
            if (has_step || decision.development.empty()) continue;
            add(Kind::kParagraph, say("calibration.gap_without_step", {{"area", shown(gap.area)}}));
        }
    }

    std::string percent(double share) const {
        return say("metric.share", {{"value", 100 * share}});
    }

    void tell_areas() {
        add(Kind::kHeading, say("calibration.areas.title"), 2);
        if (growth_.areas.empty()) {
            add(Kind::kParagraph, say("calibration.areas.none"));
            return;
        }
        add(Kind::kParagraph, sentence_text(texts(), chart::growth_chart(growth_).finding));
        Block& table =
            add(Kind::kTable, say("calibration.areas.caption", {{"n", growth_.not_yet}}));
        table.columns = {say("calibration.column.area"), say("calibration.column.people"),
                         say("calibration.column.share"), say("calibration.column.cumulative"),
                         say("calibration.column.systemic")};
        for (const calibration::Area& area : growth_.areas) {
            table.rows.push_back({shown(area.name), std::to_string(area.people),
                                  percent(area.share), percent(area.cumulative),
                                  say(area.systemic ? "calibration.systemic" : "metric.none")});
        }
        add(Kind::kNote, say("calibration.areas.rule"));
    }

    void tell_changes() {
        Block table;
        table.kind = Kind::kTable;
        table.text = say("calibration.changes");
        table.columns = {say("calibration.column.when"), say("calibration.column.who"),
                         say("calibration.column.what"), say("calibration.column.old"),
                         say("calibration.column.new"),  say("calibration.column.why")};
        for (const calibration::Entry& entry : session_.log) {
            if (!entry.before || !entry.change.opinion) continue;
            table.rows.push_back({entry.change.at, shown(entry.change.by),
                                  shown(entry.change.candidate), verdict(*entry.before),
                                  verdict(*entry.change.opinion), shown(entry.change.why)});
        }
        if (table.rows.empty()) return;
        add(Kind::kHeading, say("calibration.changes"), 2);
        blocks().push_back(std::move(table));
    }

    const calibration::Session& session_;
    calibration::Growth growth_;
};

}  // namespace

Report write_calibration(const calibration::Session& session, const text::Catalogue& texts) {
    return Document(session, texts).written();
}

}  // namespace vgap::report
