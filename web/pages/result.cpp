#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

// The same gap as people who leave, learn and move up: a page of its own, which is fetched then.
void pipeline(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("pipeline");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.flow.title"));
    ui.text("why", ui::Style::kBody, model.say("ui.result.flow.why"));
    const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
    if (ui.button("open", ui::Style::kSecondary, model.say("ui.result.flow"))) {
        commands.push_back(app::Ask{"flow"});
    }
    const app::Coming coming = model.facts.flow;
    ui.status("coming", ui::Style::kSmall,
              coming == app::Coming::kNo
                  ? ""
                  : model.say(coming == app::Coming::kYes ? "ui.result.flow.coming"
                                                          : "ui.result.flow.failed"));
}

}  // namespace

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
    sources(ui, model, commands);
    keep(ui, model, commands);
}

}  // namespace vgap::pages
