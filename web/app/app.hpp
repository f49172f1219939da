// app/app — one assessment on one page: takes what happened, gives the next frame's message.
//
// In      instrument, its texts and the interface's texts, as JSON; events by node id; facts
// Out     frame(): JSON for the shell, empty when nothing changed; response, draft and profile as
//         canonical JSON. The message's "writing" says the page's language and direction, and whether
//         its letters must be shaped (then only the document skin may show them)
// Errors  create and load_draft: sentences with place, as JSON; the state stays as it was
// Source  HOUSE.md §1, §2
// Cost    one pass over the page when something happened, one more when it changed the state
// Tested  tests/web/app/app_test.cpp, tests/web/monkey_test.cpp
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "web/app/model.hpp"
#include "web/ui/diff.hpp"
#include "web/ui/ui.hpp"

namespace vgap::app {

class App {
  public:
    // An empty list: ready. Otherwise the app must not be used.
    static std::unique_ptr<App> create(ui::GlyphSource& glyphs, std::string_view instrument,
                                       std::string_view texts, std::string_view interface_texts,
                                       std::string& problems);

    // Everything is said in these texts from the next frame on; nothing else changes.
    bool speak(std::string_view texts, std::string_view interface_texts, std::string& problems);

    // Of the shell, by key; "pipeline": what was turned there (answers/pipeline), which is kept with the answers;
    // "start": the dimension whose questions come first.
    void fact(std::string_view key, std::string_view value);
    void palette(const ui::Palette& palette);
    bool load_draft(std::string_view draft, std::string& problems);
    // Opens a draft (draft/1) where it was left, or whatever else holds answers for review, without asking.
    bool load(std::string_view text, std::string& problems);
    void reset();  // as "Erase my answers" does

    void event(ui::Event event) { events_.push_back(std::move(event)); }
    std::string frame(const ui::View& view);

    // Answers from the end of an address: offered on the intro, or said why not. link(): the same for the answers here,
    // empty when they do not fit one.
    void open_link(std::string_view link);
    std::string link() const;

    // Whatever holds answers (export/saved): offered on the screen that is open, or said why not.
    bool open_file(std::string_view text, std::string& problems);

    // The answers of another tab's draft, merged into those here by question (answers/merge); base: the draft that both
    // last agreed on, or empty. {"taken":2,"differing":["question", ...]}, or {"problems":[...]} and nothing changes.
    // The place stays; keeping the merged draft is the caller's. Where nothing was begun theirs is the stored draft.
    std::string merge(std::string_view base, std::string_view theirs);

    std::string response() const;
    // {"answered":12,"of":26,"screen":"questions"}: how far one is, and intro, questions, review or result.
    std::string state() const;
    std::string draft() const;
    std::string profile() const;  // empty before the result
    // A row of export/formats. Empty before the result, when there is no such row, and when today
    // (2026-11-22) is no date.
    std::string file(std::string_view format, std::string_view today) const;

    // A page that another part of the program describes (pages/given) is shown instead of the session's, until it is
    // given an empty text or the session goes elsewhere. A page with another "id" is a new screen, read from its top.
    // One with "on" has no screen of its own: it stands on the result, until another one comes or the answers are erased.
    bool give(std::string_view page, std::string& problems);

    // The answers in a file become the earlier attempt, or the page says why not.
    void compare(std::string_view text);

    const Model& model() const { return model_; }
    const ui::Ui& ui() const { return ui_; }

  private:
    struct Held {
        answers::Response response;
        base::Errors refused;
    };

    explicit App(ui::GlyphSource& glyphs) : ui_(glyphs) {}
    void show(const ui::View& view, std::vector<ui::Event> events, Commands& commands);
    void carry_out(const Command& command);
    void say_problems();
    void append_asks(std::string& message);
    void session_event(const answers::Event& event);
    void score();
    void keep_pipeline(std::string_view text);
    void start_at(std::string_view dimension);
    void hold(base::Result<answers::Response> read, Held& held, Offer& offer);
    std::string title() const;

    Model model_;
    ui::Ui ui_;
    ui::Diff diff_;
    ui::View shown_;
    bool stale_ = true;  // something outside the view changed
    std::vector<ui::Event> events_;
    std::vector<std::string> asks_;
    base::Errors refused_, compare_refused_;
    Held link_, file_;
    answers::Resume stored_;
    std::string title_;
    std::string writing_;  // language, direction and shaping, as the shell was told
};

}  // namespace vgap::app
