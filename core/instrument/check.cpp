#include "core/instrument/check.hpp"

#include <algorithm>

#include "core/instrument/check_parts.hpp"

namespace vgap::instrument {

namespace {

Range clamped(const Range& range) {
    return {std::clamp(range.low, 0.0, 100.0), std::clamp(range.high, 0.0, 100.0)};
}

// Which indices there can be at all: the index is a weighted mean of each dimension's missing
// share.
Range index_range(const std::vector<DimensionLevels>& levels) {
    bool is_first = true;
    Range range = {0, 0};
    for (const DimensionLevels& level : levels) {
        if (!level.current) continue;
        const auto missing = [](double required, double current) {
            return required > 0 ? std::max(0.0, 100 * (required - current) / required) : 0.0;
        };
        const Range own = {missing(level.required.low, level.current->high),
                           missing(level.required.high, level.current->low)};
        range =
            is_first ? own : Range{std::min(range.low, own.low), std::max(range.high, own.high)};
        is_first = false;
    }
    return range;
}

void check_bands(const Instrument& instrument, const std::vector<DimensionLevels>& levels,
                 Findings& findings) {
    const Range range = index_range(levels);
    double edge = 0;
    for (std::size_t b = 0; b < instrument.bands.size(); ++b) {
        const Band& band = instrument.bands[b];
        if (edge > range.high || band.below <= range.low) {
            findings.add(Severity::kWarning, "lint.band_unreachable", place("bands", b),
                         {{"id", band.id}});
        }
        edge = band.below;
    }
}

}  // namespace

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::kError:
            return "error";
        case Severity::kWarning:
            return "warning";
        case Severity::kNote:
            return "note";
    }
    return "";
}

std::string place(std::string_view list, std::size_t position) {
    return "/" + std::string(list) + "/" + std::to_string(position);
}

std::string place_of_question(const Instrument& instrument, Index question) {
    const auto first_item = std::find_if(instrument.questions.begin(), instrument.questions.end(),
                                         [](const Question& each) { return !each.is_context; });
    const auto contexts = static_cast<std::size_t>(first_item - instrument.questions.begin());
    return question < contexts ? place("context", question) : place("items", question - contexts);
}

std::string place_of_rule(std::size_t dimension, std::size_t rule) {
    return place("dimensions", dimension) + "/required" + place("rules", rule);
}

Report check(const Instrument& instrument) {
    Findings findings;
    std::vector<DimensionLevels> levels;
    std::vector<DimensionLevels> unclamped;
    for (Index d = 0; d < instrument.dimensions.size(); ++d) {
        unclamped.push_back({current_range(instrument, d), required_range(instrument, d)});
        levels.push_back({unclamped[d].current, clamped(unclamped[d].required)});
    }
    check_skip_logic(instrument, findings);
    check_levels(instrument, unclamped, findings);
    check_rules(instrument, findings);
    check_actions(instrument, findings);
    check_sources(instrument, findings);
    check_earlier_versions(instrument, findings);
    check_bands(instrument, levels, findings);
    return {std::move(findings.list), std::move(levels)};
}

}  // namespace vgap::instrument
