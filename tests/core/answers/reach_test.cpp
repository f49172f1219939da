#include "core/answers/reach.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

std::string reached(const instrument::Instrument& instrument, const Answers& answers) {
    Reachable reachable;
    find_reachable(instrument, answers, reachable);
    std::string ids;
    for (std::size_t q = 0; q < reachable.size(); ++q) {
        if (reachable[q]) ids += instrument.questions[q].id + " ";
    }
    return ids;
}

TEST(Reach, AsksConditionalPagesAndQuestionsOnlyWhenTheirConditionIsTrue) {
    const auto& instrument = sample::small();
    Answers answers = sample::answers(instrument, {{"a", 1}});
    EXPECT_EQ(reached(instrument, answers), "size tracks people note a b ");
    Answer& people = answers[sample::question(instrument, "people")];
    people = sample::point(0);
    people.number = 2;
    EXPECT_EQ(reached(instrument, answers), "size tracks people note a b c ");
    answers[sample::question(instrument, "c")] = sample::point(1);
    EXPECT_EQ(reached(instrument, answers), "size tracks people note a b c d ");
    people.number = 1;  // the page goes, and with it the answer to c that d rests on
    EXPECT_EQ(reached(instrument, answers), "size tracks people note a b ");
}

TEST(Reach, TakesALaterQuestionForUnknown) {
    const auto instrument = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 50, 'rules': []}}],
        'items': [
            {'id': 'a', 'dimension': 'd', 'kind': 'scale', 'points': 2,
             'when': {'item': 'b', 'at_least': 0}},
            {'id': 'b', 'dimension': 'd', 'kind': 'scale', 'points': 2}],
        'pages': [{'id': 'p', 'questions': ['a', 'b']}], 'patterns': [], 'actions': []})");
    EXPECT_EQ(reached(instrument, sample::answers(instrument, {{"a", 1}, {"b", 1}})), "b ");
}

TEST(Reach, KeysScoresInTheBetterDirection) {
    const auto& instrument = sample::small();
    const auto& a = instrument.questions[sample::question(instrument, "a")];
    const auto& b = instrument.questions[sample::question(instrument, "b")];
    EXPECT_EQ(keyed_score(a, sample::point(1)), 25);
    EXPECT_EQ(keyed_score(b, sample::point(1)), 75);
    EXPECT_EQ(keyed_point(a, sample::point(1)), 1);
    EXPECT_EQ(keyed_point(b, sample::point(1)), 3);
}

TEST(Reach, LeavesAboutContextKnowTheKindOfQuestion) {
    const auto& instrument = sample::small();
    Answers answers(instrument.questions.size());
    Reachable reachable;
    find_reachable(instrument, answers, reachable);
    instrument::Condition leaf;
    leaf.op = instrument::Operator::kContextEquals;
    leaf.subject = sample::question(instrument, "tracks");
    leaf.option = 1;
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kUnknown);
    Answer& tracks = answers[leaf.subject];
    tracks.state = AnswerState::kAnswered;
    tracks.selected = {1, 0, 1};
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kFalse);
    leaf.option = 2;
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kTrue);

    leaf.subject = sample::question(instrument, "people");
    answers[leaf.subject] = sample::point(0);
    answers[leaf.subject].number = 10;
    leaf.threshold = 10;
    leaf.op = instrument::Operator::kContextBelow;
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kFalse);
    leaf.op = instrument::Operator::kContextAtLeast;
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kTrue);
    answers[leaf.subject] = sample::not_answered(AnswerState::kDontKnow);
    EXPECT_EQ(holds_question(instrument, leaf, answers, reachable), base::Tri::kUnknown);
}

}  // namespace
}  // namespace vgap::answers
