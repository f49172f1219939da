// readiness/slate — several candidates beside each other, as far as the evidence allows.
//
// In      assessments; all ratings and what was released of each candidate
// Out     Slate: per capability the pairs of which one is above the other: their intervals do not overlap. Of all
//         other pairs nothing is said. Candidates keep the order of their ids, so no list reads as a ranking
//         Reliability: out of the raters who are told of and whose answers are still those that were told
//         (readiness/release), and only of minimum_spread of them or more; two decimals
//         one_1, one_k  ICC(1,1), ICC(1,k) with raters of their own for each candidate, k = n0
//         same          all six forms with limits, where the same minimum_spread raters rated every candidate
//         alpha_scores  Krippendorff's, interval, over the raters' scores; alpha_points: ordinal, over items
//         raters_needed for Rules::reliability by Spearman-Brown from ICC(1,1)
// Errors  none: what does not exist is undefined (stats/undefined)
// Source  MODEL.md §3; Shrout & Fleiss 1979; Krippendorff 2011
// Cost    O(ratings · items + candidates^2)
// Tested  tests/core/readiness/slate_test.cpp
#pragma once

#include <span>
#include <vector>

#include "core/readiness/assess.hpp"
#include "core/stats/icc.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::readiness {

struct Above {
    std::size_t higher = 0;  // positions among the assessments
    std::size_t lower = 0;
};

struct Reliability {
    int candidates = 0;  // with two raters or more
    int ratings = 0;
    double raters_each = stats::kUndefined;  // n0
    double one_1 = stats::kUndefined;
    double one_k = stats::kUndefined;
    double raters_needed = stats::kUndefined;
    double alpha_scores = stats::kUndefined;
    double alpha_points = stats::kUndefined;
    stats::Icc same;  // same.raters 0: there are none
};

struct SlateCapability {
    std::vector<Above> order;
    int unsaid = 0;  // pairs of which nothing is said
    Reliability reliability;
};

struct Slate {
    std::vector<SlateCapability> capabilities;
};

Slate compare_slate(const Instrument& instrument, const Rules& rules,
                    std::span<const Assessment> assessments, std::span<const Rating> ratings,
                    std::span<const CandidateRelease> releases);

}  // namespace vgap::readiness
