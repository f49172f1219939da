#include "core/report/report.hpp"

#include <cmath>

#include "core/base/fixed.hpp"
#include "core/chart/distribution.hpp"
#include "core/chart/gap.hpp"
#include "core/report/compared.hpp"
#include "core/report/writing.hpp"

namespace vgap::report {

namespace {

constexpr std::string_view kHorizonNames[] = {"ui.plan.week", "ui.plan.month", "ui.plan.quarter"};

class Document : Writing {
  public:
    Document(const Subject& subject, const plan::Plan& plan)
        : Writing(subject.texts), subject_(subject), plan_(plan) {}

    Report write(std::string_view date) {
        heading(1, texts().say("instrument.title"));
        if (!date.empty()) note(texts().say("report.date", {{"date", date}}));
        number();
        gaps();
        patterns();
        if (subject_.profile.index) {
            actions();
            steps();
            chart(2, chart::distribution_chart(subject_.instrument, subject_.profile));
            origin();
        }
        reasons();
        answers();
        sources();
        made_with(subject_.instrument);
        return taken();
    }

  private:
    void number() {
        const scoring::Profile& profile = subject_.profile;
        heading(2, say("ui.result.title"));
        if (!profile.index) {
            paragraph(say("cli.result.no_index"));
            compared();
            return;
        }
        paragraph("**" + std::to_string(rounded(*profile.index)) + "** " + say("ui.result.unit") +
                  " · " + said("band", subject_.instrument.bands[profile.band].id, "name"));
        paragraph(headline(subject_));
        compared();
        if (profile.index_low != profile.index_high) {
            note(say("ui.result.bounds",
                     {{"low", rounded(profile.index_low)}, {"high", rounded(profile.index_high)}}));
        }
    }

    void compared() {
        if (!subject_.earlier) return;
        paragraph(change_of_index(subject_));
        for (std::string& caution : cautions(subject_)) note(std::move(caution));
    }

    void gaps() {
        chart(2, chart::gap_chart(subject_.instrument, subject_.profile,
                                  subject_.earlier ? &subject_.earlier->profile : nullptr));
    }

    void patterns() {
        if (subject_.instrument.patterns.empty()) return;
        heading(2, say("ui.patterns.title"));
        int found = 0;
        int unknown = 0;
        for (std::size_t at = 0; at < subject_.instrument.patterns.size(); ++at) {
            const scoring::PatternState& state = subject_.profile.patterns[at];
            if (state.found == base::Tri::kUnknown) ++unknown;
            if (state.found != base::Tri::kTrue) continue;
            ++found;
            const std::string& id = subject_.instrument.patterns[at].id;
            heading(3, said("pattern", id, "name"));
            if (std::string mark = pattern_mark(subject_, at); !mark.empty()) note(std::move(mark));
            paragraph(said("pattern", id, "about"));
            for (const auto& evidence : state.evidence) {
                add(Kind::kQuote, evidence_text(subject_, evidence));
            }
        }
        if (found == 0) paragraph(say("ui.patterns.none"));
        for (std::string& left : patterns_left(subject_)) paragraph(std::move(left));
        if (unknown > 0) note(say("ui.patterns.unknown", {{"n", unknown}}));
    }

    void action(const plan::PlannedAction& planned) {
        const instrument::Action& action = subject_.instrument.actions[planned.action];
        heading(4, said("action", action.id, "do"));
        paragraph(said("action", action.id, "how"));
        paragraph(say("ui.plan.signal", {{"signal", said("action", action.id, "signal")}}));
        std::string cost = say("ui.plan.effort", {{"n", action.effort_days}});
        if (planned.closes >= 0.05) {
            const double points = base::tenths(planned.closes);
            cost += " · " + say("ui.plan.closes", {{"points", points}, {"n", points}});
        }
        note(cost);
    }

    void actions() {
        heading(2, say("ui.plan.title"));
        for (int horizon = 0; horizon < instrument::kHorizons; ++horizon) {
            heading(3, say(kHorizonNames[horizon]));
            bool any = false;
            for (const plan::PlannedAction& planned : plan_) {
                const instrument::Action& chosen = subject_.instrument.actions[planned.action];
                if (static_cast<int>(chosen.horizon) != horizon) continue;
                action(planned);
                any = true;
            }
            if (!any) paragraph(say("ui.plan.none"));
        }
    }

    void smallest_change(const scoring::SmallestChange& change) {
        if (!change.possible) {
            paragraph(say("ui.change.impossible"));
            return;
        }
        int steps = 0;
        for (const instrument::Move& move : change.moves) steps += move.points;
        paragraph(
            say("ui.change.smallest",
                {{"n", steps},
                 {"band", said("band", subject_.instrument.bands[change.to_band].id, "name")}}));
        Block& list = add(Kind::kList);
        for (const instrument::Move& move : change.moves) {
            list.items.push_back(say(
                "ui.change.move",
                {{"question", said("question", subject_.instrument.questions[move.item].id, "ask")},
                 {"from", label_at(subject_, move.item, 0)},
                 {"to", label_at(subject_, move.item, move.points)}}));
        }
        if (!change.exact) note(say("ui.change.not_exact"));
    }

    void steps() {
        heading(2, say("ui.change.title"));
        const scoring::Profile& profile = subject_.profile;
        if (profile.smallest_change) smallest_change(*profile.smallest_change);
        constexpr std::size_t kMost = 3;
        const auto best = best_steps(profile, kMost);
        if (best.empty()) {
            if (!profile.smallest_change) paragraph(say("ui.change.done"));
            return;
        }
        paragraph(say("ui.change.leverage"));
        Block& list = add(Kind::kList);
        for (const scoring::ItemScore* item : best) {
            const double points = base::tenths(*item->leverage);
            const std::string& id = subject_.instrument.questions[item->question].id;
            list.items.push_back(say(
                "ui.change.leverage_row",
                {{"question", said("question", id, "ask")}, {"points", points}, {"n", points}}));
        }
    }

    std::string points(double value) const {
        return say("ui.number", {{"value", std::round(value * 100) / 100}});
    }

    void origin() {
        heading(2, say("ui.origin.title"));
        Block& table = add(Kind::kTable, say("ui.origin.caption"));
        table.columns = {say("ui.origin.what"), say("ui.origin.answer"), say("ui.origin.points")};
        for (const scoring::Node& node : subject_.profile.explanation) {
            using scoring::NodeKind;
            std::string name;
            std::string score;
            const bool whole = node.kind == NodeKind::kIndex || node.kind == NodeKind::kDimension;
            if (node.kind == NodeKind::kIndex) {
                name = say("ui.result.title");
            } else if (node.kind == NodeKind::kDimension) {
                name = said("dimension", subject_.instrument.dimensions[node.subject].id, "name");
            } else if (node.kind == NodeKind::kItem) {
                name = said("question", subject_.instrument.questions[node.subject].id, "ask");
                for (const scoring::ItemScore& item : subject_.profile.items) {
                    if (item.question == node.subject && item.score) score = points(*item.score);
                }
            } else {
                name = say("ui.origin.surplus");
            }
            const std::string value = points(node.value);
            table.rows.push_back(
                {whole ? "**" + name + "**" : name, score, whole ? "**" + value + "**" : value});
        }
    }

    void reasons() {
        heading(2, say("ui.reasons.title"));
        for (std::size_t at = 0; at < subject_.instrument.dimensions.size(); ++at) {
            const instrument::Dimension& dimension = subject_.instrument.dimensions[at];
            const scoring::DimensionScore& score = subject_.profile.dimensions[at];
            heading(3, say("ui.reasons.dimension",
                           {{"dimension", said("dimension", dimension.id, "name")},
                            {"required", rounded(score.required)}}));
            Block& list = add(Kind::kList);
            list.items.push_back(say("ui.reasons.base", {{"base", dimension.required_base}}));
            for (std::size_t rule = 0; rule < dimension.rules.size(); ++rule) {
                if (score.rules[rule].held != base::Tri::kTrue) continue;
                list.items.push_back(rule_text(subject_, dimension.rules[rule]));
            }
        }
    }

    std::string answer_or_state(const answers::Answers& answers, instrument::Index question) const {
        const answers::AnswerState state = answers[question].state;
        switch (state) {
            case answers::AnswerState::kAnswered:
                return answer_text(subject_, answers, question);
            case answers::AnswerState::kSkipped:
                return say("chart.no_answers");
            default:
                return say("ui.no_answer." + std::string(answers::to_string(state)));
        }
    }

    void answers() {
        heading(2, say("report.answers"));
        Block& table = add(Kind::kTable, say("report.answers"));
        table.columns = {say("report.question"), say("report.answer")};
        if (subject_.earlier) table.columns.push_back(say("report.earlier_answer"));
        for (instrument::Index at = 0; at < subject_.instrument.questions.size(); ++at) {
            table.rows.push_back({said("question", subject_.instrument.questions[at].id, "ask"),
                                  answer_or_state(subject_.answers, at)});
            if (subject_.earlier) {
                table.rows.back().push_back(answer_or_state(subject_.earlier->answers, at));
            }
        }
    }

    void sources() {
        if (subject_.instrument.sources.empty()) return;
        heading(2, say("ui.sources.title"));
        Block& list = add(Kind::kList);
        for (const instrument::Source& source : subject_.instrument.sources) {
            const std::string key = "source." + source.id;
            const std::string title = texts().say(key + ".title");
            const bool cautioned = texts().has(key + ".caution");
            list.items.push_back(
                cautioned ? say("ui.sources.entry",
                                {{"title", title}, {"caution", texts().say(key + ".caution")}})
                          : title);
        }
    }

    const Subject& subject_;
    const plan::Plan& plan_;
};

}  // namespace

Report write(const Subject& subject, const plan::Plan& plan, std::string_view date) {
    return Document(subject, plan).write(date);
}

}  // namespace vgap::report
