#include "core/answers/write.hpp"

namespace vgap::answers {

using instrument::Instrument;
using instrument::Question;
using instrument::QuestionKind;
using json::Writer;

namespace {

void write_answer(Writer& write, const Question& question, const Answer& answer) {
    if (answer.state != AnswerState::kAnswered) {
        write.begin_object().key("no_answer").string(to_string(answer.state)).end_object();
        return;
    }
    switch (question.kind) {
        case QuestionKind::kScale:
            write.number(answer.point);
            break;
        case QuestionKind::kSingle:
            write.string(question.options[static_cast<std::size_t>(answer.point)]);
            break;
        case QuestionKind::kMultiple:
            write.begin_array();
            for (std::size_t option = 0; option < answer.selected.size(); ++option) {
                if (answer.selected[option]) write.string(question.options[option]);
            }
            write.end_array();
            break;
        case QuestionKind::kNumber:
            write.number(answer.number);
            break;
        case QuestionKind::kText:
            write.string(answer.text);
            break;
    }
}

}  // namespace

void write_instrument(Writer& write, const Instrument& instrument) {
    write.begin_object();
    write.key("id").string(instrument.id);
    write.key("version").string(instrument.version);
    write.key("hash").string(instrument.hash);
    write.end_object();
}

void write_answers(Writer& write, const Instrument& instrument, const Answers& answers) {
    write.begin_object();
    for (std::size_t q = 0; q < answers.size(); ++q) {
        if (answers[q].state == AnswerState::kSkipped) continue;
        write.key(instrument.questions[q].id);
        write_answer(write, instrument.questions[q], answers[q]);
    }
    write.end_object();
}

void write_response(Writer& write, const Instrument& instrument, const Response& response) {
    write.begin_object();
    write.key("schema").string("response/1");
    if (!response.id.empty()) write.key("id").string(response.id);
    write.key("instrument");
    write_instrument(write, instrument);
    write.key("answers");
    write_answers(write, instrument, response.answers);
    write.end_object();
}

void append_response(std::string& out, const Instrument& instrument, const Response& response) {
    Writer write(out);
    write_response(write, instrument, response);
}

}  // namespace vgap::answers
