#include "web/pages/given.hpp"
#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

// The same gap as people who leave, learn and move up: a page of its own, which is fetched then.
void pipeline(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("pipeline");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.flow.title"));
    ui.text("why", ui::Style::kBody, model.say("ui.result.flow.why"));
    const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
    ask_for_flow(ui, model, commands, ui::Style::kSecondary, model.say("ui.result.flow"));
}

// The articles are fetched when somebody asks for them, as no request may tell that somebody came this far.
void read_on(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    if (!model.facts.reading) return;
    const ui::Ui::Scope part = ui.section("read_on");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.result.reading.title"));
    ui.text("why", ui::Style::kBody, model.say("ui.result.reading.why"));
    const app::Coming coming = *model.facts.reading;
    if (!model.read_on) {
        const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
        if (ui.button("open", ui::Style::kSecondary, model.say("ui.result.reading"))) {
            commands.push_back(app::Ask{"reading"});
        }
    }
    ui.status("coming", ui::Style::kSmall,
              coming == app::Coming::kYes      ? model.say("ui.result.reading.coming")
              : coming == app::Coming::kFailed ? model.say("ui.result.reading.failed")
              : model.read_on                  ? title_of(*model.read_on)
                                               : "");
    if (!model.read_on) return;
    const ui::Ui::Scope inside = ui.section("articles");
    given(ui, *model.read_on, commands);
}

}  // namespace

void ask_for_flow(ui::Ui& ui, const app::Model& model, app::Commands& commands, ui::Style style,
                  const std::string& words) {
    if (ui.button("open", style, words)) commands.push_back(app::Ask{"flow"});
    const app::Coming coming = model.facts.flow;
    ui.status("coming", ui::Style::kSmall,
              coming == app::Coming::kNo
                  ? ""
                  : model.say(coming == app::Coming::kYes ? "ui.result.flow.coming"
                                                          : "ui.result.flow.failed"));
}

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
    pipeline(ui, model, commands);
    read_on(ui, model, commands);
    sources(ui, model, commands);
    keep(ui, model, commands);
}

}  // namespace vgap::pages
