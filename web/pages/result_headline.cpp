#include <algorithm>

#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

// A share in words: people remember "about a third" and mistrust a decimal.
std::string_view share_words(double index) {
    struct Step {
        double below;
        std::string_view id;
    };
    static constexpr Step kSteps[] = {
        {3, "ui.share.nothing"},     {7.5, "ui.share.twentieth"},
        {13, "ui.share.tenth"},      {18, "ui.share.sixth"},
        {22.5, "ui.share.fifth"},    {29, "ui.share.quarter"},
        {36.5, "ui.share.third"},    {45, "ui.share.two_fifths"},
        {55, "ui.share.half"},       {63, "ui.share.three_fifths"},
        {71, "ui.share.two_thirds"}, {80, "ui.share.three_quarters"},
        {93, "ui.share.most"},       {101, "ui.share.nearly_all"},
    };
    for (const Step& step : kSteps) {
        if (index < step.below) return step.id;
    }
    return kSteps[0].id;
}

// "a group of 26 to 60 people": an instrument may word its context options for a sentence.
std::string phrase(const app::Model& model, std::string_view question) {
    const instrument::Index index = model.instrument.find_question(question);
    if (index == instrument::kNone) return {};
    const instrument::Question& asked = model.instrument.questions[index];
    const answers::Answer& answer = model.session.answers[index];
    if (asked.kind != instrument::QuestionKind::kSingle ||
        answer.state != answers::AnswerState::kAnswered) {
        return {};
    }
    const std::string key = "question." + asked.id + ".option." +
                            asked.options[static_cast<std::size_t>(answer.point)] + ".phrase";
    return model.texts.has(key) ? model.say(key) : std::string();
}

// The instrument's own sentence, whose placeholders are the ids of context questions and {share};
// empty when it has none, or when one of those questions has no answer that can stand in it.
std::string own_sentence(const app::Model& model, const std::string& share) {
    constexpr std::string_view kId = "instrument.result";
    const auto& messages = model.texts.messages();
    const auto message = std::find_if(messages.begin(), messages.end(),
                                      [&](const text::Message& one) { return one.id == kId; });
    if (message == messages.end()) return {};
    const std::vector<std::string_view> names = text::placeholders(message->text);
    std::vector<std::string> phrases;
    phrases.reserve(names.size());  // the arguments point into it
    std::vector<text::Arg> arguments;
    for (const std::string_view name : names) {
        phrases.push_back(name == "share" ? share : phrase(model, name));
        if (phrases.back().empty()) return {};
        arguments.emplace_back(name, phrases.back());
    }
    return model.texts.say(kId, arguments);
}

// The dimension with the largest part of the index, and whether that is more than half of it.
struct Largest {
    instrument::Index dimension = instrument::kNone;
    double share = 0;
};

Largest largest(const scoring::Profile& profile) {
    Largest most;
    for (const scoring::Node& node : profile.explanation) {
        if (node.kind == scoring::NodeKind::kDimension && node.value > most.share) {
            most = {node.subject, node.value};
        }
    }
    return most;
}

void sentence(ui::Ui& ui, const app::Model& model) {
    const double index = *model.profile.index;
    const Largest most = largest(model.profile);
    std::string text;
    if (most.dimension == instrument::kNone) {
        text = model.say("ui.result.none_missing");
    } else {
        const std::string share = model.say(share_words(index));
        text = own_sentence(model, share);
        if (text.empty()) text = model.say("ui.result.say_plain", {{"share", share}});
        const std::string& id = model.instrument.dimensions[most.dimension].id;
        text += ' ';
        text +=
            model.say(most.share > index / 2 ? "ui.result.most_of_it" : "ui.result.largest_part",
                      {{"dimension", model.say("dimension." + id + ".name")}});
    }
    ui.text("say", ui::Style::kSay, text);
}

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

}  // namespace

void headline(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("headline");
    const scoring::Profile& profile = model.profile;
    ui.text("meta", ui::Style::kMeta, model.say("ui.result.meta", {{"date", model.facts.today}}));
    ui.heading("title", 1, ui::Style::kHeading, model.say("ui.result.title"));
    if (!profile.index) {
        answer_first(ui, model, commands);
        return;
    }
    const instrument::Band& band = model.instrument.bands[profile.band];
    ui.hero("hero", std::to_string(rounded(*profile.index)), model.say("ui.result.unit"),
            model.say("band." + band.id + ".name"), profile.band == 0);
    sentence(ui, model);
    if (profile.index_low != profile.index_high) {
        ui.text("bounds", ui::Style::kSmall,
                model.say("ui.result.bounds", {{"low", rounded(profile.index_low)},
                                               {"high", rounded(profile.index_high)}}));
    }
}

}  // namespace vgap::pages
