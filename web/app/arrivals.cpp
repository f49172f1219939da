// What comes from elsewhere: a draft from the store or from another tab, answers in a file or an address.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/answers/draft.hpp"
#include "core/answers/merge.hpp"
#include "core/export/link.hpp"
#include "core/export/saved.hpp"
#include "core/json/write.hpp"
#include "web/app/app.hpp"
#include "web/app/sentences.hpp"

namespace vgap::app {

bool App::load_draft(std::string_view draft, std::string& problems) {
    auto read = answers::read_draft(model_.instrument, draft);
    if (!read) {
        append_problems(problems, model_.texts, read.error());
        refused_ = read.error();
        say_problems();
        stale_ = true;
        return false;
    }
    const answers::Carried& carried = read->response.carried;
    const bool whole = carried.changed.empty() && carried.gone.empty();
    // Where only a pipeline was turned there is nothing to go on with, and nothing to ask.
    if (whole && !read->response.pipeline.empty() && !read->earlier &&
        read->place.screen == answers::Screen::kIntro && !any_answer(read->response.answers)) {
        session_event(*read);
        stale_ = true;
        return true;
    }
    if (!whole) asks_.emplace_back("keep_earlier");  // going on with it writes over what is stored
    stored_ = std::move(*read);
    model_.has_draft = true;
    say_problems();
    stale_ = true;
    return true;
}

bool App::load(std::string_view text, std::string& problems) {
    if (auto draft = answers::read_draft(model_.instrument, text)) {
        session_event(*draft);
    } else if (auto response = export_::read_saved(model_.instrument, text)) {
        session_event(answers::Load{std::move(*response)});
    } else {
        append_problems(problems, model_.texts, response.error());
        return false;
    }
    stale_ = true;
    return true;
}

void App::hold(base::Result<answers::Response> read, Held& held, Offer& offer) {
    held = {};
    if (read) {
        held.response = std::move(*read);
        offer.state = Offer::State::kHeld;
    } else {
        held.refused = std::move(read.error());
        offer.state = Offer::State::kRefused;
    }
    say_problems();
    stale_ = true;
}

void App::open_link(std::string_view link) {
    hold(export_::read_link(model_.instrument, link), link_, model_.link);
}

bool App::open_file(std::string_view text, std::string& problems) {
    hold(export_::read_saved(model_.instrument, text), file_, model_.file);
    ui_.focus_next_heading();  // the offer's, which begins the page
    if (file_.refused.empty()) return true;
    append_problems(problems, model_.texts, file_.refused);
    return false;
}

std::string App::merge(std::string_view base, std::string_view theirs) {
    std::string out;
    json::Writer write(out);
    auto read = answers::read_draft(model_.instrument, theirs);
    if (!read) {
        write.begin_object().key("problems");
        append_problems(out, model_.texts, read.error());
        return out + "}";
    }
    answers::Merged merged;
    if (model_.session.place.screen == answers::Screen::kIntro &&
        !any_answer(model_.session.answers) && model_.session.pipeline.empty()) {
        stored_ = std::move(*read);
        model_.has_draft = true;
        say_problems();
    } else {
        const auto agreed = answers::read_draft(model_.instrument, base);
        merged = answers::merge(agreed ? &agreed->response.answers : nullptr,
                                model_.session.answers, read->response.answers);
        // The earlier attempt, by the same rule: what only one side has changed.
        const std::optional<answers::Earlier> none;
        const bool theirs_changed = read->earlier != (agreed ? agreed->earlier : none);
        const bool mine_changed = model_.session.earlier != (agreed ? agreed->earlier : none);
        std::optional<answers::Earlier> earlier =
            theirs_changed && !mine_changed ? read->earlier : model_.session.earlier;
        const std::string before_both = agreed ? agreed->response.pipeline : std::string();
        std::string pipeline = model_.session.pipeline == before_both ? read->response.pipeline
                                                                      : model_.session.pipeline;
        const answers::Place before = model_.session.place;
        model_.session = answers::apply(
            model_.instrument, std::move(model_.session),
            answers::Take{std::move(merged.answers), std::move(earlier), std::move(pipeline)});
        if (!(before == model_.session.place)) ui_.focus_next_heading();
        if (model_.session.place.screen == answers::Screen::kResult) score();
        model_.differing = merged.differing;
    }
    stale_ = true;
    write.begin_object().key("taken").number(merged.taken).key("differing").begin_array();
    for (const instrument::Index q : merged.differing) write.string(asked(model_, q));
    write.end_array().end_object();
    return out;
}

void App::compare(std::string_view text) {
    auto read = export_::read_saved(model_.instrument, text);
    if (read) {
        session_event(answers::CompareWith{{std::nullopt, std::move(*read)}});
    } else {
        compare_refused_ = std::move(read.error());
        say_problems();
    }
    stale_ = true;
}

}  // namespace vgap::app
