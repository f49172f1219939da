#include "web/pages/pages.hpp"

namespace vgap::pages {

void review(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const instrument::Instrument& instrument = model.instrument;
    const answers::Progress all = answers::progress(instrument, model.session);
    const int open = all.of - all.done;
    ui.progress("progress", model.say("ui.progress.label"),
                model.say("ui.progress.done", {{"done", all.done}, {"of", all.of}}), all.done,
                all.of, "");
    ui.heading("title", 1, ui::Style::kTitle, model.say("ui.review.title"));
    ui.text("lede", ui::Style::kLede,
            open == 0 ? model.say("ui.review.all_answered")
                      : model.say("ui.review.unanswered", {{"n", open}}));
    {
        const ui::Ui::Scope list = ui.list("pages");
        for (instrument::Index page = 0; page < instrument.pages.size(); ++page) {
            if (!answers::is_reachable(instrument, model.session.reachable, page)) continue;
            const std::string& id = instrument.pages[page].id;
            const std::string name = model.say("page." + id + ".title");
            const answers::Progress some =
                answers::progress_of_page(instrument, model.session, page);
            const int left = some.of - some.done;
            const std::string state =
                left == 0 ? model.say("ui.review.page_done", {{"n", some.of}})
                          : model.say("ui.review.page_open", {{"n", left}, {"of", some.of}});
            if (ui.review_row(id, name, state,
                              model.say(left == 0 ? "ui.review.look" : "ui.review.answer",
                                        {{"page", name}}))) {
                commands.push_back(answers::Event(answers::GoToPage{page}));
            }
        }
    }
    switch (ui.nav("nav", model.say("ui.back"), saved_text(model), model.say("ui.review.finish"))) {
        case ui::NavPress::kBack:
            commands.push_back(answers::Event(answers::Back{}));
            break;
        case ui::NavPress::kNext:
            commands.push_back(answers::Event(answers::Finish{}));
            break;
        case ui::NavPress::kNone:
            break;
    }
}

}  // namespace vgap::pages
