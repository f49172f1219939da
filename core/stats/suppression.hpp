// stats/suppression — which counts of a table with published totals must not be shown.
//
// In      counts of people in each group, or in each cell of rows and columns; threshold
// Out     suppress: primary, the groups of fewer than threshold people, and secondary, those hidden
//         with them so that the total gives nothing away: while something is hidden and fewer
//         than two are, or the hidden add up to less than the threshold, the smallest group still shown
//         (the first of equals) is hidden too. Empty groups stay visible.
//         suppress_table: the cells to hide in a two-way table whose row, column and grand totals are
//         shown. Each small cell x gets a rectangle of hidden cells in which the sums allow it to
//         be 0 and, without an upper bound under the threshold, more; of all rectangles the one that
//         newly hides the fewest people. Without any, everything is hidden.
// Errors  none
// Source  MODEL.md §2; Hundepool et al. 2012, Statistical disclosure control, ch. 4
// Cost    O(groups); two-way O(small cells · cells)
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

struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
};

std::vector<Cell> suppress_table(const std::vector<std::vector<std::int64_t>>& counts,
                                 std::int64_t threshold);

}  // namespace vgap::stats
