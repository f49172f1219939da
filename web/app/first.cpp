#include "web/app/first.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/answers/write.hpp"
#include "core/json/parse.hpp"
#include "core/json/write.hpp"
#include "web/app/app.hpp"

namespace vgap::app {

namespace {

using answers::Place;
using instrument::Condition;
using instrument::Index;
using instrument::Instrument;
using instrument::Operator;
using ui::Event;
using ui::Node;
using ui::NodeId;
using ui::Role;
using ui::Verb;

using Path = std::vector<Event>;  // from a new App to a screen

constexpr std::size_t kMostScreens = 3;  // intro, context, first page of items

struct Turn {
    NodeId button = 0;
    std::size_t screen = 0;
};

struct Screen {
    Path path;
    Place place;
    std::vector<Turn> turns;
};

bool is_choice(const Node& node) {
    return node.role == Role::kRadio || node.role == Role::kCheckbox;
}

// ---- What hangs on answers ----------------------------------------------------------------------

bool looks_at(const Instrument& instrument, const Condition& condition, Index last_page) {
    for (const Condition& child : condition.children) {
        if (looks_at(instrument, child, last_page)) return true;
    }
    if (condition.subject == instrument::kNone) return false;
    // A dimension has items on many pages.
    if (condition.op == Operator::kDimensionBelow) return true;
    if (condition.op == Operator::kDimensionAtLeast) return true;
    return instrument.questions[condition.subject].page <= last_page;
}

// Whether any of the first pages hangs on an answer given up to last_page.
bool any_looks_at(const Instrument& instrument, std::size_t pages, Index last_page) {
    for (std::size_t p = 0; p < pages; ++p) {
        const instrument::Page& page = instrument.pages[p];
        if (page.conditional && looks_at(instrument, page.when, last_page)) return true;
        for (const Index q : page.questions) {
            const instrument::Question& question = instrument.questions[q];
            if (question.conditional && looks_at(instrument, question.when, last_page)) return true;
        }
    }
    return false;
}

// What is typed only the engine can judge.
bool takes_typing(const Instrument& instrument, Index page) {
    const std::vector<Index>& questions = instrument.pages[page].questions;
    return std::any_of(questions.begin(), questions.end(), [&](Index q) {
        const instrument::QuestionKind kind = instrument.questions[q].kind;
        return kind == instrument::QuestionKind::kNumber || kind == instrument::QuestionKind::kText;
    });
}

// ---- The screens, and what is pressed to come to them -------------------------------------------

// The questions that stand on the screen, in the order of their groups.
std::vector<Index> asked_on(const App& app) {
    const answers::State& session = app.model().session;
    std::vector<Index> out;
    if (session.place.screen != answers::Screen::kQuestions) return out;
    for (const Index q : app.model().instrument.pages[session.place.page].questions) {
        if (session.reachable[q] != 0) out.push_back(q);
    }
    return out;
}

std::string frame(App& app) {
    ui::View view;
    view.skin = ui::Skin::kDocument;
    return app.frame(view);
}

class FirstScreens {
  public:
    FirstScreens(ui::GlyphSource& glyphs, const FirstFiles& files)
        : glyphs_(glyphs), files_(files) {}

    bool find(std::string& problems);
    void append(std::string& out) const;

  private:
    std::unique_ptr<App> begin(std::string& problems) const;
    std::unique_ptr<App> at(const Path& path) const;
    void find_turns(std::size_t number);
    std::size_t number_of(const Path& path, const Place& place, const Instrument& instrument);

    void append_screen(std::string& out, const Screen& screen) const;
    void append_counted(std::string& out) const;
    void append_as_document(std::string& out) const;

    ui::GlyphSource& glyphs_;
    FirstFiles files_;
    std::vector<Screen> screens_;
};

std::unique_ptr<App> FirstScreens::begin(std::string& problems) const {
    auto app =
        App::create(glyphs_, files_.instrument, files_.texts, files_.interface_texts, problems);
    if (app) app->fact("languages", files_.languages);
    return app;
}

// A new App after these events.
std::unique_ptr<App> FirstScreens::at(const Path& path) const {
    std::string problems;
    auto app = begin(problems);
    for (const Event& event : path) app->event(event);
    frame(*app);
    return app;
}

bool FirstScreens::find(std::string& problems) {
    const auto app = begin(problems);
    if (!app) return false;
    screens_.push_back({{}, app->model().session.place, {}});
    for (std::size_t number = 0; number < screens_.size(); ++number) find_turns(number);
    return true;
}

// A button turns the page when the place is another one after it.
void FirstScreens::find_turns(std::size_t number) {
    const auto described = at(screens_[number].path);
    for (const Node& node : described->ui().nodes()) {
        if (node.role != Role::kButton) continue;
        Path path = screens_[number].path;
        path.push_back({node.id, Verb::kPress, ""});
        const auto pressed = at(path);
        const Place& place = pressed->model().session.place;
        if (place == screens_[number].place) continue;
        const std::size_t turned = number_of(path, place, pressed->model().instrument);
        if (turned < screens_.size()) screens_[number].turns.push_back({node.id, turned});
    }
}

// A place that may be shown is one of the screens from here on; for any other, their count.
std::size_t FirstScreens::number_of(const Path& path, const Place& place,
                                    const Instrument& instrument) {
    for (std::size_t number = 0; number < screens_.size(); ++number) {
        if (screens_[number].place == place) return number;
    }
    const std::size_t next = screens_.size();
    if (next < kMostScreens && place.screen == answers::Screen::kQuestions &&
        !takes_typing(instrument, place.page) &&
        !any_looks_at(instrument, place.page + 1, place.page)) {
        screens_.push_back({path, place, {}});
    }
    return next;
}

// ---- As JSON ------------------------------------------------------------------------------------

void append_node(std::string& out, const Node& node, std::string_view answer = {}) {
    if (out.back() == '}') out += ',';
    ui::write_node(out, node, false);
    if (answer.empty()) return;
    out.back() = ',';
    out += "\"a\":";
    out += answer;
    out += '}';
}

// The nodes that say something else than before, but for what the person did.
void append_told(std::string& out, const std::vector<Node>& before, const std::vector<Node>& now) {
    for (std::size_t at = 0; at < now.size(); ++at) {
        if (is_choice(now[at])) continue;
        if (now[at].name == before[at].name && now[at].value == before[at].value) continue;
        append_node(out, now[at]);
    }
}

// A question's name; or the answer that a choice gives, found by giving it to a new App.
std::string answer_of(App& app, const Node& node, const instrument::Question& question) {
    std::string out;
    if (node.role == Role::kGroup) {
        json::append_string(out, question.id);
        return out;
    }
    app.event({node.id, Verb::kChoose, ""});
    frame(app);
    const auto response = json::parse(app.response());
    const json::Value* answer = response->find("answers")->find(question.id);
    if (node.role == Role::kCheckbox) answer = &answer->elements[0];
    json::append_canonical(out, *answer);
    return out;
}

void FirstScreens::append_screen(std::string& out, const Screen& screen) const {
    std::string problems;
    const auto app = begin(problems);
    for (const Event& event : screen.path) app->event(event);
    const auto message = json::parse(frame(*app));
    const std::vector<Node> nodes = app->ui().nodes();
    const Instrument& instrument = app->model().instrument;
    const std::vector<Index> asked = asked_on(*app);
    out += "{\"nodes\":[";
    auto question = asked.begin();
    for (const Node& node : nodes) {
        if (node.role == Role::kGroup && question != asked.end()) {
            append_node(out, node, answer_of(*app, node, instrument.questions[*question++]));
        } else if (is_choice(node)) {
            append_node(out, node,
                        answer_of(*at(screen.path), node, instrument.questions[*(question - 1)]));
        } else {
            append_node(out, node);
        }
    }
    out += "],\"title\":";
    json::append_canonical(out, *message->find("title"));
    const auto heading = std::find_if(nodes.begin(), nodes.end(),
                                      [](const Node& node) { return node.role == Role::kHeading; });
    if (heading != nodes.end()) out += ",\"focus\":" + std::to_string(heading->id);
    out += ",\"turns\":{";
    for (const Turn& turn : screen.turns) {
        if (out.back() != '{') out += ',';
        json::append_string(out, std::to_string(turn.button));
        out += ':' + std::to_string(turn.screen);
    }
    out += "}}";
}

// What is told besides the answer itself when one question more is answered, whichever it is: a list of nodes for each.
void FirstScreens::append_counted(std::string& out) const {
    const auto app = at({});
    const Instrument& instrument = app->model().instrument;
    const Screen& last = screens_.back();
    if (last.place.screen != answers::Screen::kQuestions) return;
    if (any_looks_at(instrument, instrument.pages.size(), last.place.page)) return;
    for (const Event& turn : last.path) {
        app->event(turn);
        frame(*app);
        bool answered = true;  // the group that is being looked at
        for (const Node& node : std::vector<Node>(app->ui().nodes())) {
            if (node.role == Role::kGroup) answered = false;
            if (answered || !is_choice(node)) continue;
            answered = true;
            const std::vector<Node> before = app->ui().nodes();
            app->event({node.id, Verb::kChoose, ""});
            frame(*app);
            if (out.back() == ']') out += ',';
            out += '[';
            append_told(out, before, app->ui().nodes());
            out += ']';
        }
    }
}

// What else is told to a reader who has chosen the document.
void FirstScreens::append_as_document(std::string& out) const {
    const auto app = at({});
    const std::vector<Node> before = app->ui().nodes();
    app->fact("skin", "document");
    frame(*app);
    append_told(out, before, app->ui().nodes());
}

void FirstScreens::append(std::string& out) const {
    std::string problems;
    const auto app = begin(problems);
    const auto message = json::parse(frame(*app));
    json::Writer write(out);
    write.begin_object();
    write.key("schema").string("first_screens/1");
    write.key("instrument");
    answers::write_instrument(write, app->model().instrument);
    out += ",\"writing\":";
    json::append_canonical(out, *message->find("writing"));
    out += ",\"screens\":[";
    for (const Screen& screen : screens_) {
        if (out.back() == '}') out += ',';
        append_screen(out, screen);
    }
    out += "],\"counted\":[";
    append_counted(out);
    out += "],\"as_document\":[";
    append_as_document(out);
    out += "]}";
}

}  // namespace

bool append_first_screens(std::string& out, ui::GlyphSource& glyphs, const FirstFiles& files,
                          std::string& problems) {
    FirstScreens screens(glyphs, files);
    if (!screens.find(problems)) return false;
    screens.append(out);
    return true;
}

}  // namespace vgap::app
