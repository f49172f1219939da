#include "web/pages/pages.hpp"

#include <iterator>

#include "web/pages/given.hpp"

namespace vgap::pages {

namespace {

struct Row {
    answers::Screen screen;
    void (*show)(ui::Ui&, const app::Model&, app::Commands&);
    std::string_view title;  // message id; empty: the title of the page of questions
};

constexpr Row kPages[] = {
    {answers::Screen::kIntro, intro, "ui.intro.window"},
    {answers::Screen::kQuestions, questions, ""},
    {answers::Screen::kReview, review, "ui.review.title"},
    {answers::Screen::kResult, result, "ui.result.window"},
};

const Row& row_of(const app::Model& model) {
    for (const Row& row : kPages) {
        if (row.screen == model.session.place.screen) return row;
    }
    return kPages[0];
}

}  // namespace

void show(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    offered_file(ui, model, commands);
    if (model.given) {
        const ui::Ui::Scope screen = ui.section("given");
        given(ui, *model.given, commands);
    } else {
        const ui::Ui::Scope screen =
            ui.section(row_of(model).title.empty() ? "questions" : row_of(model).title);
        row_of(model).show(ui, model, commands);
    }
    foot(ui, model, commands);
}

std::string saved_text(const app::Model& model) {
    switch (model.facts.saved) {
        case app::Saved::kYes:
            return model.say("ui.saved");
        case app::Saved::kNo:
            return model.say("ui.not_saved");
        case app::Saved::kUnknown:
            break;
    }
    return {};
}

std::string title(const app::Model& model) {
    if (model.given) return title_of(*model.given);
    const Row& row = row_of(model);
    if (!row.title.empty()) return model.say(row.title);
    const auto& page = model.instrument.pages[model.session.place.page];
    return model.say("page." + page.id + ".title");
}

}  // namespace vgap::pages
