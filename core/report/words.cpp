#include "core/report/words.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/display.hpp"

namespace vgap::report {

namespace {

using answers::Answer;
using answers::AnswerState;
using instrument::Index;
using instrument::Question;
using instrument::QuestionKind;

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

std::string option_key(const Question& question, std::size_t option) {
    return "question." + question.id + ".option." + question.options[option];
}

// "a group of 26 to 60 people": an instrument may word its context options for a sentence.
std::string phrase(const Subject& subject, std::string_view id) {
    const Index index = subject.instrument.find_question(id);
    if (index == instrument::kNone) return {};
    const Question& asked = subject.instrument.questions[index];
    const Answer& answer = subject.answers[index];
    if (asked.kind != QuestionKind::kSingle || answer.state != AnswerState::kAnswered) return {};
    const std::string key = option_key(asked, static_cast<std::size_t>(answer.point)) + ".phrase";
    return subject.texts.has(key) ? subject.texts.say(key) : std::string();
}

// The instrument's own sentence, whose placeholders are the ids of context questions and {share};
// empty when it has none, or when one of those questions has no answer that can stand in it.
std::string own_sentence(const Subject& subject, const std::string& share) {
    constexpr std::string_view kId = "instrument.result";
    const auto& messages = subject.texts.messages();
    const auto message = std::find_if(messages.begin(), messages.end(),
                                      [&](const text::Message& one) { return one.id == kId; });
    if (message == messages.end()) return {};
    const std::vector<std::string_view> names = text::placeholders(message->text);
    std::vector<std::string> phrases;
    phrases.reserve(names.size());  // the arguments point into it
    std::vector<text::Arg> arguments;
    for (const std::string_view name : names) {
        phrases.push_back(name == "share" ? share : phrase(subject, name));
        if (phrases.back().empty()) return {};
        arguments.emplace_back(name, phrases.back());
    }
    return subject.texts.say(kId, arguments);
}

// The dimension with the largest part of the index.
struct Largest {
    Index dimension = instrument::kNone;
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

// The questions that a condition looks at, each once.
void questions_of(const instrument::Condition& condition, std::vector<Index>& questions) {
    if (condition.subject != instrument::kNone &&
        std::find(questions.begin(), questions.end(), condition.subject) == questions.end()) {
        questions.push_back(condition.subject);
    }
    for (const instrument::Condition& child : condition.children) questions_of(child, questions);
}

}  // namespace

std::string answer_text(const Subject& subject, Index index) {
    return answer_text(subject, subject.answers, index);
}

std::string answer_text(const Subject& subject, const answers::Answers& answers, Index index) {
    const Question& question = subject.instrument.questions[index];
    const Answer& answer = answers[index];
    const text::Catalogue& texts = subject.texts;
    if (answer.state != AnswerState::kAnswered) return {};
    switch (question.kind) {
        case QuestionKind::kScale: {
            const std::string point =
                "question." + question.id + ".point." + std::to_string(answer.point);
            std::string text = texts.say(point + ".label");
            if (texts.has(point + ".anchor")) text += ". " + texts.say(point + ".anchor");
            return text;
        }
        case QuestionKind::kSingle:
            return texts.say(option_key(question, static_cast<std::size_t>(answer.point)) +
                             ".label");
        case QuestionKind::kMultiple: {
            std::string text;
            for (std::size_t at = 0; at < answer.selected.size(); ++at) {
                if (answer.selected[at] == 0) continue;
                if (!text.empty()) text += ", ";
                text += texts.say(option_key(question, at) + ".label");
            }
            return text;
        }
        case QuestionKind::kNumber:
            return texts.say("ui.number", {{"value", answer.number}});
        case QuestionKind::kText:
            return text::display_text(answer.text);
    }
    return {};
}

std::string headline(const Subject& subject) {
    const double index = *subject.profile.index;
    const Largest most = largest(subject.profile);
    const text::Catalogue& texts = subject.texts;
    if (most.dimension == instrument::kNone) return texts.say("ui.result.none_missing");
    const std::string share = texts.say(share_words(index));
    std::string text = own_sentence(subject, share);
    if (text.empty()) text = texts.say("ui.result.say_plain", {{"share", share}});
    const std::string& id = subject.instrument.dimensions[most.dimension].id;
    return text + ' ' +
           texts.say(most.share > index / 2 ? "ui.result.most_of_it" : "ui.result.largest_part",
                     {{"dimension", texts.say("dimension." + id + ".name")}});
}

// "Rarely" and "Four to ten" say nothing without their question.
std::string evidence_text(const Subject& subject, const scoring::PatternState::Evidence& evidence) {
    const text::Catalogue& texts = subject.texts;
    if (evidence.is_dimension) {
        const std::string& id = subject.instrument.dimensions[evidence.subject].id;
        const auto& current = subject.profile.dimensions[evidence.subject].current;
        return texts.say("ui.patterns.level",
                         {{"dimension", texts.say("dimension." + id + ".name")},
                          {"current", rounded(current.value_or(0))}});
    }
    const std::string& id = subject.instrument.questions[evidence.subject].id;
    return texts.say("ui.patterns.said", {{"question", texts.say("question." + id + ".ask")},
                                          {"answer", answer_text(subject, evidence.subject)}});
}

std::string rule_text(const Subject& subject, const instrument::Rule& rule) {
    const text::Catalogue& texts = subject.texts;
    std::vector<Index> questions;
    questions_of(rule.when, questions);
    std::string answers;
    for (const Index question : questions) {
        const std::string answer = answer_text(subject, question);
        if (answer.empty()) continue;
        answers += answers.empty() ? "" : ", ";
        answers += texts.say("ui.reasons.quoted", {{"answer", answer}});
    }
    std::string why = texts.say(rule.add < 0 ? "ui.reasons.rule_less" : "ui.reasons.rule",
                                {{"add", rule.add < 0 ? -rule.add : rule.add},
                                 {"why", texts.say("rule." + rule.id + ".why")}});
    if (answers.empty()) return why;
    return why + " " + texts.say("ui.reasons.said", {{"answers", answers}});
}

std::string value_text(const text::Catalogue& texts, const chart::Value& value) {
    if (value.kind == chart::Value::Kind::kMessage) return texts.say(value.message);
    if (value.kind == chart::Value::Kind::kName) return text::display_line(value.message);
    const int whole = rounded(value.number);
    if (value.kind == chart::Value::Kind::kChange && whole != 0) {
        return texts.say(whole > 0 ? "chart.change_more" : "chart.change_less",
                         {{"value", whole > 0 ? whole : -whole}});
    }
    return texts.say("ui.number", {{"value", whole}});
}

std::string sentence_text(const text::Catalogue& texts, const chart::Sentence& sentence) {
    std::vector<std::string> said;
    said.reserve(sentence.arguments.size());  // the arguments point into it
    std::vector<text::Arg> arguments;
    for (const chart::Argument& argument : sentence.arguments) {
        using chart::Value;
        if (argument.value.kind == Value::Kind::kNumber ||
            argument.value.kind == Value::Kind::kChange) {
            arguments.emplace_back(argument.name, rounded(argument.value.number));
        } else {
            said.push_back(value_text(texts, argument.value));
            arguments.emplace_back(argument.name, said.back());
        }
    }
    return texts.say(sentence.message, arguments);
}

std::string label_at(const Subject& subject, Index item, int steps) {
    const Question& question = subject.instrument.questions[item];
    const int point = subject.answers[item].point + (question.reverse ? -steps : steps);
    return subject.texts.say("question." + question.id + ".point." + std::to_string(point) +
                             ".label");
}

std::vector<const scoring::ItemScore*> best_steps(const scoring::Profile& profile,
                                                  std::size_t most) {
    std::vector<const scoring::ItemScore*> best;
    for (const scoring::ItemScore& item : profile.items) {
        if (item.leverage.value_or(0) > 0) best.push_back(&item);
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const auto* a, const auto* b) { return *a->leverage > *b->leverage; });
    best.resize(std::min(best.size(), most));
    return best;
}

}  // namespace vgap::report
