#include "core/report/rater_form.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/answers/answer.hpp"
#include "core/answers/reach.hpp"

namespace vgap::report {

namespace {

using answers::AnswerState;
using instrument::Index;
using instrument::Question;
using instrument::QuestionKind;

class Writing {
  public:
    Writing(const instrument::Instrument& instrument, const readiness::Rules& rules,
            const text::Catalogue& texts, Index role)
        : instrument_(instrument), rules_(rules), texts_(texts), role_(role) {
        answers::Answers answers(instrument.questions.size());
        answers[rules.role_question].state = AnswerState::kAnswered;
        answers[rules.role_question].point = static_cast<int>(role);
        answers::find_reachable(instrument, answers, asked_);
        asked_[rules.role_question] = 0;  // the form says it
    }

    Report write() && {
        const std::string& question = instrument_.questions[rules_.role_question].id;
        heading(1, say("instrument.title"));
        add(Kind::kParagraph,
            say("readiness.form.for", {{"role", say("question." + question + ".option." +
                                                    rules_.roles[role_].id + ".label")}}));
        const Index primer = instrument_.questions[rules_.role_question].page;
        if (primer != instrument::kNone) page_head(primer);
        privacy();
        for (std::size_t p = 0; p < instrument_.pages.size(); ++p) page(static_cast<Index>(p));
        give_back();
        return std::move(out_);
    }

  private:
    std::string say(std::string_view id, std::initializer_list<text::Arg> arguments = {}) const {
        return texts_.say(id, arguments);
    }

    void add(Kind kind, std::string text) {
        Block& block = out_.emplace_back();
        block.kind = kind;
        block.text = std::move(text);
    }

    void heading(int level, std::string text) {
        add(Kind::kHeading, std::move(text));
        out_.back().level = level;
    }

    void page_head(Index page) {
        const std::string id = "page." + instrument_.pages[page].id;
        heading(2, say(id + ".title"));
        if (texts_.has(id + ".lede")) add(Kind::kParagraph, say(id + ".lede"));
    }

    void privacy() {
        const int raters = rules_.minimum_raters;
        switch (rules_.roles[role_].view) {
            case readiness::View::kSelf:
                return add(Kind::kNote, say("readiness.form.shown_self"));
            case readiness::View::kNamed:
                return add(Kind::kNote, say("readiness.form.shown_named"));
            case readiness::View::kAnonymous:
                break;
        }
        add(Kind::kNote, say("readiness.form.shown_anonymous",
                             {{"n", raters}, {"comments", rules_.minimum_comments}}));
        const bool combined = rules_.small_roles == readiness::SmallRoles::kCombine;
        add(Kind::kNote,
            say(combined ? "readiness.form.few_combined" : "readiness.form.few_omitted",
                {{"n", raters}}));
    }

    void page(Index p) {
        const std::vector<Index>& questions = instrument_.pages[p].questions;
        if (std::none_of(questions.begin(), questions.end(),
                         [this](Index q) { return asked_[q] != 0; })) {
            return;
        }
        if (p != instrument_.questions[rules_.role_question].page) page_head(p);
        for (const Index q : questions) {
            if (asked_[q] != 0) question(instrument_.questions[q]);
        }
    }

    void question(const Question& question) {
        columns_.push_back(question.id);
        const std::string id = "question." + question.id;
        heading(3, say(id + ".ask"));
        if (texts_.has(id + ".help")) add(Kind::kParagraph, say(id + ".help"));
        if (question.kind == QuestionKind::kText) {
            add(Kind::kParagraph, say("readiness.form.text", {{"n", question.max_length}}));
        } else if (question.kind == QuestionKind::kNumber) {
            add(Kind::kParagraph,
                say("readiness.form.number", {{"least", question.least}, {"most", question.most}}));
        } else if (question.kind == QuestionKind::kMultiple) {
            add(Kind::kParagraph, say("readiness.form.several"));
        }
        Block choices;
        choices.kind = Kind::kTable;
        for (const char* const column : {"write", "answer", "anchor"}) {
            choices.columns.push_back(say(std::string("readiness.form.column.") + column));
        }
        const auto row = [&](const std::string& value, const std::string& text) {
            choices.rows.push_back(
                {value, say(id + text + ".label"),
                 texts_.has(id + text + ".anchor") ? say(id + text + ".anchor") : std::string()});
        };
        for (int point = 0; point < question.points; ++point) {
            row(std::to_string(point), ".point." + std::to_string(point));
        }
        for (const std::string& option : question.options) row(option, ".option." + option);
        const instrument::NoAnswers& allowed = question.no_answers;
        for (const auto& [is_allowed, state] :
             {std::pair(allowed.dont_know, AnswerState::kDontKnow),
              std::pair(allowed.not_applicable, AnswerState::kNotApplicable),
              std::pair(allowed.prefer_not_to_say, AnswerState::kPreferNotToSay)}) {
            if (!is_allowed) continue;
            const std::string name(answers::to_string(state));
            choices.rows.push_back({name, say("readiness.form." + name), {}});
        }
        add(Kind::kNote, say("readiness.form.in_column", {{"id", question.id}}));
        if (!choices.rows.empty()) out_.push_back(std::move(choices));
    }

    void give_back() {
        heading(2, say("readiness.form.return"));
        add(Kind::kParagraph, say("readiness.form.return_how"));
        std::string names = "candidate,rater," + instrument_.questions[rules_.role_question].id;
        std::string cells = "…,…," + rules_.roles[role_].id;
        for (const std::string& column : columns_) {
            names += "," + column;
            cells += ",…";
        }
        add(Kind::kQuote, std::move(names));
        add(Kind::kQuote, std::move(cells));
    }

    const instrument::Instrument& instrument_;
    const readiness::Rules& rules_;
    const text::Catalogue& texts_;
    Index role_;
    answers::Reachable asked_;
    std::vector<std::string> columns_;
    Report out_;
};

}  // namespace

Report write_rater_form(const instrument::Instrument& instrument, const readiness::Rules& rules,
                        const text::Catalogue& texts, readiness::Index role) {
    return Writing(instrument, rules, texts, role).write();
}

}  // namespace vgap::report
