#include "web/pages/pages.hpp"

namespace vgap::pages {

namespace {

// A draft of another version, or a damaged one: said, and handed out as a file, so nothing is lost.
void refused(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope card = ui.card("refused");
    ui.text("refused", ui::Style::kBody, model.say("ui.intro.refused"));
    sentences(ui, model.refused);
    if (ui.button("keep", ui::Style::kLinklike, model.say("ui.intro.refused_keep"))) {
        commands.push_back(app::Ask{"save_kept"});
    }
}

// The draft as it was, where an earlier version of the questionnaire asked what this one does not.
void kept(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope card = ui.card("kept");
    ui.text("what", ui::Style::kBody, model.say("ui.intro.kept"));
    if (ui.button("keep", ui::Style::kLinklike, model.say("ui.intro.refused_keep"))) {
        commands.push_back(app::Ask{"save_kept"});
    }
}

// What the store holds beside a draft to go on with: damaged, or of a later version of this page and left to it.
void stored(ui::Ui& ui, app::Stored found, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope card = ui.card("stored");
    const bool newer = found == app::Stored::kNewer;
    ui.text("what", ui::Style::kBody,
            model.say(newer                            ? "ui.intro.newer"
                      : found == app::Stored::kDamaged ? "ui.intro.damaged"
                                                       : "ui.intro.lost"));
    if (newer && ui.button("keep", ui::Style::kLinklike, model.say("ui.intro.refused_keep"))) {
        commands.push_back(app::Ask{"save_newer"});
    }
}

void linked(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope card = ui.card("linked");
    if (model.link.state == app::Offer::State::kRefused) {
        ui.text("refused", ui::Style::kBody, model.say("ui.intro.link_refused"));
        sentences(ui, model.link.sentences);
        return;
    }
    ui.text("what", ui::Style::kBody,
            model.say(model.has_draft ? "ui.intro.link_replaces" : "ui.intro.link"));
    sentences(ui, model.link.sentences);
    if (ui.button("open", ui::Style::kSecondary, model.say("ui.intro.link_open"))) {
        commands.push_back(app::OpenOffered{app::From::kLink});
    }
}

void begin(ui::Ui& ui, bool draft, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope flow = ui.flow("begin", ui::Style::kSpaced);
    if (draft && ui.button("resume", ui::Style::kPrimary, model.say("ui.intro.resume"))) {
        commands.push_back(app::ResumeDraft{});
    }
    if (ui.button("start", draft ? ui::Style::kSecondary : ui::Style::kPrimary,
                  model.say(draft ? "ui.intro.start_again" : "ui.intro.start"))) {
        if (draft) {
            commands.push_back(app::ResumeDraft{app::ResumeDraft::From::kFirstPage});
        } else {
            commands.push_back(answers::Event(answers::Start{}));
        }
    }
}

}  // namespace

void intro(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const instrument::Instrument& instrument = model.instrument;
    ui.heading("title", 1, ui::Style::kTitle, model.say("instrument.title"));
    ui.text("summary", ui::Style::kLede, model.say("instrument.summary"));
    if (instrument.least_minutes > 0) {
        ui.text("minutes", ui::Style::kBody,
                model.say("ui.intro.minutes", {{"least", instrument.least_minutes},
                                               {"most", instrument.most_minutes},
                                               {"questions", instrument.questions.size()}}));
    }
    ui.text("get", ui::Style::kBody, model.say("ui.intro.get"));
    ui.text("privacy", ui::Style::kBody, model.say("ui.intro.privacy"));
    if (const app::Stored found = model.facts.stored; found != app::Stored::kWhole) {
        stored(ui, found, model, commands);
    }
    if (!model.refused.empty()) refused(ui, model, commands);
    if (model.link.state != app::Offer::State::kNone) linked(ui, model, commands);
    const bool draft = model.has_draft;
    if (draft) {
        ui.text("draft", ui::Style::kBody,
                model.facts.draft_date.empty()
                    ? model.say("ui.intro.draft")
                    : model.say("ui.intro.draft_of", {{"date", model.facts.draft_date}}));
    }
    if (draft) sentences(ui, model.carried);
    if (model.facts.kept && model.refused.empty()) kept(ui, model, commands);
    begin(ui, draft, model, commands);
    const ui::Ui::Scope flow = ui.flow("other", ui::Style::kSpaced);
    if (ui.button("open_file", ui::Style::kLinklike, model.say("ui.offer.open_file"))) {
        commands.push_back(app::Ask{"open_file"});
    }
    if (!model.facts.flow_alone) return;
    const std::size_t before = commands.size();
    ask_for_flow(ui, model, commands, ui::Style::kLinklike, model.say("ui.intro.flow"));
    // What is turned is kept with the answers, so those come first.
    if (draft && commands.size() > before) {
        commands.insert(commands.end() - 1, app::Command(app::ResumeDraft{}));
    }
}

}  // namespace vgap::pages
