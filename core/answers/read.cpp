#include "core/answers/read.hpp"

#include <algorithm>
#include <utility>

#include "core/answers/carry.hpp"
#include "core/answers/pipeline.hpp"
#include "core/base/utf8.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"

namespace vgap::answers {

using instrument::Index;
using instrument::Instrument;
using instrument::kNone;
using instrument::NoAnswers;
using instrument::Question;
using instrument::QuestionKind;
using json::Reader;

namespace {

constexpr std::size_t kBytesPerCodePoint = 4;
constexpr std::size_t kMostVersionBytes = 64;

bool allows(const NoAnswers& allowed, AnswerState state) {
    switch (state) {
        case AnswerState::kDontKnow:
            return allowed.dont_know;
        case AnswerState::kNotApplicable:
            return allowed.not_applicable;
        case AnswerState::kPreferNotToSay:
            return allowed.prefer_not_to_say;
        default:
            return false;
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        if (!list.empty()) list += ", ";
        list += word;
    }
    return list;
}

constexpr AnswerState kNoAnswerStates[] = {AnswerState::kDontKnow, AnswerState::kNotApplicable,
                                           AnswerState::kPreferNotToSay};

std::string list_allowed(const NoAnswers& allowed) {
    std::vector<std::string> words;
    for (const AnswerState state : kNoAnswerStates) {
        if (allows(allowed, state)) words.emplace_back(to_string(state));
    }
    return joined(words);
}

// {"no_answer": "dont_know"}
AnswerState read_no_answer(const Question& question, const Reader& reader) {
    reader.object({"no_answer"});
    const Reader at = reader.at("no_answer");
    const int which = at.one_of({"dont_know", "not_applicable", "prefer_not_to_say"});
    if (which < 0) return AnswerState::kSkipped;
    const AnswerState state = kNoAnswerStates[which];
    if (allows(question.no_answers, state)) return state;
    at.report(
        "error.response.no_answer_not_allowed",
        {{"found", std::string(to_string(state))}, {"allowed", list_allowed(question.no_answers)}});
    return AnswerState::kSkipped;
}

Index read_option(const Question& question, const Reader& reader) {
    const std::string option = reader.string();
    if (reader.value().kind != json::Kind::kString) return kNone;
    const auto found = std::find(question.options.begin(), question.options.end(), option);
    if (found != question.options.end()) {
        return static_cast<Index>(found - question.options.begin());
    }
    reader.report("error.response.unknown_option",
                  {{"found", json::excerpt(option)}, {"allowed", joined(question.options)}});
    return kNone;
}

void read_multiple(const Question& question, const Reader& reader, Answer& answer) {
    answer.selected.assign(question.options.size(), 0);
    for (const Reader& each : reader.elements()) {
        const Index option = read_option(question, each);
        if (option == kNone) continue;
        if (answer.selected[option]) {
            each.report("error.response.repeated_option", {{"found", question.options[option]}});
        }
        answer.selected[option] = 1;
    }
}

void read_text(const Question& question, const Reader& reader, Answer& answer) {
    const auto most = static_cast<std::size_t>(std::max(question.max_length, 0));
    answer.text = reader.string(std::string::npos);
    const std::size_t length = base::count_code_points(answer.text);
    if (length > most) {
        reader.report("error.response.text_too_long",
                      {{"found", std::to_string(length)}, {"most", std::to_string(most)}});
    }
    if (answer.text.empty()) answer.state = AnswerState::kSkipped;
}

Answer read_answer(const Question& question, const Reader& reader) {
    Answer answer;
    if (reader.value().kind == json::Kind::kNull) return answer;
    if (reader.value().kind == json::Kind::kObject) {
        answer.state = read_no_answer(question, reader);
        return answer;
    }
    answer.state = AnswerState::kAnswered;
    switch (question.kind) {
        case QuestionKind::kScale:
            answer.point = reader.whole(0, question.points - 1);
            break;
        case QuestionKind::kSingle:
            answer.point = static_cast<int>(read_option(question, reader));
            break;
        case QuestionKind::kMultiple:
            read_multiple(question, reader, answer);
            break;
        case QuestionKind::kNumber:
            answer.number = reader.number(question.least, question.most) + 0.0;  // never -0
            break;
        case QuestionKind::kText:
            read_text(question, reader, answer);
            break;
    }
    return answer;
}

// What a result pack says beside a response, so that it can be replayed: the engine, the instrument's version and hash.
void check_engine(const Reader& pack) {
    const Reader same = pack.at("instrument");
    if (same.value().kind == json::Kind::kObject) {
        for (const char* const key : {"version", "hash"}) {
            if (!same.has(key)) same.at(key).string();
        }
    }
    pack.at("engine").string(kMostVersionBytes);
}

void check_same(const Reader& reader, std::string_view expected, std::string_view code) {
    const std::string found = reader.string();
    if (reader.value().kind != json::Kind::kString || found == expected) return;
    reader.report(code, {{"found", json::excerpt(found)}, {"expected", std::string(expected)}});
}

}  // namespace

const Instrument& find_version(const Instrument& instrument, const Reader& reader) {
    if (!reader.object({"id", "version", "hash"})) return instrument;
    check_same(reader.at("id"), instrument.id, "error.response.other_instrument");
    const std::string& named = reader.at("version").value().string;
    const std::string& hash = reader.at("hash").value().string;
    const auto earlier =
        std::find_if(instrument.earlier_versions.begin(), instrument.earlier_versions.end(),
                     [&](const Instrument& each) {
                         return reader.has("version") ? each.version == named : each.hash == hash;
                     });
    const Instrument& version =
        earlier == instrument.earlier_versions.end() ? instrument : *earlier;
    if (reader.has("version")) {
        check_same(reader.at("version"), version.version, "error.response.other_version");
    }
    if (reader.has("hash")) {
        check_same(reader.at("hash"), version.hash, "error.response.other_hash");
    }
    return version;
}

void check_schema(const Reader& document, std::string_view expected, std::string_view code) {
    check_same(document.at("schema"), expected, code);
}

Answers read_answers(const Instrument& instrument, const Reader& reader) {
    Answers answers(instrument.questions.size());
    for (const auto& [id, each] : reader.members()) {
        const Index q = instrument.find_question(id);
        if (q == kNone) {
            each.report("error.response.unknown_question", {{"found", json::excerpt(id)}});
            continue;
        }
        answers[q] = read_answer(instrument.questions[q], each);
    }
    return answers;
}

Response read(const Instrument& instrument, const Reader& reader) {
    Response response;
    // A result pack (export/result_pack) holds a response, and by which engine it was scored.
    const json::Value* const schema = reader.value().find("schema");
    const bool is_pack = schema != nullptr && schema->string.starts_with("result_pack/");
    if (is_pack ? reader.object({"schema", "id", "engine", "instrument", "answers", "pipeline"})
                : reader.object({"schema", "id", "instrument", "answers"})) {
        if (is_pack) {
            check_schema(reader, "result_pack/1", "error.result_pack.other_schema");
            check_engine(reader);
            if (reader.has("pipeline")) response.pipeline = read_pipeline(reader.at("pipeline"));
        } else {
            check_schema(reader, "response/1", "error.response.other_schema");
        }
        if (reader.has("id")) response.id = reader.at("id").string(kMostIdBytes);
        const Instrument& version = find_version(instrument, reader.at("instrument"));
        Response carried = carry(instrument, version, read_answers(version, reader.at("answers")));
        carried.id = std::move(response.id);
        carried.pipeline = std::move(response.pipeline);
        response = std::move(carried);
    }
    return response;
}

base::Result<Response> read(const Instrument& instrument, const json::Value& document,
                            std::string pointer) {
    base::Errors problems;
    Response response = read(instrument, Reader(document, problems, std::move(pointer)));
    if (!problems.empty()) return base::fail(std::move(problems));
    return response;
}

base::Result<Response> read(const Instrument& instrument, std::string_view text) {
    base::Result<json::Value> document = json::parse(text);
    if (!document) return base::fail(std::move(document.error()));
    return read(instrument, *document);
}

bool is_possible(const Question& question, const Answer& answer) {
    if (answer.state == AnswerState::kSkipped) return true;
    if (answer.state != AnswerState::kAnswered) return allows(question.no_answers, answer.state);
    switch (question.kind) {
        case QuestionKind::kScale:
            return answer.point >= 0 && answer.point < question.points;
        case QuestionKind::kSingle:
            return answer.point >= 0 &&
                   static_cast<std::size_t>(answer.point) < question.options.size();
        case QuestionKind::kMultiple:
            return answer.selected.size() == question.options.size();
        case QuestionKind::kNumber:
            return answer.number >= question.least && answer.number <= question.most;
        case QuestionKind::kText:
            return !answer.text.empty() &&
                   answer.text.size() <=
                       kBytesPerCodePoint * static_cast<std::size_t>(question.max_length) &&
                   base::find_invalid_utf8(answer.text) == std::string_view::npos &&
                   base::count_code_points(answer.text) <=
                       static_cast<std::size_t>(question.max_length);
    }
    return false;
}

}  // namespace vgap::answers
