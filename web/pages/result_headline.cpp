#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/report/compared.hpp"
#include "web/app/sentences.hpp"
#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

void answer_first(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    ui.text("no_index", ui::Style::kSay, model.say("ui.result.no_index"));
    const ui::Ui::Scope flow = ui.flow("to_answer", ui::Style::kSpaced);
    for (instrument::Index page = 0; page < model.instrument.pages.size(); ++page) {
        const instrument::Page& shown = model.instrument.pages[page];
        const auto& open = model.profile.to_answer;
        const bool wanted = std::any_of(
            shown.questions.begin(), shown.questions.end(), [&open](instrument::Index question) {
                return std::find(open.begin(), open.end(), question) != open.end();
            });
        if (!wanted) continue;
        if (ui.button(shown.id, ui::Style::kSecondary,
                      model.say("ui.result.answer_page",
                                {{"page", model.say("page." + shown.id + ".title")}}))) {
            commands.push_back(answers::Event(answers::GoToPage{page}));
        }
    }
}

void compared(ui::Ui& ui, const app::Model& model) {
    if (!model.session.earlier) return;
    const report::Subject told = subject(model);
    const ui::Ui::Scope part = ui.section("compared");
    ui.text("change", ui::Style::kBody, report::change_of_index(told));
    std::vector<std::string> small = report::cautions(told);
    const auto& carried = model.session.earlier->response.carried;
    for (std::string& sentence : app::carried(model, carried, app::Of::kEarlier)) {
        small.push_back(std::move(sentence));
    }
    int number = 0;
    for (const std::string& sentence : small) {
        ui.text(std::to_string(number++), ui::Style::kSmall, sentence);
    }
}

}  // namespace

void headline(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("headline");
    const scoring::Profile& profile = model.profile;
    ui.text("meta", ui::Style::kMeta, model.say("ui.result.meta", {{"date", model.facts.today}}));
    ui.heading("title", 1, ui::Style::kHeading, model.say("ui.result.title"));
    if (!profile.index) {
        answer_first(ui, model, commands);
        compared(ui, model);
        return;
    }
    const instrument::Band& band = model.instrument.bands[profile.band];
    ui.hero("hero", std::to_string(rounded(*profile.index)), model.say("ui.result.unit"),
            model.say("band." + band.id + ".name"), profile.band == 0);
    ui.text("say", ui::Style::kSay, report::headline(subject(model)));
    compared(ui, model);
    if (profile.index_low != profile.index_high) {
        ui.text("bounds", ui::Style::kSmall,
                model.say("ui.result.bounds", {{"low", rounded(profile.index_low)},
                                               {"high", rounded(profile.index_high)}}));
    }
}

}  // namespace vgap::pages
