// Leverage and the smallest change against what scoring the moved answers gives.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/reach.hpp"
#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

using answers::Answers;
using instrument::Instrument;

constexpr double kRounding = 2e-9;

// varied() without skip logic, so that moving an answer changes nothing but its score.
const Instrument& plain() {
    static const Instrument kPlain = [] {
        Instrument copy = sample::varied();
        for (instrument::Question& question : copy.questions) question.conditional = false;
        return copy;
    }();
    return kPlain;
}

bool move_up(const Instrument& instrument, Answers& answers, Index q) {
    const instrument::Question& question = instrument.questions[q];
    if (answers[q].state != answers::AnswerState::kAnswered) return false;
    if (answers::keyed_point(question, answers[q]) == question.points - 1) return false;
    answers[q].point += question.reverse ? -1 : 1;
    return true;
}

TEST(Leverage, IsTheFallOfTheIndexWhenTheAnswerMovesOnePointUp) {
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        const Answers answers = sample::random_answers(plain(), seed);
        const Profile profile = sample::scored(plain(), answers);
        for (const ItemScore& item : profile.items) {
            const DimensionScore& dimension =
                profile.dimensions[plain().questions[item.question].dimension];
            if (!profile.index || !item.score || !dimension.sufficient) {
                ASSERT_EQ(item.leverage, std::nullopt);
                continue;
            }
            Answers moved = answers;
            const bool can = move_up(plain(), moved, item.question);
            const double fall = can ? *profile.index - *sample::scored(plain(), moved).index : 0;
            ASSERT_NEAR(*item.leverage, fall, kRounding) << seed;
            ASSERT_GE(*item.leverage, 0);
        }
    }
}

// All ways to move up to `moves` points: the lowest index that so many moves can reach.
double lowest(const Answers& answers, std::size_t from, int moves) {
    double best = *sample::scored(plain(), answers).index;
    if (moves == 0) return best;
    for (std::size_t q = from; q < answers.size(); ++q) {
        if (plain().questions[q].is_context) continue;
        Answers moved = answers;
        if (!move_up(plain(), moved, static_cast<Index>(q))) continue;
        best = std::min(best, lowest(moved, q, moves - 1));
    }
    return best;
}

TEST(SmallestChange, NeedsAsFewMovesAsTryingAllOfThem) {
    int checked = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const Answers answers = sample::random_answers(plain(), seed);
        const Profile profile = sample::scored(plain(), answers);
        if (!profile.index || profile.band == 0) {
            EXPECT_FALSE(profile.smallest_change.has_value());
            continue;
        }
        ASSERT_TRUE(profile.smallest_change.has_value());
        const SmallestChange& change = *profile.smallest_change;
        ASSERT_TRUE(change.possible);
        EXPECT_TRUE(change.exact);
        int moves = 0;
        Answers moved = answers;
        for (const instrument::Move& move : change.moves) {
            for (int point = 0; point < move.points; ++point) {
                ASSERT_TRUE(move_up(plain(), moved, move.item));
            }
            moves += move.points;
        }
        const double edge = plain().bands[profile.band - 1].below;
        EXPECT_NEAR(*sample::scored(plain(), moved).index, change.index, kRounding);
        EXPECT_LT(change.index, edge);
        EXPECT_LT(change.to_band, profile.band);
        if (moves > 4) continue;  // all of them would be too many to try
        EXPECT_GE(lowest(answers, 0, moves - 1), edge) << seed;
        ++checked;
    }
    EXPECT_GT(checked, 100);
}

TEST(SmallestChange, SaysWhenAMovedItemSteersSkipLogic) {
    const auto& varied = sample::varied();
    const Answers answers = sample::answers(varied, {{"z1", 0}, {"z2", 2}, {"y1", 3}, {"y2", 0}});
    const Profile profile = sample::scored(varied, answers);
    ASSERT_TRUE(profile.smallest_change.has_value() || profile.band == 0);
    const auto steering = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 50, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'd', 'kind': 'scale', 'points': 2,
                   'when': {'all': [{'not': {'item': 'i', 'below': 75}}]}}],
        'pages': [{'id': 'p', 'questions': ['i', 'j']}], 'patterns': [], 'actions': []})");
    const Profile one = sample::scored(steering, sample::answers(steering, {{"i", 0}}));
    ASSERT_TRUE(one.smallest_change.has_value());
    EXPECT_FALSE(one.smallest_change->exact);
    ASSERT_EQ(one.smallest_change->moves.size(), 1u);
    EXPECT_EQ(one.smallest_change->moves[0].points, 2);  // index 100, 50, 0
    EXPECT_EQ(steering.bands[one.smallest_change->to_band].id, "on_pace");
}

TEST(SmallestChange, BreaksTiesInTheInstrumentsOrder) {
    const auto even = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'e', 'weight': 1, 'required': {'base': 90, 'rules': []}},
                       {'id': 'd', 'weight': 1, 'required': {'base': 90, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'e', 'kind': 'scale', 'points': 5}],
        'pages': [{'id': 'p', 'questions': ['j', 'i']}], 'patterns': [], 'actions': []})");
    const Profile profile = sample::scored(even, sample::answers(even, {{"i", 2}, {"j", 2}}));
    ASSERT_TRUE(profile.smallest_change.has_value());  // 44.4 to under 25: two moves
    ASSERT_EQ(profile.smallest_change->moves.size(), 2u);
    const Profile low = sample::scored(even, sample::answers(even, {{"i", 2}, {"j", 3}}));
    ASSERT_TRUE(low.smallest_change.has_value());  // 30.6: one move of i or of j, i stands first
    ASSERT_EQ(low.smallest_change->moves.size(), 1u);
    EXPECT_EQ(even.questions[low.smallest_change->moves[0].item].id, "i");
}

}  // namespace
}  // namespace vgap::scoring
