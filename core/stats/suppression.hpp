// stats/suppression — which counts of a one-way table with a published total must not be shown.
//
// In      counts of people in each group; threshold
// Out     Suppressed: primary, the groups of fewer than threshold people, and secondary, those hidden
//         with them so that the total gives nothing away: while something is hidden and fewer
//         than two are, or the hidden add up to less than the threshold, the smallest group still shown
//         (the first of equals) is hidden too. Empty groups stay visible.
// Errors  none
// Source  MODEL.md §2; Hundepool et al. 2012, Statistical disclosure control, ch. 4
// Cost    O(groups)
// Tested  tests/core/stats/suppression_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vgap::stats {

struct Suppressed {
    std::vector<std::size_t> primary;
    std::vector<std::size_t> secondary;
};

Suppressed suppress(std::span<const std::int64_t> counts, std::int64_t threshold);

}  // namespace vgap::stats
