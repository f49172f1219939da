#include "web/app/app.hpp"

#include <algorithm>
#include <charconv>

#include "core/answers/draft.hpp"
#include "core/answers/pipeline.hpp"
#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/export/formats.hpp"
#include "core/export/link.hpp"
#include "core/export/profile_json.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "core/scoring/score.hpp"
#include "core/text/script.hpp"
#include "web/app/sentences.hpp"
#include "web/pages/given.hpp"
#include "web/pages/pages.hpp"

namespace vgap::app {

namespace {

// One language a line: tag, tab, name.
std::vector<Language> read_languages(std::string_view lines) {
    std::vector<Language> out;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        out.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
    return out;
}

Shared read_shared(std::string_view name) {
    if (name == "link_copied") return Shared::kLinkCopied;
    if (name == "link_shown") return Shared::kLinkShown;
    if (name == "link_not_copied") return Shared::kLinkNotCopied;
    if (name == "text_copied") return Shared::kTextCopied;
    if (name == "text_not_copied") return Shared::kTextNotCopied;
    return Shared::kNone;
}

// False: not even the sentences for the errors are there.
bool read_texts(std::string_view texts, std::string_view interface_texts, text::Catalogue& out,
                base::Errors& errors) {
    auto interface_read = text::Catalogue::read(interface_texts);
    if (!interface_read) {
        errors = std::move(interface_read.error());
        return false;
    }
    out = std::move(*interface_read);
    auto texts_read = text::Catalogue::read(texts);
    if (texts_read) {
        out.add(*texts_read);
    } else {
        errors.insert(errors.end(), texts_read.error().begin(), texts_read.error().end());
    }
    return true;
}

std::string writing(const text::Catalogue& texts) {
    std::string out;
    json::Writer write(out);
    write.begin_object();
    write.key("dir").string(text::right_to_left(texts.language()) ? "rtl" : "ltr");
    write.key("lang").string(texts.language());
    write.key("shaped").boolean(texts.needs_shaping());
    write.end_object();
    return out;
}

constexpr int kMostFileMegabytes = 5;  // as shell/keep.mjs has it

Elsewhere elsewhere_of(std::string_view value) {
    if (value == "same") return Elsewhere::kSame;
    if (value == "merged") return Elsewhere::kMerged;
    return value == "differs" ? Elsewhere::kDiffers : Elsewhere::kNo;
}

Coming coming_of(std::string_view value) {
    if (value == "coming") return Coming::kYes;
    return value == "failed" ? Coming::kFailed : Coming::kNo;
}

Stored stored_of(std::string_view value) {
    if (value == "damaged") return Stored::kDamaged;
    if (value == "lost") return Stored::kLost;
    return value == "newer" ? Stored::kNewer : Stored::kWhole;
}

bool same_view(const ui::View& a, const ui::View& b) {
    return a.width == b.width && a.tile_top == b.tile_top && a.tile_height == b.tile_height &&
           a.density == b.density && a.skin == b.skin;
}

bool same_pointer(const ui::Pointer& a, const ui::Pointer& b) {
    return a.x == b.x && a.y == b.y && a.down == b.down;
}

}  // namespace

std::unique_ptr<App> App::create(ui::GlyphSource& glyphs, std::string_view instrument,
                                 std::string_view texts, std::string_view interface_texts,
                                 std::string& problems) {
    std::unique_ptr<App> app(new App(glyphs));
    base::Errors errors;
    text::Catalogue spoken;
    const bool can_say = read_texts(texts, interface_texts, spoken, errors);
    auto instrument_read = instrument::read(instrument);
    if (!instrument_read) {
        errors.insert(errors.end(), instrument_read.error().begin(), instrument_read.error().end());
    }
    if (!errors.empty()) {
        append_problems(problems, can_say ? spoken : text::Catalogue(), errors);
        return nullptr;
    }
    app->model_.texts = std::move(spoken);
    app->model_.instrument = std::move(*instrument_read);
    app->model_.session = answers::begin(app->model_.instrument);
    return app;
}

bool App::speak(std::string_view texts, std::string_view interface_texts, std::string& problems) {
    base::Errors errors;
    text::Catalogue spoken;
    read_texts(texts, interface_texts, spoken, errors);
    if (!errors.empty()) {
        append_problems(problems, model_.texts, errors);
        return false;
    }
    model_.texts = std::move(spoken);
    say_problems();
    stale_ = true;
    return true;
}

// Problems are kept as such and said again when the language changes.
void App::say_problems() {
    model_.refused = refusals(model_, refused_, Places::kLeaveOut);
    model_.carried = carried(model_, stored_.response.carried);
    model_.link.sentences = link_.refused.empty()
                                ? carried(model_, link_.response.carried)
                                : refusals(model_, link_.refused, Places::kLeaveOut);
    model_.file.sentences = file_.refused.empty()
                                ? carried(model_, file_.response.carried)
                                : refusals(model_, file_.refused, Places::kInclude);
    model_.compare_refused = refusals(model_, compare_refused_, Places::kLeaveOut);
}

void App::fact(std::string_view key, std::string_view value) {
    Facts& facts = model_.facts;
    if (key == "today") facts.today = value;
    if (key == "civil_today") facts.civil_today = base::parse_date(value);
    if (key == "earlier_date") facts.earlier_date = value;
    if (key == "draft_date") facts.draft_date = value;
    if (key == "saved") {
        facts.saved = value == "yes" ? Saved::kYes : value == "no" ? Saved::kNo : Saved::kUnknown;
    }
    if (key == "stored") facts.stored = stored_of(value);
    if (key == "canvas") facts.canvas_possible = value == "yes";
    if (key == "skin") facts.canvas_shown = value == "canvas";
    if (key == "shared") facts.shared = read_shared(value);
    if (key == "language_failed") facts.language_failed = value;
    if (key == "elsewhere") facts.elsewhere = elsewhere_of(value);
    if (key == "flow") facts.flow = coming_of(value);
    if (key == "flow_alone") facts.flow_alone = value == "yes";
    if (key == "reading") facts.reading = coming_of(value);
    if (key == "kept") facts.kept = value == "yes";
    if (key == "pipeline") keep_pipeline(value);
    if (key == "start") start_at(value);
    if (key == "file") {
        const bool large = value == "too_large";
        hold(base::fail(base::Error{large ? "error.file.too_large" : "error.file.unreadable",
                                    "",
                                    {{"most", std::to_string(kMostFileMegabytes)}}}),
             file_, model_.file);
    }
    if (key == "radius") {
        int pixels = 0;
        std::from_chars(value.data(), value.data() + value.size(), pixels);
        ui_.radius(static_cast<float>(pixels));
        diff_.invalidate();
    }
    if (key == "typeface") {
        ui_.forget_letters();
        diff_.invalidate();
    }
    if (key == "languages") facts.languages = read_languages(value);
    stale_ = true;
}

// Nobody has done anything yet, so nothing is kept of it; and who has a draft is asked first.
void App::start_at(std::string_view dimension) {
    if (model_.has_draft || model_.link.state != Offer::State::kNone) return;
    model_.session = answers::apply(model_.instrument, std::move(model_.session),
                                    answers::StartAt{model_.instrument.find_dimension(dimension)});
}

// What is no such thing, is nothing.
void App::keep_pipeline(std::string_view text) {
    std::string kept;
    if (const auto document = json::parse(text)) {
        base::Errors problems;
        kept = answers::read_pipeline(json::Reader(*document, problems));
        if (!problems.empty()) kept.clear();
    }
    if (kept != model_.session.pipeline) session_event(answers::KeepPipeline{std::move(kept)});
}

void App::palette(const ui::Palette& palette) {
    ui_.palette(palette);
    diff_.invalidate();
    stale_ = true;
}

void App::reset() {
    session_event(answers::Restart{});
    stale_ = true;
}

void App::show(const ui::View& view, std::vector<ui::Event> events, Commands& commands) {
    ui_.begin(view, std::move(events));
    pages::show(ui_, model_, commands);
    ui_.end();
}

void App::append_asks(std::string& message) {
    message += "\"do\":[";
    for (const std::string& what : asks_) {
        if (message.back() != '[') message += ',';
        json::append_string(message, what);
    }
    message += ']';
    asks_.clear();
}

// A page says what it asks for while it is shown. Were it painted at once, it would show the state
// before; so events meet a page that is only described, and the outcome is painted.
std::string App::frame(const ui::View& view) {
    const bool view_changed = !same_view(view, shown_);
    const bool same = !view_changed && !stale_ && same_pointer(view.pointer, shown_.pointer);
    if (same && events_.empty()) return {};
    Commands commands;
    if (!events_.empty()) {
        ui::View described = view;
        described.skin = ui::Skin::kDocument;
        bool only_asked = true;
        for (ui::Event& event : std::exchange(events_, {})) {
            show(described, {std::move(event)}, commands);
            for (const Command& command : commands) {
                carry_out(command);
                only_asked = only_asked && std::holds_alternative<Ask>(command);
            }
            commands.clear();
        }
        // What is asked of the page around changes nothing here until it answers, which it mostly does at once.
        if (same && only_asked && !asks_.empty()) {
            std::string message = "{";
            append_asks(message);
            return message + '}';
        }
    }
    if (view_changed) {
        if (view.skin != shown_.skin) diff_.reset();
        diff_.invalidate();
    }
    show(view, {}, commands);
    shown_ = view;
    stale_ = false;
    const bool changed = diff_.compare(ui_.nodes(), ui_.height());
    const std::string now_titled = title();
    const std::string now_written = writing(model_.texts);
    if (!changed && asks_.empty() && ui_.focus() == 0 && now_titled == title_ &&
        now_written == writing_) {
        return {};
    }

    std::string message = "{";
    diff_.write(message, ui_.draws());
    const auto comma = [&message] {
        if (message.back() != '{') message += ',';
    };
    if (ui_.focus() != 0) {
        comma();
        message += "\"focus\":" + std::to_string(ui_.focus());
    }
    if (now_titled != title_) {
        title_ = now_titled;
        comma();
        message += "\"title\":";
        json::append_string(message, title_);
    }
    if (now_written != writing_) {
        writing_ = now_written;
        comma();
        message += "\"writing\":" + writing_;
    }
    if (!asks_.empty()) {
        comma();
        append_asks(message);
    }
    message += '}';
    return message;
}

void App::session_event(const answers::Event& event) {
    const answers::Place before = model_.session.place;
    model_.session = answers::apply(model_.instrument, std::move(model_.session), event);
    const answers::Place& after = model_.session.place;
    const bool erased = std::holds_alternative<answers::Restart>(event);
    const bool compared = std::holds_alternative<answers::CompareWith>(event) ||
                          std::holds_alternative<answers::ForgetEarlier>(event);
    // A result that is compared with something else is a new one, and is read from its top.
    if (!(before == after) || compared) {
        ui_.focus_next_heading();
        model_.open.clear();
        compare_refused_.clear();
        if (after.screen == answers::Screen::kResult) score();
        if (after.screen == answers::Screen::kIntro && model_.has_draft) {
            stored_ = {
                {model_.session.response_id, model_.session.answers, {}, model_.session.pipeline},
                before,
                model_.session.earlier};
        }
    }
    if (model_.given && (erased || !(before == after))) {
        const json::Value* const to = model_.given->find("to");
        // Or it would be given again.
        asks_.push_back(to != nullptr ? to->string + ":left=" : "given:back=");
        model_.given.reset();
    }
    if (erased) {
        model_.has_draft = false;
        model_.read_on.reset();
        refused_.clear();
        model_.open.clear();
        model_.profile = {};
        model_.earlier_profile = {};
        model_.comparison = {};
        stored_ = {};
        link_ = file_ = {};
        model_.link = model_.file = {};
        model_.differing.clear();
    }
    say_problems();
    asks_.push_back(erased ? "erase" : "save");
}

bool App::give(std::string_view page, std::string& problems) {
    std::optional<json::Value> next;
    if (!page.empty()) {
        auto parsed = json::parse(page);
        if (!parsed) {
            append_problems(problems, model_.texts, parsed.error());
            return false;
        }
        next = std::move(*parsed);
    }
    if (next && next->find("on") != nullptr) {
        model_.read_on = std::move(next);
        stale_ = true;
        return true;
    }
    const auto id_of = [](const std::optional<json::Value>& of) {
        const json::Value* const id = of ? of->find("id") : nullptr;
        return id != nullptr ? id->string : std::string();
    };
    if (id_of(next) != id_of(model_.given))
        ui_.focus_next_heading();
    else if (next)
        pages::keep(*next, *model_.given);
    model_.given = std::move(next);
    stale_ = true;
    return true;
}

void App::score() {
    scoring::score(model_.instrument, model_.session.answers, model_.profile);
    plan::rank(model_.instrument, model_.session.answers, model_.profile, model_.plan);
    if (model_.session.earlier) {
        scoring::score(model_.instrument, model_.session.earlier->response.answers,
                       model_.earlier_profile);
        model_.comparison =
            scoring::compare(model_.instrument, model_.earlier_profile, model_.profile);
    }
    model_.can_link = !link().empty();
    model_.facts.shared = Shared::kNone;
}

void App::carry_out(const Command& command) {
    if (const auto* event = std::get_if<answers::Event>(&command)) {
        session_event(*event);
    } else if (const auto* toggle = std::get_if<Toggle>(&command)) {
        if (!model_.open.erase(toggle->panel)) model_.open.insert(toggle->panel);
    } else if (const auto* ask = std::get_if<Ask>(&command)) {
        asks_.push_back(ask->what);
    } else if (const auto* offered = std::get_if<OpenOffered>(&command)) {
        const bool from_file = offered->from == From::kFile;
        (from_file ? model_.file : model_.link) = {};
        session_event(answers::Load{(from_file ? file_ : link_).response});
    } else if (std::holds_alternative<LeaveFile>(command)) {
        model_.file = {};
    } else if (const auto* resume = std::get_if<ResumeDraft>(&command); model_.has_draft) {
        answers::Resume draft = stored_;
        if (resume->from == ResumeDraft::From::kFirstPage) {
            draft.place = {answers::Screen::kQuestions, 0, false};
        }
        session_event(draft);
    }
}

std::string App::title() const {
    return model_.say("ui.window_title", {{"page", pages::title(model_)},
                                          {"instrument", model_.say("instrument.title")}});
}

std::string App::link() const {
    return export_::link(model_.instrument, model_.session.answers, model_.session.pipeline)
        .value_or("");
}

std::string App::response() const {
    std::string out;
    answers::Response response;
    response.id = model_.session.response_id;
    response.answers = model_.session.answers;
    answers::append_response(out, model_.instrument, response);
    return out;
}

std::string App::state() const {
    static constexpr const char* kScreens[] = {"intro", "questions", "review", "result"};
    const answers::Progress progress = answers::progress(model_.instrument, model_.session);
    std::string out;
    json::Writer write(out);
    write.begin_object().key("answered").number(progress.done).key("of").number(progress.of);
    write.key("screen").string(kScreens[static_cast<int>(model_.session.place.screen)]);
    write.end_object();
    return out;
}

std::string App::draft() const {
    std::string out;
    answers::append_draft(out, model_.instrument, model_.session);
    return out;
}

std::string App::file(std::string_view format, std::string_view today) const {
    std::string out;
    const auto* const row = export_::find_format(format);
    const auto date = base::parse_date(today);
    if (row == nullptr || !date || model_.session.place.screen != answers::Screen::kResult) {
        return out;
    }
    row->write(out, {model_.subject(), model_.plan, *date, model_.session.response_id,
                     model_.session.pipeline});
    return out;
}

std::string App::profile() const {
    std::string out;
    if (model_.session.place.screen != answers::Screen::kResult) return out;
    export_::append_profile(out, model_.instrument, model_.session.response_id, model_.profile,
                            model_.plan);
    return out;
}

}  // namespace vgap::app
