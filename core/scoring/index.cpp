#include <algorithm>

#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using instrument::kNone;

namespace {

// Unanswered reachable items of insufficient dimensions, as they are asked.
void list_what_to_answer(const instrument::Instrument& instrument, Profile& profile) {
    for (const instrument::Page& page : instrument.pages) {
        for (const Index q : page.questions) {
            const Index i = profile.room.item_of_question[q];
            if (i == kNone || !profile.items[i].reachable || profile.items[i].score) continue;
            const Index d = instrument.questions[q].dimension;
            if (!profile.dimensions[d].sufficient) profile.to_answer.push_back(q);
        }
    }
}

}  // namespace

Index band_of(const instrument::Instrument& instrument, double index) {
    const std::size_t count = instrument.bands.size();
    for (std::size_t b = 0; b + 1 < count; ++b) {
        if (index < instrument.bands[b].below) return static_cast<Index>(b);
    }
    return count == 0 ? kNone : static_cast<Index>(count - 1);
}

double index_per_gap(const Profile& profile) {
    return profile.required_weight > 0 ? 100.0 / profile.required_weight : 0.0;
}

// VGI = 100 · Σ W gap / Σ W required over sufficient dimensions; none when less than half of Σ W is
// sufficient. Its bounds go over all dimensions, each at its own bounds.
void score_index(const instrument::Instrument& instrument, Profile& profile) {
    double weight = 0, sufficient_weight = 0;
    double required = 0, gap = 0;                  // sufficient dimensions
    double all_required = 0, least = 0, most = 0;  // all dimensions
    for (std::size_t d = 0; d < instrument.dimensions.size(); ++d) {
        const double w = instrument.dimensions[d].weight;
        const DimensionScore& score = profile.dimensions[d];
        weight += w;
        all_required += w * score.required;
        least += w * std::max(0.0, score.required - score.exact_high);
        most += w * std::max(0.0, score.required - score.exact_low);
        if (!score.sufficient) continue;
        sufficient_weight += w;
        required += w * score.required;
        gap += w * score.exact_gap;
    }
    profile.required_weight = required;
    profile.sufficient_weight_pct =
        weight > 0 ? base::quantised(100 * sufficient_weight / weight) : 0.0;
    profile.index_low = all_required > 0 ? base::quantised(100 * least / all_required) : 0.0;
    profile.index_high = all_required > 0 ? base::quantised(100 * most / all_required) : 0.0;
    profile.index.reset();
    profile.band = kNone;
    profile.to_answer.clear();
    if (profile.sufficient_weight_pct < 50) {
        list_what_to_answer(instrument, profile);
        return;
    }
    profile.index = base::quantised(gap * index_per_gap(profile));
    profile.index_low = std::min(profile.index_low, *profile.index);
    profile.index_high = std::max(profile.index_high, *profile.index);
    profile.band = band_of(instrument, *profile.index);
}

}  // namespace vgap::scoring
