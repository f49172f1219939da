#include "core/report/readiness.hpp"

#include "core/chart/quadrants.hpp"
#include "core/report/writing.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::report {

namespace {

using readiness::Assessment;
using readiness::CapabilityView;
using readiness::Index;

class Document : Writing {
  public:
    explicit Document(const Candidates& told) : Writing(told.texts), told_(told) {}

    Report write() {
        heading(1, say("instrument.title"));
        for (const Assessment& each : told_.assessments) candidate(each);
        if (told_.slate != nullptr) slate();
        const double percent = 100 * told_.rules.confidence;
        add(Kind::kNote,
            say("readiness.about", {{"confidence", percent}, {"n", told_.rules.minimum_raters}}));
        made_with(told_.instrument);
        return taken();
    }

  private:
    std::string named(std::string_view kind, std::string_view which) const {
        return say("readiness." + std::string(kind) + "." + std::string(which));
    }
    std::string name_of(Index capability) const {
        return said("dimension", told_.instrument.dimensions[capability].id, "name");
    }
    // As a phrase, where there is one: the label is what the rater says of themselves.
    std::string label_of(Index role) const {
        const std::string& question = told_.instrument.questions[told_.rules.role_question].id;
        const std::string option = "question." + question + ".option." + told_.rules.roles[role].id;
        return say(option + (told_.texts.has(option + ".phrase") ? ".phrase" : ".label"));
    }
    // What the best point of an item looks like, or else its question.
    std::string best_of(const instrument::Question& question) const {
        const int best = question.reverse ? 0 : question.points - 1;
        const std::string anchor =
            "question." + question.id + ".point." + std::to_string(best) + ".anchor";
        return told_.texts.has(anchor) ? say(anchor) : said("question", question.id, "ask");
    }
    std::string number(const std::optional<double>& value) const {
        return value ? text::format_number(told_.texts.language(), rounded(*value)) : "–";
    }

    void candidate(const Assessment& it) {
        heading(2, it.id);
        add(Kind::kParagraph, named("status", to_string(it.status)));
        if (it.double_loss) add(Kind::kParagraph, say("readiness.double_loss"));
        if (it.unproven_promotion) add(Kind::kParagraph, say("readiness.unproven_promotion"));
        std::vector<std::string> reasons;
        for (const readiness::Reason& reason : it.reasons) {
            reasons.push_back(
                told_.texts.say("readiness.reason." + std::string(to_string(reason.kind)),
                                {{"capability", name_of(reason.capability)},
                                 {"value", reason.value},
                                 {"needed", reason.needed}}));
        }
        add(Kind::kList).items = std::move(reasons);
        add(Kind::kParagraph, named("path", to_string(it.path)));
        if (it.quadrant) add(Kind::kParagraph, named("quadrant", to_string(*it.quadrant)));
        table(it);
        cautions(it);
        next(it);
        comments(it.id);
    }

    void table(const Assessment& it) {
        Block& table = add(Kind::kTable, it.id);
        for (const char* column : {"capability", "needed", "self", "roles", "others", "interval"}) {
            table.columns.push_back(named("column", column));
        }
        for (Index c = 0; c < it.capabilities.size(); ++c) {
            const CapabilityView& view = it.capabilities[c];
            std::string groups;
            for (const readiness::GroupMean& group : view.groups) {
                std::string roles;
                for (const Index role : group.roles) {
                    (roles += roles.empty() ? "" : " + ") += label_of(role);
                }
                if (!groups.empty()) groups += " · ";
                groups +=
                    say("readiness.group",
                        {{"roles", roles}, {"mean", number(group.mean)}, {"n", group.raters}});
            }
            const std::string interval =
                view.low ? say("readiness.interval", {{"low", *view.low}, {"high", *view.high}})
                         : "–";
            table.rows.push_back({name_of(c), number(view.required), number(view.self),
                                  groups.empty() ? "–" : groups, number(view.others), interval});
        }
    }

    void cautions(const Assessment& it) {
        for (Index c = 0; c < it.capabilities.size(); ++c) {
            const CapabilityView& view = it.capabilities[c];
            if (view.self_gap && *view.self_gap > told_.rules.usual_gap) {
                add(Kind::kNote, say("readiness.self_gap", {{"capability", name_of(c)},
                                                            {"points", rounded(*view.self_gap)},
                                                            {"usual", told_.rules.usual_gap}}));
            }
            if (view.agree && !*view.agree) {
                add(Kind::kNote, say("readiness.disagree", {{"capability", name_of(c)}}));
            }
        }
        if (it.waiting > 0) add(Kind::kNote, say("readiness.waiting", {{"n", it.waiting}}));
    }

    void next(const Assessment& it) {
        std::vector<std::string> steps;
        for (const auto& [role, more] : it.more_raters) {
            steps.push_back(say("readiness.more_raters", {{"n", more}, {"role", label_of(role)}}));
        }
        for (const readiness::Gap& gap : it.gaps) steps.push_back(gap_text(gap));
        add_action(it.first_step, "readiness.first_step", steps);
        add_action(it.project, "readiness.project", steps);
        if (steps.empty()) return;
        heading(3, say("readiness.next"));
        add(Kind::kList).items = std::move(steps);
    }

    std::string gap_text(const readiness::Gap& gap) const {
        std::string items;
        for (const Index item : gap.items) {
            const Index question = told_.instrument.dimensions[gap.capability].items[item];
            (items += items.empty() ? "" : " ") += best_of(told_.instrument.questions[question]);
        }
        return say(items.empty() ? "readiness.gap" : "readiness.gap_items",
                   {{"capability", name_of(gap.capability)},
                    {"points", rounded(gap.points)},
                    {"items", items}});
    }

    void add_action(Index action, std::string_view sentence,
                    std::vector<std::string>& steps) const {
        if (action == instrument::kNone) return;
        const std::string& id = told_.instrument.actions[action].id;
        steps.push_back(say(sentence, {{"do", said("action", id, "do")}}) + " " +
                        said("action", id, "how") + " " +
                        say("readiness.signal", {{"signal", said("action", id, "signal")}}));
    }

    void comments(const std::string& candidate) {
        const std::vector<Index> questions = readiness::text_questions(told_.instrument);
        bool is_first = true;
        for (const readiness::CandidateRelease& each : told_.releases) {
            if (each.id != candidate) continue;
            for (std::size_t q = 0; q < questions.size(); ++q) {
                if (each.comments[q].texts.empty()) continue;
                if (is_first) heading(3, say("readiness.comments"));
                is_first = false;
                add(Kind::kParagraph,
                    said("question", told_.instrument.questions[questions[q]].id, "ask"));
                add(Kind::kList).items = each.comments[q].texts;
            }
        }
    }

    void slate() {
        heading(2, say("readiness.slate"));
        std::vector<std::string> lines;
        for (Index c = 0; c < told_.slate->capabilities.size(); ++c) {
            const readiness::SlateCapability& it = told_.slate->capabilities[c];
            for (const readiness::Above& pair : it.order) {
                lines.push_back(
                    say("readiness.order", {{"capability", name_of(c)},
                                            {"higher", told_.assessments[pair.higher].id},
                                            {"lower", told_.assessments[pair.lower].id}}));
            }
            if (it.unsaid > 0) {
                lines.push_back(
                    say("readiness.unsaid", {{"capability", name_of(c)}, {"n", it.unsaid}}));
            }
            if (stats::is_defined(it.reliability.raters_needed)) {
                lines.push_back(
                    say("readiness.raters_needed", {{"capability", name_of(c)},
                                                    {"needed", it.reliability.raters_needed},
                                                    {"each", it.reliability.raters_each}}));
            }
        }
        add(Kind::kList).items = std::move(lines);
        chart(3, chart::quadrants_chart(told_.assessments));
    }

    const Candidates& told_;
};

}  // namespace

Report write_readiness(const Candidates& told) {
    return Document(told).write();
}

}  // namespace vgap::report
