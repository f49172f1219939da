#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using answers::AnswerState;
using instrument::Dimension;
using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;

namespace {

bool is_scored(const Question& question) {
    return question.kind == QuestionKind::kScale && !question.is_context &&
           question.dimension != kNone;
}

// Item with k ordered points, answer a: s = 100·a/(k-1), reverse-keyed 100 - s.
void score_items(const instrument::Instrument& instrument, const answers::Answers& answers,
                 Profile& profile) {
    const std::size_t count = instrument.questions.size();
    profile.room.item_of_question.assign(count, kNone);
    std::size_t items = 0;
    for (std::size_t q = 0; q < count; ++q) {
        const Question& question = instrument.questions[q];
        if (!is_scored(question)) continue;
        if (items == profile.items.size()) profile.items.emplace_back();
        ItemScore& item = profile.items[items];
        item = ItemScore{};
        item.question = static_cast<Index>(q);
        item.reachable = profile.reachable[q] != 0;
        item.state = answers[q].state;
        if (item.reachable && item.state == AnswerState::kAnswered) {
            item.score = base::quantised(answers::keyed_score(question, answers[q]));
        }
        profile.room.item_of_question[q] = static_cast<Index>(items++);
    }
    profile.items.resize(items);
}

// Every way of not answering leaves numerator and denominator. current = Σ w s / Σ w over answered
// items; bounds with every unanswered item at 0 and at 100.
void score_dimension(const instrument::Instrument& instrument, const Dimension& dimension,
                     const answers::Answers& answers, const Profile& profile,
                     DimensionScore& score) {
    double answered_weight = 0, reachable_weight = 0, sum = 0;
    score.answered = 0;
    score.items = 0;
    for (const Index q : dimension.items) {
        if (!profile.reachable[q]) continue;
        const Question& question = instrument.questions[q];
        ++score.items;
        reachable_weight += question.weight;
        if (answers[q].state != AnswerState::kAnswered) continue;
        ++score.answered;
        answered_weight += question.weight;
        sum += question.weight * answers::keyed_score(question, answers[q]);
    }
    score.answered_weight = answered_weight;
    score.exact_current = score.answered > 0 ? sum / answered_weight : 0;
    score.current.reset();
    score.sufficient = false;
    score.low = score.exact_low = 0;
    score.high = score.exact_high = 100;
    if (score.items == 0) return;
    const double unanswered_weight = reachable_weight - answered_weight;
    score.exact_low = sum / reachable_weight;
    score.exact_high = (sum + 100 * unanswered_weight) / reachable_weight;
    score.low = base::quantised(score.exact_low);
    score.high = base::quantised(score.exact_high);
    if (score.answered == 0) return;
    score.current = base::quantised(score.exact_current);
    score.sufficient = base::quantised(100 * answered_weight / reachable_weight) >=
                       instrument.minimum_answered_pct;
}

}  // namespace

void score_levels(const instrument::Instrument& instrument, const answers::Answers& answers,
                  Profile& profile) {
    score_items(instrument, answers, profile);
    profile.dimensions.resize(instrument.dimensions.size());
    for (std::size_t d = 0; d < instrument.dimensions.size(); ++d) {
        score_dimension(instrument, instrument.dimensions[d], answers, profile,
                        profile.dimensions[d]);
    }
}

double rise_of_one_point(const Question& question, const DimensionScore& score) {
    return question.weight * (100.0 / (question.points - 1)) / score.answered_weight;
}

}  // namespace vgap::scoring
