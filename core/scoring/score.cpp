#include "core/scoring/score.hpp"

#include "core/answers/reach.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

void score(const instrument::Instrument& instrument, const answers::Answers& answers,
           Profile& profile) {
    answers::find_reachable(instrument, answers, profile.reachable);
    score_levels(instrument, answers, profile);
    score_required(instrument, answers, profile);
    score_index(instrument, profile);
    find_patterns(instrument, answers, profile);
    explain(instrument, answers, profile);
    measure_leverage(instrument, profile);
    find_smallest_change(instrument, answers, profile);
}

}  // namespace vgap::scoring
