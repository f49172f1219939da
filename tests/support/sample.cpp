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
