#include "core/plan/rank.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::plan {
namespace {

using answers::Answers;
using instrument::Instrument;

Plan planned(const Instrument& instrument, const Answers& answers, int most = 3) {
    Plan plan;
    rank(instrument, answers, sample::scored(instrument, answers), plan, most);
    return plan;
}

std::string ids(const Instrument& instrument, const Plan& plan) {
    std::string out;
    for (const PlannedAction& each : plan) out += instrument.actions[each.action].id + " ";
    return out;
}

// The definition, word by word and slowly: apply the moves to the answers and score again.
struct Slow {
    const Instrument& instrument;
    Answers answers;

    double index() const { return *sample::scored(instrument, answers).index; }

    Answers moved(const instrument::Action& action) const {
        Answers result = answers;
        for (const instrument::Move& move : action.moves) {
            const instrument::Question& question = instrument.questions[move.item];
            answers::Answer& answer = result[move.item];
            if (answer.state != answers::AnswerState::kAnswered) continue;
            const int left = question.points - 1 - answers::keyed_point(question, answer);
            answer.point += (question.reverse ? -1 : 1) * std::min(move.points, left);
        }
        return result;
    }

    double closes(const instrument::Action& action) const {
        const Slow after{instrument, moved(action)};
        return base::quantised(index() - after.index());
    }
};

bool is_eligible(const instrument::Action& action, const scoring::Profile& profile) {
    return std::any_of(action.dimensions.begin(), action.dimensions.end(),
                       [&](auto d) {
                           return profile.dimensions[d].gap && *profile.dimensions[d].gap > 0;
                       }) ||
           std::any_of(action.patterns.begin(), action.patterns.end(),
                       [&](auto p) { return profile.patterns[p].found == base::Tri::kTrue; });
}

TEST(Rank, ChoosesAsRescoringTheMovedAnswersWould) {
    Instrument plain = sample::varied();
    for (instrument::Question& question : plain.questions) question.conditional = false;
    int compared = 0;
    for (std::uint32_t seed = 0; seed < 600; ++seed) {
        const Answers answers = sample::random_answers(plain, seed);
        const scoring::Profile profile = sample::scored(plain, answers);
        if (!profile.index) continue;
        Slow slow{plain, answers};
        std::map<instrument::Horizon, int> places;
        std::vector<bool> chosen(plain.actions.size());
        for (const PlannedAction& step : planned(plain, answers, 2)) {
            // No other eligible action closes more a day.
            const instrument::Action& action = plain.actions[step.action];
            ASSERT_NEAR(step.closes, slow.closes(action), 3e-9) << seed;
            ASSERT_TRUE(is_eligible(action, profile));
            ASSERT_LT(places[action.horizon]++, 2);
            ASSERT_FALSE(chosen[step.action]);
            for (std::size_t a = 0; a < plain.actions.size(); ++a) {
                const instrument::Action& other = plain.actions[a];
                if (chosen[a] || !is_eligible(other, profile)) continue;
                if (places[other.horizon] >= 2 && other.horizon != action.horizon) continue;
                ASSERT_GE(step.closes / action.effort_days + 1e-7,
                          slow.closes(other) / other.effort_days)
                    << seed;
            }
            chosen[step.action] = true;
            slow.answers = slow.moved(action);
            ++compared;
        }
        // And nothing that would close something was left while there was a place.
        for (std::size_t a = 0; a < plain.actions.size(); ++a) {
            const instrument::Action& other = plain.actions[a];
            if (chosen[a] || !is_eligible(other, profile) || places[other.horizon] >= 2) continue;
            ASSERT_LT(slow.closes(other), 3e-9) << seed;
        }
    }
    EXPECT_GT(compared, 500);
}

TEST(Rank, TakesAnActionThatClosesNothingOnlyForAFoundPatternAndLast) {
    const auto& small = sample::small();
    answers::Answers answers = sample::answers(small, {{"a", 1}, {"b", 4}, {"c", 1}, {"d", 0}});
    answers::Answer& people = answers[sample::question(small, "people")];
    people = sample::point(0);
    people.number = 5;
    EXPECT_EQ(ids(small, planned(small, answers)), "lift_b lift_a talk ");
    EXPECT_EQ(ids(small, planned(small, answers, 1)), "lift_b lift_a ");
    answers[sample::question(small, "c")] = sample::point(2);  // the pattern is not found
    EXPECT_EQ(ids(small, planned(small, answers)), "lift_b lift_a ");
}

TEST(Rank, IsEmptyWithoutAGapAndWithoutAPattern) {
    const auto& small = sample::small();
    EXPECT_TRUE(planned(small, sample::answers(small, {{"a", 4}, {"b", 0}})).empty());
    EXPECT_TRUE(planned(small, Answers(small.questions.size())).empty());
}

TEST(Rank, BreaksTiesByIdWhateverTheOrderOfTheFile) {
    const auto instrument = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 90, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'k', 'dimension': 'd', 'kind': 'scale', 'points': 5}],
        'pages': [{'id': 'p', 'questions': ['i', 'j', 'k']}], 'patterns': [],
        'actions': [
            {'id': 'b', 'horizon': 'week', 'effort_days': 1, 'targets': {'dimensions': ['d']},
             'moves': [{'item': 'i', 'points': 1}]},
            {'id': 'a', 'horizon': 'week', 'effort_days': 2, 'targets': {'dimensions': ['d']},
             'moves': [{'item': 'j', 'points': 2}]},
            {'id': 'c', 'horizon': 'week', 'effort_days': 3, 'targets': {'dimensions': ['d']},
             'moves': [{'item': 'k', 'points': 3}]}]})");
    const Answers answers = sample::answers(instrument, {{"i", 0}, {"j", 0}, {"k", 0}});
    EXPECT_EQ(ids(instrument, planned(instrument, answers)), "a b c ");
}

TEST(Rank, SeesATieThatRoundingWouldHide) {
    // b closes 9.259259259... in a quarter of a day, a 37.037037037... in one: the same per day.
    const auto instrument = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 90, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'k', 'dimension': 'd', 'kind': 'scale', 'points': 5}],
        'pages': [{'id': 'p', 'questions': ['i', 'j', 'k']}], 'patterns': [],
        'actions': [
            {'id': 'b', 'horizon': 'week', 'effort_days': 0.25, 'targets': {'dimensions': ['d']},
             'moves': [{'item': 'i', 'points': 1}]},
            {'id': 'a', 'horizon': 'week', 'effort_days': 1, 'targets': {'dimensions': ['d']},
             'moves': [{'item': 'j', 'points': 4}]}]})");
    const Answers answers = sample::answers(instrument, {{"i", 0}, {"j", 0}, {"k", 0}});
    EXPECT_EQ(ids(instrument, planned(instrument, answers)), "a b ");
}

TEST(Rank, GivesTheSameWithAUsedRoom) {
    Room room;
    Plan plan;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const auto& varied = sample::varied();
        const Answers answers = sample::random_answers(varied, seed);
        rank(varied, answers, sample::scored(varied, answers), plan, room);
        EXPECT_EQ(ids(varied, plan), ids(varied, planned(varied, answers)));
        const auto& small = sample::small();
        rank(small, Answers(small.questions.size()),
             sample::scored(small, Answers(small.questions.size())), plan, room);
        EXPECT_TRUE(plan.empty());
    }
}

}  // namespace
}  // namespace vgap::plan
