#include "tests/support/sample.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/export/profile_json.hpp"
#include "core/instrument/read.hpp"
#include "core/scoring/score.hpp"

namespace vgap::sample {

using answers::Answer;
using answers::Answers;
using answers::AnswerState;
using instrument::Index;
using instrument::Instrument;

Instrument instrument(std::string_view json) {
    std::string text(json);
    std::replace(text.begin(), text.end(), '\'', '"');
    base::Result<Instrument> result = instrument::read(text);
    if (!result) {
        for (const base::Error& error : result.error()) {
            std::fprintf(stderr, "%s at %s\n", error.code.c_str(), error.where.c_str());
            for (const base::Argument& argument : error.arguments) {
                std::fprintf(stderr, "  %s = %s\n", argument.name.c_str(), argument.value.c_str());
            }
        }
        std::abort();
    }
    return *result;
}

const Instrument& small() {
    static const Instrument kSmall = instrument(R"({
        'schema': 'instrument/1', 'id': 'small', 'version': '1.0.0', 'languages': ['en'],
        'context': [
            {'id': 'size', 'kind': 'single', 'options': ['few', 'many'],
             'no_answers': ['prefer_not_to_say']},
            {'id': 'tracks', 'kind': 'multiple', 'options': ['manager', 'expert', 'project']},
            {'id': 'people', 'kind': 'number', 'least': 0, 'most': 1000},
            {'id': 'note', 'kind': 'text', 'max_length': 5}],
        'dimensions': [
            {'id': 'first', 'weight': 1, 'required': {'base': 60, 'rules': [
                {'id': 'first_many', 'when': {'context': 'size', 'equals': 'many'}, 'add': 20}]}},
            {'id': 'second', 'weight': 3, 'required': {'base': 50, 'rules': []}}],
        'items': [
            {'id': 'a', 'dimension': 'first', 'kind': 'scale', 'points': 5,
             'no_answers': ['dont_know', 'not_applicable']},
            {'id': 'b', 'dimension': 'first', 'kind': 'scale', 'points': 5, 'reverse': true,
             'weight': 3},
            {'id': 'c', 'dimension': 'second', 'kind': 'scale', 'points': 3},
            {'id': 'd', 'dimension': 'second', 'kind': 'scale', 'points': 3,
             'when': {'item': 'c', 'at_least': 50}}],
        'pages': [
            {'id': 'context', 'questions': ['size', 'tracks', 'people', 'note']},
            {'id': 'first', 'questions': ['a', 'b']},
            {'id': 'second', 'questions': ['c', 'd'],
             'when': {'not': {'context': 'people', 'below': 2}}}],
        'patterns': [
            {'id': 'weak', 'when': {'all': [
                {'dimension': 'first', 'below': 50},
                {'any': [{'item': 'a', 'below': 50}, {'context': 'tracks', 'equals': 'expert'}]},
                {'not': {'item': 'c', 'at_least': 100}}]}}],
        'actions': [
            {'id': 'lift_b', 'horizon': 'week', 'effort_days': 1,
             'targets': {'dimensions': ['first'], 'patterns': []},
             'moves': [{'item': 'b', 'points': 2}]},
            {'id': 'lift_a', 'horizon': 'month', 'effort_days': 0.5,
             'targets': {'dimensions': ['first'], 'patterns': ['weak']},
             'moves': [{'item': 'a', 'points': 1}]},
            {'id': 'talk', 'horizon': 'week', 'effort_days': 0.1,
             'targets': {'dimensions': [], 'patterns': ['weak']}, 'moves': []}]
    })");
    return kSmall;
}

const Instrument& varied() {
    static const Instrument kVaried = instrument(R"({
        'schema': 'instrument/1', 'id': 'varied', 'version': '1.0.0', 'languages': ['en'],
        'context': [{'id': 'size', 'kind': 'single', 'options': ['few', 'some', 'many']}],
        'dimensions': [
            {'id': 'x', 'weight': 1, 'required': {'base': 40.5, 'rules': [
                {'id': 'x_many', 'when': {'context': 'size', 'equals': 'many'}, 'add': 90},
                {'id': 'x_few', 'when': {'context': 'size', 'equals': 'few'}, 'add': -90}]}},
            {'id': 'y', 'weight': 2.5, 'required': {'base': 70, 'rules': []}},
            {'id': 'z', 'weight': 0.7, 'required': {'base': 33.3, 'rules': [
                {'id': 'z_some', 'when': {'not': {'context': 'size', 'equals': 'some'}},
                 'add': 12.1}]}}],
        'items': [
            {'id': 'x1', 'dimension': 'x', 'kind': 'scale', 'points': 4},
            {'id': 'x2', 'dimension': 'x', 'kind': 'scale', 'points': 7, 'reverse': true,
             'no_answers': ['dont_know']},
            {'id': 'x3', 'dimension': 'x', 'kind': 'scale', 'points': 2, 'weight': 0.3},
            {'id': 'y1', 'dimension': 'y', 'kind': 'scale', 'points': 4, 'weight': 3},
            {'id': 'y2', 'dimension': 'y', 'kind': 'scale', 'points': 4, 'weight': 1.7,
             'reverse': true},
            {'id': 'z1', 'dimension': 'z', 'kind': 'scale', 'points': 5},
            {'id': 'z2', 'dimension': 'z', 'kind': 'scale', 'points': 3,
             'when': {'item': 'z1', 'below': 60}}],
        'pages': [
            {'id': 'p', 'questions': ['size', 'x1', 'x2', 'x3']},
            {'id': 'q', 'questions': ['y1', 'y2', 'z1', 'z2']}],
        'patterns': [{'id': 'low_x', 'when': {'dimension': 'x', 'below': 50}}],
        'actions': [
            {'id': 'a1', 'horizon': 'week', 'effort_days': 1, 'targets': {'dimensions': ['x']},
             'moves': [{'item': 'x1', 'points': 1}, {'item': 'x2', 'points': 3}]},
            {'id': 'a2', 'horizon': 'week', 'effort_days': 2, 'targets': {'dimensions': ['x', 'y']},
             'moves': [{'item': 'x1', 'points': 3}, {'item': 'y1', 'points': 1}]},
            {'id': 'a3', 'horizon': 'week', 'effort_days': 0.5, 'targets': {'dimensions': ['y']},
             'moves': [{'item': 'y2', 'points': 1}]},
            {'id': 'a4', 'horizon': 'week', 'effort_days': 0.5, 'targets': {'dimensions': ['y']},
             'moves': [{'item': 'y2', 'points': 2}]},
            {'id': 'a5', 'horizon': 'month', 'effort_days': 3,
             'targets': {'dimensions': ['z'], 'patterns': ['low_x']},
             'moves': [{'item': 'z1', 'points': 1}, {'item': 'x3', 'points': 1}]},
            {'id': 'a6', 'horizon': 'month', 'effort_days': 1, 'targets': {'patterns': ['low_x']},
             'moves': [{'item': 'y1', 'points': 2}]}]
    })");
    return kVaried;
}

Answers random_answers(const Instrument& instrument, std::uint32_t seed) {
    std::uint32_t random = seed * 2654435761u + 12345u;
    const auto below = [&](std::size_t limit) {
        random = random * 1664525u + 1013904223u;
        return static_cast<int>((random >> 8) % static_cast<std::uint32_t>(limit));
    };
    Answers answers(instrument.questions.size());
    for (std::size_t q = 0; q < answers.size(); ++q) {
        const instrument::Question& question = instrument.questions[q];
        if (below(7) == 0) continue;
        switch (question.kind) {
            case instrument::QuestionKind::kScale:
                answers[q] = point(below(static_cast<std::size_t>(question.points)));
                break;
            case instrument::QuestionKind::kSingle:
                answers[q] = point(below(question.options.size()));
                break;
            case instrument::QuestionKind::kMultiple:
                answers[q].state = AnswerState::kAnswered;
                for (std::size_t at = 0; at < question.options.size(); ++at) {
                    answers[q].selected.push_back(static_cast<std::uint8_t>(below(2)));
                }
                break;
            case instrument::QuestionKind::kNumber:
                answers[q].state = AnswerState::kAnswered;
                answers[q].number =
                    question.least +
                    below(static_cast<std::size_t>(question.most - question.least) + 1);
                break;
            case instrument::QuestionKind::kText:
                answers[q].state = AnswerState::kAnswered;
                answers[q].text = std::string(1, static_cast<char>('a' + below(26)));
                break;
        }
    }
    return answers;
}

Index question(const Instrument& instrument, std::string_view id) {
    const Index q = instrument.find_question(id);
    if (q == instrument::kNone) {
        std::fprintf(stderr, "no question %.*s\n", static_cast<int>(id.size()), id.data());
        std::abort();
    }
    return q;
}

Answer point(int point) {
    Answer answer;
    answer.state = AnswerState::kAnswered;
    answer.point = point;
    return answer;
}

Answer not_answered(AnswerState state) {
    Answer answer;
    answer.state = state;
    return answer;
}

Answers answers(const Instrument& instrument,
                std::initializer_list<std::pair<std::string_view, int>> points) {
    Answers answers(instrument.questions.size());
    for (const auto& [id, value] : points) answers[question(instrument, id)] = point(value);
    return answers;
}

scoring::Profile scored(const Instrument& instrument, const Answers& answers) {
    scoring::Profile profile;
    scoring::score(instrument, answers, profile);
    return profile;
}

std::string profile_json(const Instrument& instrument, const Answers& answers,
                         std::string_view response_id) {
    const scoring::Profile profile = scored(instrument, answers);
    plan::Plan plan;
    plan::rank(instrument, answers, profile, plan);
    std::string out;
    export_::append_profile(out, instrument, response_id, profile, plan);
    return out;
}

std::string file(const std::string& path) {
    std::FILE* const opened = std::fopen(path.c_str(), "rb");
    if (opened == nullptr) return {};
    std::string text;
    char piece[4096];
    for (std::size_t got = 0; (got = std::fread(piece, 1, sizeof piece, opened)) > 0;) {
        text.append(piece, got);
    }
    std::fclose(opened);
    return text;
}

}  // namespace vgap::sample
