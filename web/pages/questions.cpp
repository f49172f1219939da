#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/json/write.hpp"
#include "core/text/display.hpp"
#include "web/pages/pages.hpp"

namespace vgap::pages {

namespace {

using answers::Answer;
using answers::AnswerState;
using instrument::Question;
using instrument::QuestionKind;

Answer answered(int point) {
    Answer answer;
    answer.state = AnswerState::kAnswered;
    answer.point = point;
    return answer;
}

// Where there is no anchor the line below the label stays away.
std::string text_if_any(const app::Model& model, const std::string& id) {
    return model.texts.has(id) ? model.say(id) : std::string();
}

class QuestionView {
  public:
    QuestionView(ui::Ui& ui, const app::Model& model, app::Commands& commands,
                 instrument::Index index)
        : ui_(ui),
          model_(model),
          commands_(commands),
          index_(index),
          question_(model.instrument.questions[index]),
          answer_(model.session.answers[index]),
          key_("question." + question_.id) {}

    void show() {
        const ui::Ui::Scope group =
            ui_.group(key_, model_.say(key_ + ".ask"), text_if_any(model_, key_ + ".help"));
        switch (question_.kind) {
            case QuestionKind::kScale:
                scale();
                break;
            case QuestionKind::kSingle:
                single();
                break;
            case QuestionKind::kMultiple:
                multiple();
                break;
            case QuestionKind::kNumber:
                number();
                break;
            case QuestionKind::kText:
                text();
                break;
        }
        no_answers();
    }

  private:
    bool holds(int point) const {
        return answer_.state == AnswerState::kAnswered && answer_.point == point;
    }

    void give(Answer answer) {
        commands_.push_back(answers::Event(answers::Give{index_, std::move(answer)}));
    }

    void scale() {
        for (int point = 0; point < question_.points; ++point) {
            const std::string key = key_ + ".point." + std::to_string(point);
            if (ui_.radio(std::to_string(point), model_.say(key + ".label"),
                          text_if_any(model_, key + ".anchor"), holds(point))) {
                give(answered(point));
            }
        }
    }

    void single() {
        for (std::size_t at = 0; at < question_.options.size(); ++at) {
            const std::string& option = question_.options[at];
            const int point = static_cast<int>(at);
            if (ui_.radio(option, model_.say(key_ + ".option." + option + ".label"),
                          text_if_any(model_, key_ + ".option." + option + ".anchor"),
                          holds(point))) {
                give(answered(point));
            }
        }
    }

    void multiple() {
        for (std::size_t at = 0; at < question_.options.size(); ++at) {
            const std::string& option = question_.options[at];
            const bool chosen = answer_.state == AnswerState::kAnswered &&
                                at < answer_.selected.size() && answer_.selected[at] != 0;
            if (!ui_.checkbox(option, model_.say(key_ + ".option." + option + ".label"), chosen)) {
                continue;
            }
            Answer next;
            next.state = AnswerState::kAnswered;
            next.selected.assign(question_.options.size(), 0);
            if (answer_.state == AnswerState::kAnswered) next.selected = answer_.selected;
            next.selected.resize(question_.options.size(), 0);
            next.selected[at] = chosen ? 0 : 1;
            give(std::move(next));
        }
    }

    void number() {
        std::string shown;
        if (answer_.state == AnswerState::kAnswered) {
            json::append_number(shown, answer_.number);
        }
        const auto entered =
            ui_.input("number", ui::Role::kInputNumber, model_.say(key_ + ".ask"), shown);
        if (!entered) return;
        if (entered->empty()) {
            commands_.push_back(answers::Event(answers::Clear{index_}));
            return;
        }
        char* end = nullptr;
        const double value = std::strtod(entered->c_str(), &end);
        const bool whole_text = end == entered->c_str() + entered->size();
        if (!whole_text || !(value >= question_.least && value <= question_.most)) return;
        Answer next;
        next.state = AnswerState::kAnswered;
        next.number = value;
        give(std::move(next));
    }

    void text() {
        const auto entered =
            ui_.input("text", ui::Role::kInputText, model_.say(key_ + ".ask"),
                      answer_.state == AnswerState::kAnswered ? answer_.text : std::string());
        if (!entered) return;
        if (entered->empty()) {
            commands_.push_back(answers::Event(answers::Clear{index_}));
            return;
        }
        Answer next;
        next.state = AnswerState::kAnswered;
        next.text = text::display_text(*entered, static_cast<std::size_t>(question_.max_length));
        give(std::move(next));
    }

    // The key begins with what no id may hold, so that an option "none" is something else.
    // Apart from the scale, but part of the same group: an answer like any other.
    void no_answers() {
        const instrument::NoAnswers& may = question_.no_answers;
        if (!may.dont_know && !may.not_applicable && !may.prefer_not_to_say) return;
        const ui::Ui::Scope flow = ui_.flow("/none", ui::Style::kAside);
        no_answer(may.dont_know, "dont_know", AnswerState::kDontKnow);
        no_answer(may.not_applicable, "not_applicable", AnswerState::kNotApplicable);
        no_answer(may.prefer_not_to_say, "prefer_not_to_say", AnswerState::kPreferNotToSay);
    }

    void no_answer(bool allowed, std::string_view key, AnswerState state) {
        if (!allowed) return;
        if (!ui_.aside(key, model_.say("ui.no_answer." + std::string(key)),
                       answer_.state == state)) {
            return;
        }
        Answer next;
        next.state = state;
        give(std::move(next));
    }

    ui::Ui& ui_;
    const app::Model& model_;
    app::Commands& commands_;
    instrument::Index index_;
    const Question& question_;
    const Answer& answer_;
    std::string key_;
};

std::string time_left(const app::Model& model, const answers::Progress& progress) {
    if (model.instrument.most_minutes == 0 || progress.of == 0 || progress.done == progress.of) {
        return {};
    }
    const double whole = (model.instrument.least_minutes + model.instrument.most_minutes) / 2.0;
    const int minutes =
        static_cast<int>(std::ceil(whole * (progress.of - progress.done) / progress.of));
    return model.say("ui.progress.left", {{"n", minutes}});
}

// Who takes it again finds the context as it was, and is told so on the way there.
bool is_filled_in(const app::Model& model, const instrument::Page& page) {
    if (!model.session.earlier || model.session.place.return_to_review) return false;
    return std::any_of(page.questions.begin(), page.questions.end(), [&](instrument::Index at) {
        return model.instrument.questions[at].is_context;
    });
}

}  // namespace

void questions(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const answers::Place& place = model.session.place;
    const instrument::Page& page = model.instrument.pages[place.page];
    const answers::Progress progress = answers::progress(model.instrument, model.session);
    ui.progress("progress", model.say("ui.progress.label"),
                model.say("ui.progress.done", {{"done", progress.done}, {"of", progress.of}}),
                progress.done, progress.of, time_left(model, progress));
    {
        const ui::Ui::Scope sheet = ui.section(page.id);
        ui.heading("title", 1, ui::Style::kTitle, model.say("page." + page.id + ".title"));
        const std::string lede = text_if_any(model, "page." + page.id + ".lede");
        if (!lede.empty()) ui.text("lede", ui::Style::kLede, lede);
        if (is_filled_in(model, page)) {
            ui.text("filled_in", ui::Style::kBody, model.say("ui.again.context"));
        }
        for (const instrument::Index question : page.questions) {
            if (model.session.reachable[question] == 0) continue;
            QuestionView(ui, model, commands, question).show();
        }
    }
    const std::string next = model.say(place.return_to_review ? "ui.to_review" : "ui.next");
    switch (ui.nav("nav", model.say("ui.back"), saved_text(model), next)) {
        case ui::NavPress::kBack:
            commands.push_back(answers::Event(answers::Back{}));
            break;
        case ui::NavPress::kNext:
            commands.push_back(answers::Event(answers::Next{}));
            break;
        case ui::NavPress::kNone:
            break;
    }
}

}  // namespace vgap::pages
