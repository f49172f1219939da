#include <algorithm>

#include "core/answers/reach.hpp"
#include "core/answers/truth.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using base::Tri;
using instrument::Condition;
using instrument::Operator;

namespace {

bool is_about_dimension(const Condition& leaf) {
    return leaf.op == Operator::kDimensionBelow || leaf.op == Operator::kDimensionAtLeast;
}

struct Facts {
    const instrument::Instrument& instrument;
    const answers::Answers& answers;
    const Profile& profile;

    Tri operator()(const Condition& leaf) const {
        if (!is_about_dimension(leaf)) {
            return answers::holds_question(instrument, leaf, answers, profile.reachable);
        }
        const DimensionScore& score = profile.dimensions[leaf.subject];
        if (!score.sufficient) return Tri::kUnknown;
        const bool below = *score.current < leaf.threshold;
        return base::tri(leaf.op == Operator::kDimensionBelow ? below : !below);
    }
};

// The leaves without which the condition would not have this truth: of a true `all` every child, of
// a true `any` the true children, of a `not` whatever made its child false; and so on downwards.
void gather(const Condition& condition, Tri wanted, const Facts& facts,
            std::vector<PatternState::Evidence>& evidence) {
    switch (condition.op) {
        case Operator::kAll:
        case Operator::kAny:
            for (const Condition& child : condition.children) {
                if (answers::truth(child, facts) == wanted) {
                    gather(child, wanted, facts, evidence);
                }
            }
            return;
        case Operator::kNot:
            for (const Condition& child : condition.children) {
                gather(child, base::negation(wanted), facts, evidence);
            }
            return;
        default:
            break;
    }
    const bool is_dimension = is_about_dimension(condition);
    const auto same = [&](const PatternState::Evidence& e) {
        return e.is_dimension == is_dimension && e.subject == condition.subject;
    };
    if (std::none_of(evidence.begin(), evidence.end(), same)) {
        evidence.push_back({is_dimension, condition.subject});
    }
}

}  // namespace

void find_patterns(const instrument::Instrument& instrument, const answers::Answers& answers,
                   Profile& profile) {
    const Facts facts{instrument, answers, profile};
    profile.patterns.resize(instrument.patterns.size());
    for (std::size_t p = 0; p < instrument.patterns.size(); ++p) {
        const Condition& when = instrument.patterns[p].when;
        PatternState& state = profile.patterns[p];
        state.found = answers::truth(when, facts);
        state.evidence.clear();
        if (state.found == Tri::kTrue) gather(when, Tri::kTrue, facts, state.evidence);
    }
}

}  // namespace vgap::scoring
