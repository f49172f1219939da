#include "web/pages/pages.hpp"

namespace vgap::pages {

void foot(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope foot = ui.section("foot", ui::Role::kFooter);
    {
        const ui::Ui::Scope flow = ui.flow("tools", ui::Style::kSpaced);
        const app::Facts& facts = model.facts;
        if (facts.canvas_possible) {
            const std::string label =
                model.say(facts.canvas_shown ? "ui.foot.as_document" : "ui.foot.as_canvas");
            if (ui.button("skin", ui::Style::kLinklike, label)) {
                commands.push_back(app::Ask{facts.canvas_shown ? "skin_document" : "skin_canvas"});
            }
        }
        if (model.session.place.screen != answers::Screen::kIntro || model.has_draft) {
            const bool asked = model.open.contains(app::Panel::kErase);
            if (ui.disclosure("erase", model.say("ui.foot.erase"), asked)) {
                commands.push_back(app::Toggle{app::Panel::kErase});
            }
        }
    }
    if (model.open.contains(app::Panel::kErase)) {
        ui.text("erase_warning", ui::Style::kSmall, model.say("ui.foot.erase_warning"));
        const ui::Ui::Scope flow = ui.flow("sure");
        if (ui.button("yes", ui::Style::kSecondary, model.say("ui.foot.erase_yes"))) {
            commands.push_back(answers::Event(answers::Restart{}));
        }
        if (ui.button("no", ui::Style::kPlain, model.say("ui.foot.erase_no"))) {
            commands.push_back(app::Toggle{app::Panel::kErase});
        }
    }
}

}  // namespace vgap::pages
