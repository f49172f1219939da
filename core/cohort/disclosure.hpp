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
//         is shown: the steps of Shown, from left to right.
//         Not covered by that proof: figures over several items (agreement, reliability, scores of a
//         dimension), which add equations of their own. They follow the items: see report
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

enum class Shown : std::uint8_t {
    kAll,            // points by segment and of the whole, means and deviations
    kWholePoints,    // points of the whole; means and deviations of all
    kMoments,        // no points; means and deviations
    kWholeAndMeans,  // points of the whole; of segments only means
    kMeans,          // no points, no deviations
    kWholeOnly,      // points of the whole; of segments only how many
    kCounts,         // only how many answered
};

// rows: shown segments, and the hidden ones together as one row.
Shown plan_item(const std::vector<Counts>& rows, Count threshold);

}  // namespace vgap::cohort
