#include "core/answers/reach.hpp"

#include "core/answers/truth.hpp"
#include "core/base/fixed.hpp"

namespace vgap::answers {

using base::Tri;
using instrument::Condition;
using instrument::Index;
using instrument::Operator;
using instrument::Question;
using instrument::QuestionKind;

int keyed_point(const Question& question, const Answer& answer) {
    return question.reverse ? question.points - 1 - answer.point : answer.point;
}

double keyed_score(const Question& question, const Answer& answer) {
    return 100.0 * keyed_point(question, answer) / (question.points - 1);
}

Tri holds_question(const instrument::Instrument& instrument, const Condition& leaf,
                   const Answers& answers, const Reachable& reachable) {
    const Index subject = leaf.subject;
    if (subject >= answers.size() || !reachable[subject]) return Tri::kUnknown;
    const Answer& answer = answers[subject];
    if (answer.state != AnswerState::kAnswered) return Tri::kUnknown;
    const Question& question = instrument.questions[subject];
    switch (leaf.op) {
        case Operator::kItemBelow:
            return base::tri(base::quantised(keyed_score(question, answer)) < leaf.threshold);
        case Operator::kItemAtLeast:
            return base::tri(base::quantised(keyed_score(question, answer)) >= leaf.threshold);
        case Operator::kContextEquals:
            if (question.kind == QuestionKind::kMultiple) {
                return base::tri(leaf.option < answer.selected.size() &&
                                 answer.selected[leaf.option] != 0);
            }
            return base::tri(static_cast<Index>(answer.point) == leaf.option);
        case Operator::kContextBelow:
            return base::tri(answer.number < leaf.threshold);
        case Operator::kContextAtLeast:
            return base::tri(answer.number >= leaf.threshold);
        default:
            return Tri::kUnknown;
    }
}

void find_reachable(const instrument::Instrument& instrument, const Answers& answers,
                    Reachable& reachable) {
    reachable.assign(instrument.questions.size(), 0);
    const auto leaf = [&](const Condition& condition) {
        return holds_question(instrument, condition, answers, reachable);
    };
    for (const instrument::Page& page : instrument.pages) {
        if (page.conditional && truth(page.when, leaf) != Tri::kTrue) continue;
        for (const Index q : page.questions) {
            const Question& question = instrument.questions[q];
            if (!question.conditional || truth(question.when, leaf) == Tri::kTrue) reachable[q] = 1;
        }
    }
}

}  // namespace vgap::answers
