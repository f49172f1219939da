#include "core/report/compared.hpp"
#include "web/pages/result_parts.hpp"

namespace vgap::pages {

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
        const std::string mark = report::pattern_mark(subject(model), at);
        if (!mark.empty()) ui.text("mark", ui::Style::kMeta, mark);
        ui.text("about", ui::Style::kQuiet, model.say("pattern." + id + ".about"));
        int number = 0;
        for (const auto& evidence : state.evidence) {
            ui.quote(std::to_string(number++), report::evidence_text(subject(model), evidence));
        }
    }
    if (found == 0) ui.text("none", ui::Style::kBody, model.say("ui.patterns.none"));
    int left = 0;
    for (const std::string& sentence : report::patterns_left(subject(model))) {
        ui.text("left_" + std::to_string(left++), ui::Style::kBody, sentence);
    }
    if (unknown > 0) {
        ui.text("unknown", ui::Style::kSmall, model.say("ui.patterns.unknown", {{"n", unknown}}));
    }
}

}  // namespace vgap::pages
