#include <algorithm>

#include "core/answers/reach.hpp"
#include "core/answers/truth.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using base::Tri;

// required = clamp(base + Σ of the rules that hold, 0, 100). A rule that is unknown does not hold,
// but keeps its state, so that the result can say what was not asked or not answered.
void score_required(const instrument::Instrument& instrument, const answers::Answers& answers,
                    Profile& profile) {
    const auto leaf = [&](const instrument::Condition& condition) {
        return answers::holds_question(instrument, condition, answers, profile.reachable);
    };
    for (std::size_t d = 0; d < instrument.dimensions.size(); ++d) {
        const instrument::Dimension& dimension = instrument.dimensions[d];
        DimensionScore& score = profile.dimensions[d];
        score.rules.resize(dimension.rules.size());
        double required = dimension.required_base;
        for (std::size_t r = 0; r < dimension.rules.size(); ++r) {
            score.rules[r].held = answers::truth(dimension.rules[r].when, leaf);
            if (score.rules[r].held == Tri::kTrue) required += dimension.rules[r].add;
        }
        score.required = base::quantised(std::clamp(required, 0.0, 100.0));

        score.gap.reset();
        score.surplus.reset();
        score.exact_gap = 0;
        if (!score.sufficient) continue;
        const std::int64_t missing =
            base::to_billionths(score.required) - base::to_billionths(*score.current);
        score.gap = base::from_billionths(std::max<std::int64_t>(missing, 0));
        score.surplus = base::from_billionths(std::max<std::int64_t>(-missing, 0));
        score.exact_gap = std::max(0.0, score.required - score.exact_current);
    }
}

}  // namespace vgap::scoring
