#include <algorithm>

#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

// The index falls by 100·W_d·min(gap_d, rise) / Σ W·required when an answered item moves up one
// point. Which questions are reachable is held as it is.
void measure_leverage(const instrument::Instrument& instrument, Profile& profile) {
    if (!profile.index) return;  // score_levels left every leverage empty
    const double factor = index_per_gap(profile);
    for (ItemScore& item : profile.items) {
        if (!item.score) continue;
        const instrument::Question& question = instrument.questions[item.question];
        const DimensionScore& score = profile.dimensions[question.dimension];
        if (!score.sufficient) continue;
        const double rise = *item.score < 100 ? rise_of_one_point(question, score) : 0.0;
        const double weight = instrument.dimensions[question.dimension].weight;
        item.leverage = base::quantised(weight * std::min(score.exact_gap, rise) * factor);
    }
}

}  // namespace vgap::scoring
