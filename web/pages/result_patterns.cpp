#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

std::string evidence_text(const app::Model& model,
                          const scoring::PatternState::Evidence& evidence) {
    if (evidence.is_dimension) {
        const auto& current = model.profile.dimensions[evidence.subject].current;
        return model.say(
            "ui.patterns.level",
            {{"dimension",
              model.say("dimension." + model.instrument.dimensions[evidence.subject].id + ".name")},
             {"current", rounded(current.value_or(0))}});
    }
    const instrument::Question& question = model.instrument.questions[evidence.subject];
    const std::string answer = answer_text(model, evidence.subject);
    // "Rarely" and "Four to ten" say nothing without their question.
    return model.say(
        "ui.patterns.said",
        {{"question", model.say("question." + question.id + ".ask")}, {"answer", answer}});
}

}  // namespace

void patterns(ui::Ui& ui, const app::Model& model) {
    if (model.instrument.patterns.empty()) return;
    const ui::Ui::Scope part = ui.section("patterns");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.patterns.title"));
    int found = 0;
    int unknown = 0;
    for (std::size_t at = 0; at < model.instrument.patterns.size(); ++at) {
        const scoring::PatternState& state = model.profile.patterns[at];
        if (state.found == base::Tri::kUnknown) ++unknown;
        if (state.found != base::Tri::kTrue) continue;
        ++found;
        const std::string& id = model.instrument.patterns[at].id;
        const ui::Ui::Scope card = ui.card("pattern." + id);
        ui.heading("name", 3, ui::Style::kLegend, model.say("pattern." + id + ".name"));
        ui.text("about", ui::Style::kQuiet, model.say("pattern." + id + ".about"));
        int number = 0;
        for (const auto& evidence : state.evidence) {
            ui.quote(std::to_string(number++), evidence_text(model, evidence));
        }
    }
    if (found == 0) ui.text("none", ui::Style::kBody, model.say("ui.patterns.none"));
    if (unknown > 0) {
        ui.text("unknown", ui::Style::kSmall, model.say("ui.patterns.unknown", {{"n", unknown}}));
    }
}

}  // namespace vgap::pages
