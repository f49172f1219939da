#include "web/pages/result_parts.hpp"

namespace vgap::pages {

// What to read, each with what it cannot carry.
void sources(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    if (model.instrument.sources.empty()) return;
    const ui::Ui::Scope part = ui.section("sources");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.sources.title"));
    const bool open = model.open.contains(app::Panel::kSources);
    {
        const ui::Ui::Scope flow = ui.flow("more");
        if (ui.disclosure("show", model.say(open ? "ui.sources.hide" : "ui.sources.show"), open)) {
            commands.push_back(app::Toggle{app::Panel::kSources});
        }
    }
    if (!open) return;
    const ui::Ui::Scope list = ui.list("list");
    for (const instrument::Source& source : model.instrument.sources) {
        const std::string key = "source." + source.id;
        const std::string title = model.say(key + ".title");
        ui.list_item(source.id,
                     model.texts.has(key + ".caution")
                         ? model.say("ui.sources.entry",
                                     {{"title", title}, {"caution", model.say(key + ".caution")}})
                         : title);
    }
}

}  // namespace vgap::pages
