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
    if (ui.button("report", ui::Style::kSecondary, model.say("ui.keep.report"))) {
        commands.push_back(app::Ask{"save_report"});
    }
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
