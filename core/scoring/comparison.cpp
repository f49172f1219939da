#include "core/scoring/comparison.hpp"

#include <algorithm>

#include "core/base/fixed.hpp"

namespace vgap::scoring {

namespace {

std::optional<double> change(const std::optional<double>& before,
                             const std::optional<double>& now) {
    if (!before || !now) return std::nullopt;
    return base::quantised(*now - *before);
}

LevelChange change(const DimensionScore& before, const DimensionScore& now) {
    LevelChange out;
    out.required = base::quantised(now.required - before.required);
    if (!before.sufficient || !now.sufficient) return out;
    out.current = change(before.current, now.current);
    out.gap = change(before.gap, now.gap);
    return out;
}

PatternChange change(base::Tri before, base::Tri now) {
    if (now == base::Tri::kTrue) {
        if (before == base::Tri::kTrue) return PatternChange::kStill;
        return before == base::Tri::kFalse ? PatternChange::kNew : PatternChange::kFirstKnown;
    }
    if (before != base::Tri::kTrue) return PatternChange::kNone;
    return now == base::Tri::kFalse ? PatternChange::kGone : PatternChange::kNotKnown;
}

// VGI = 100 · Σ W gap / Σ W required, with the levels of now and the requirements of before.
double index_as_needed_before(const instrument::Instrument& instrument, const Profile& before,
                              const Profile& now) {
    double required = 0, gap = 0;
    for (std::size_t d = 0; d < now.dimensions.size(); ++d) {
        if (!now.dimensions[d].sufficient) continue;
        const double w = instrument.dimensions[d].weight;
        const double needed = before.dimensions[d].required;
        required += w * needed;
        gap += w * std::max(0.0, needed - now.dimensions[d].exact_current);
    }
    return required > 0 ? base::quantised(100 * gap / required) : 0.0;
}

}  // namespace

Comparison compare(const instrument::Instrument& instrument, const Profile& before,
                   const Profile& now) {
    Comparison out;
    out.index = change(before.index, now.index);
    bool same_needs = true;
    for (std::size_t d = 0; d < now.dimensions.size(); ++d) {
        out.dimensions.push_back(change(before.dimensions[d], now.dimensions[d]));
        same_needs = same_needs && out.dimensions.back().required == 0;
        out.same_dimensions =
            out.same_dimensions && before.dimensions[d].sufficient == now.dimensions[d].sufficient;
    }
    for (std::size_t p = 0; p < now.patterns.size(); ++p) {
        out.patterns.push_back(change(before.patterns[p].found, now.patterns[p].found));
    }
    if (out.index && !same_needs) {
        out.index_as_needed_before = index_as_needed_before(instrument, before, now);
    }
    return out;
}

}  // namespace vgap::scoring
