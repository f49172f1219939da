#include <algorithm>
#include <array>

#include "core/instrument/read.hpp"
#include "core/instrument/read_parts.hpp"
#include "core/json/pointer.hpp"

namespace vgap::instrument {

namespace {

constexpr double kMostNumber = 1e9;
constexpr int kMostLength = 10'000;

// Fields that only some kinds have, and who has them.
struct KindField {
    std::string_view name;
    bool (*belongs)(const Question& question);
};

bool is_scale(const Question& question) {
    return question.kind == QuestionKind::kScale;
}
bool is_scored(const Question& question) {
    return is_scale(question) && !question.is_context;
}
bool is_number(const Question& question) {
    return question.kind == QuestionKind::kNumber;
}
bool is_text(const Question& question) {
    return question.kind == QuestionKind::kText;
}
bool is_choice(const Question& question) {
    return question.kind == QuestionKind::kSingle || question.kind == QuestionKind::kMultiple;
}

constexpr std::array<KindField, 8> kKindFields = {{{"points", is_scale},
                                                   {"dimension", is_scored},
                                                   {"weight", is_scored},
                                                   {"reverse", is_scored},
                                                   {"options", is_choice},
                                                   {"least", is_number},
                                                   {"most", is_number},
                                                   {"max_length", is_text}}};

void read_scored(const json::Reader& entry, const Reading& reading, Question& question) {
    question.dimension =
        reading.dimensions.find(entry.at("dimension"), "error.instrument.unknown_dimension");
    if (entry.has("weight")) question.weight = entry.at("weight").number(kLeastWeight, kMostWeight);
    if (entry.has("reverse")) question.reverse = entry.at("reverse").boolean();
}

void read_options(const json::Reader& entry, Question& question) {
    const std::size_t least = question.kind == QuestionKind::kSingle ? 2 : 1;
    for (const json::Reader& option : entry.at("options").elements(least, kMostOptions)) {
        option.identifier();  // reports a wrong form; the option stays known to conditions
        const std::string& id = option.value().string;
        if (std::find(question.options.begin(), question.options.end(), id) !=
            question.options.end()) {
            option.report("error.instrument.repeated", {{"id", json::excerpt(id)}});
            continue;
        }
        question.options.push_back(id);
    }
}

void read_range(const json::Reader& entry, Question& question) {
    question.least = entry.at("least").number(-kMostNumber, kMostNumber);
    question.most = entry.at("most").number(-kMostNumber, kMostNumber);
    check_order(entry);
}

void read_no_answers(const json::Reader& reader, NoAnswers& no_answers) {
    for (const json::Reader& each : reader.elements(0, 3)) {
        bool* flag = nullptr;
        switch (each.one_of({"dont_know", "not_applicable", "prefer_not_to_say"})) {
            case 0:
                flag = &no_answers.dont_know;
                break;
            case 1:
                flag = &no_answers.not_applicable;
                break;
            case 2:
                flag = &no_answers.prefer_not_to_say;
                break;
            default:
                continue;
        }
        if (*flag) each.report("error.instrument.repeated", {{"id", each.value().string}});
        *flag = true;
    }
}

// The kind, and the fields that it does not have.
bool read_kind(const json::Reader& entry, Question& question) {
    const json::Reader kind = entry.at("kind");
    const int which = kind.one_of({"scale", "single", "multiple", "number", "text"});
    if (which < 0) return false;
    question.kind = static_cast<QuestionKind>(which);
    for (const KindField& field : kKindFields) {
        if (!entry.has(field.name) || field.belongs(question)) continue;
        entry.at(field.name)
            .report(question.is_context && field.belongs == is_scored
                        ? "error.instrument.context_not_scored"
                        : "error.instrument.field_of_other_kind",
                    {{"field", std::string(field.name)}, {"kind", kind.value().string}});
    }
    return true;
}

// What an answer can be.
void read_form(const json::Reader& entry, Question& question) {
    switch (question.kind) {
        case QuestionKind::kScale:
            question.points = entry.at("points").whole(2, kMostPoints);
            break;
        case QuestionKind::kSingle:
        case QuestionKind::kMultiple:
            read_options(entry, question);
            break;
        case QuestionKind::kNumber:
            read_range(entry, question);
            break;
        case QuestionKind::kText:
            question.max_length = entry.at("max_length").whole(1, kMostLength);
            break;
    }
}

}  // namespace

void check_order(const json::Reader& range) {
    const json::Reader least = range.at("least"), most = range.at("most");
    if (least.value().kind == json::Kind::kNumber && most.value().kind == json::Kind::kNumber &&
        least.value().number > most.value().number) {
        most.report("error.instrument.least_above_most");
    }
}

std::string read_source(const json::Reader& entry, const Reading& reading) {
    if (!entry.has("source")) return {};
    const json::Reader source = entry.at("source");
    const Index found = reading.sources.find(source, "error.instrument.unknown_source");
    return found == kNone ? std::string() : source.value().string;
}

void read_question(const json::Reader& entry, const Reading& reading, Question& question) {
    if (!entry.object({"id", "kind", "points", "dimension", "weight", "reverse", "options", "least",
                       "most", "max_length", "no_answers", "when", "source"})) {
        return;
    }
    if (entry.has("no_answers")) read_no_answers(entry.at("no_answers"), question.no_answers);
    question.source = read_source(entry, reading);

    if (!read_kind(entry, question)) return;
    read_form(entry, question);
    if (question.kind == QuestionKind::kScale && !question.is_context) {
        read_scored(entry, reading, question);
    }
}

void read_earlier_question(const json::Reader& entry, Question& question) {
    if (!entry.object(
            {"id", "kind", "points", "options", "least", "most", "max_length", "no_answers"})) {
        return;
    }
    if (entry.has("no_answers")) read_no_answers(entry.at("no_answers"), question.no_answers);
    if (read_kind(entry, question)) read_form(entry, question);
}

}  // namespace vgap::instrument
