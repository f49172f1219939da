#include "web/pages/result_parts.hpp"

namespace vgap::pages {

void result(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    headline(ui, model, commands);
    gap_chart(ui, model, commands);
    patterns(ui, model);
    if (model.profile.index) {
        plan(ui, model, commands);
        one_step(ui, model);
        spread(ui, model, commands);
        origin(ui, model, commands);
    }
    sources(ui, model, commands);
    keep(ui, model, commands);
}

std::string answer_text(const app::Model& model, instrument::Index index) {
    const instrument::Question& question = model.instrument.questions[index];
    const answers::Answer& answer = model.session.answers[index];
    if (answer.state != answers::AnswerState::kAnswered) return {};
    const std::string key = "question." + question.id;
    switch (question.kind) {
        case instrument::QuestionKind::kScale: {
            const std::string point = key + ".point." + std::to_string(answer.point);
            std::string text = model.say(point + ".label");
            if (model.texts.has(point + ".anchor")) text += ". " + model.say(point + ".anchor");
            return text;
        }
        case instrument::QuestionKind::kSingle:
            return model.say(key + ".option." +
                             question.options[static_cast<std::size_t>(answer.point)] + ".label");
        case instrument::QuestionKind::kMultiple: {
            std::string text;
            for (std::size_t at = 0; at < answer.selected.size(); ++at) {
                if (answer.selected[at] == 0) continue;
                if (!text.empty()) text += ", ";
                text += model.say(key + ".option." + question.options[at] + ".label");
            }
            return text;
        }
        case instrument::QuestionKind::kNumber:
            return model.say("ui.number", {{"value", answer.number}});
        case instrument::QuestionKind::kText:
            return answer.text;
    }
    return {};
}

void keep(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("keep");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.keep.title"));
    ui.text("text", ui::Style::kBody, model.say("ui.keep.text"));
    const app::Link link = model.facts.link;
    const std::string where = link == app::Link::kNone     ? std::string()
                              : link == app::Link::kCopied ? model.say("ui.keep.link_copied")
                                                           : model.say("ui.keep.link_shown");
    ui.status("link", ui::Style::kSmall, where);
    const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
    if (ui.button("result", ui::Style::kSecondary, model.say("ui.keep.result"))) {
        commands.push_back(app::Ask{"save_file"});
    }
    if (ui.button("answers", ui::Style::kSecondary, model.say("ui.keep.answers"))) {
        commands.push_back(app::Ask{"save_answers"});
    }
    if (model.can_link && ui.button("link", ui::Style::kSecondary, model.say("ui.keep.link"))) {
        commands.push_back(app::Ask{"link"});
    }
    if (!model.plan.empty() &&
        ui.button("calendar", ui::Style::kSecondary, model.say("ui.keep.calendar"))) {
        commands.push_back(app::Ask{"save_calendar"});
    }
    if (ui.button("print", ui::Style::kSecondary, model.say("ui.keep.print"))) {
        commands.push_back(app::Ask{"print"});
    }
    if (ui.button("change", ui::Style::kSecondary, model.say("ui.keep.change"))) {
        commands.push_back(answers::Event(answers::GoToReview{}));
    }
}

}  // namespace vgap::pages
