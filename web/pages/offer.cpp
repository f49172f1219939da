#include "web/app/sentences.hpp"
#include "web/pages/pages.hpp"

namespace vgap::pages {

void sentences(ui::Ui& ui, const std::vector<std::string>& list) {
    if (list.empty()) return;
    const ui::Ui::Scope scope = ui.list("why");
    int number = 0;
    for (const std::string& sentence : list) ui.list_item(std::to_string(number++), sentence);
}

void offered_file(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const app::Offer& file = model.file;
    if (file.state == app::Offer::State::kNone) return;
    const ui::Ui::Scope card = ui.card("file");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.offer.title"));
    const bool held = file.state == app::Offer::State::kHeld;
    const bool replaces = model.has_draft || app::any_answer(model.session.answers);
    ui.text("what", ui::Style::kBody,
            model.say(!held      ? "ui.offer.refused"
                      : replaces ? "ui.offer.file_replaces"
                                 : "ui.offer.file"));
    sentences(ui, file.sentences);
    const ui::Ui::Scope flow = ui.flow("choice", ui::Style::kSpaced);
    if (held && ui.button("open", ui::Style::kSecondary, model.say("ui.intro.link_open"))) {
        commands.emplace_back(app::OpenOffered{app::From::kFile});
    }
    if (ui.button("leave", ui::Style::kPlain, model.say(held ? "ui.offer.leave" : "ui.offer.ok"))) {
        commands.emplace_back(app::LeaveFile{});
    }
}

}  // namespace vgap::pages
