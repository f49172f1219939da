// cohort/disclosure — what of a cohort may be shown, so that nothing about fewer people than the threshold
// can be had from all that is shown together.
//
// In      counts of people by segment; how often each point was given, by segment; threshold
// Out     hide_segments: which segments say nothing, and whether even the whole says nothing. All figures of
//         a report are sums over people (counts, means, variances, covariances), so with the whole
//         and some segments shown an attacker can form every sum over the shown segments and over
//         all hidden ones together, and no other. So: every shown segment is empty or as large as the
//         threshold, and the hidden ones together are too, of at least two segments.
//         plan_item: an item's answers by point are a table of segments and points with totals. A count
//         from 1 to threshold - 1 is never shown, and what is shown instead must leave it open: for
//         each such count there is another table of whole counts with the same shown totals, means
//         and deviations in which it is 0 or at least the threshold. Where none is found, less
//         is shown: never points by segment; then the row's deviation goes, then its mean, and with it
//         that of another row, or of the whole where its points are not shown either, because
//         what one row alone hides follows from the rest.
//         Not covered by that proof: figures over several items (reliability, the spread of a
//         dimension's scores), which add equations of their own: cohort/same_people and
//         cohort/report say when those are shown
// Errors  none
// Source  MODEL.md §2; Hundepool et al. 2012, Statistical disclosure control, ch. 4; Willenborg & de
//         Waal 2001 (feasibility intervals)
// Cost    hide_segments O(segments^2); plan_item looks at no more than 300,000 tables a step, and only
//         where a count is small; what it has not found by then it takes for known
// Tested  tests/core/cohort/disclosure_test.cpp (an attacker of its own), tests/cli/cohort_report.test.mjs
#pragma once

#include <cstdint>
#include <vector>

#include "core/cohort/tally.hpp"

namespace vgap::cohort {

struct Hidden {
    std::vector<bool> segments;
    bool whole = false;
};

// already: segments that are hidden anyway (empty: none).
Hidden hide_segments(const Counts& people, Count threshold, const std::vector<bool>& already = {});

// What is shown of a group's answers beside how many they are; each includes those before.
enum class Shows : std::uint8_t { kNumber, kMean, kDeviation };

struct ItemPlan {
    bool points_by_row = true;
    bool points_of_whole = true;
    Shows whole = Shows::kDeviation;
    std::vector<Shows> rows;
};

// rows: the segments (a hidden one as nobody), and last the hidden ones together.
ItemPlan plan_item(const std::vector<Counts>& rows, Count threshold);

}  // namespace vgap::cohort
