#include <algorithm>
#include <vector>

#include "web/app/sentences.hpp"
#include "web/pages/pages.hpp"

namespace vgap::pages {

namespace {

// Those that the instrument speaks and the shell can fetch; one alone is no choice.
void languages(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    std::vector<const app::Language*> offered;
    const std::vector<std::string>& spoken = model.instrument.languages;
    for (const app::Language& language : model.facts.languages) {
        if (std::find(spoken.begin(), spoken.end(), language.tag) != spoken.end()) {
            offered.push_back(&language);
        }
    }
    if (offered.size() < 2) return;
    const std::string& failed = model.facts.language_failed;
    ui.status("language_failed", ui::Style::kSmall,
              failed.empty() ? std::string()
                             : model.say("ui.foot.language_failed", {{"language", failed}}));
    const ui::Ui::Scope flow = ui.flow("languages");
    for (const app::Language* language : offered) {
        const bool current = language->tag == model.texts.language();
        if (ui.language(language->tag, language->name, current) && !current) {
            commands.push_back(app::Ask{"language:" + language->tag});
        }
    }
}

}  // namespace

void foot(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope foot = ui.section("foot", ui::Role::kFooter);
    const std::string elsewhere = app::elsewhere(model);
    if (!elsewhere.empty()) ui.status("elsewhere", ui::Style::kSmall, elsewhere);
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
        if (model.session.place.screen != answers::Screen::kIntro || model.has_draft ||
            !model.session.pipeline.empty()) {
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
    languages(ui, model, commands);
}

}  // namespace vgap::pages
