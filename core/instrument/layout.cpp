#include "core/instrument/layout.hpp"

#include "core/json/write.hpp"

namespace vgap::instrument {

namespace {

void write_options(json::Writer& write, const Question& question) {
    write.key("options").begin_array();
    for (const std::string& option : question.options) write.string(option);
    write.end_array();
}

void write_no_answers(json::Writer& write, const NoAnswers& may) {
    if (!may.dont_know && !may.not_applicable && !may.prefer_not_to_say) return;
    write.key("no_answers").begin_array();
    if (may.dont_know) write.string("dont_know");
    if (may.not_applicable) write.string("not_applicable");
    if (may.prefer_not_to_say) write.string("prefer_not_to_say");
    write.end_array();
}

void append_question(std::string& out, const Question& question) {
    json::Writer write(out);
    write.begin_object();
    write.key("id").string(question.id);
    write.key("kind").string(to_string(question.kind));
    switch (question.kind) {
        case QuestionKind::kScale:
            write.key("points").number(question.points);
            break;
        case QuestionKind::kSingle:
        case QuestionKind::kMultiple:
            write_options(write, question);
            break;
        case QuestionKind::kNumber:
            write.key("least").number(question.least);
            write.key("most").number(question.most);
            break;
        case QuestionKind::kText:
            write.key("max_length").number(question.max_length);
            break;
    }
    write_no_answers(write, question.no_answers);
    write.end_object();
}

}  // namespace

void append_layout(std::string& out, const Instrument& instrument) {
    out += "{\"version\":";
    json::append_string(out, instrument.version);
    out += ",\"hash\":";
    json::append_string(out, instrument.hash);
    out += ",\"questions\":[";
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
        out += q == 0 ? "\n  " : ",\n  ";
        append_question(out, instrument.questions[q]);
    }
    out += "\n]}";
}

}  // namespace vgap::instrument
