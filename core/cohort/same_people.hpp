// cohort/same_people — what is shown of a group's answers to one dimension, so that all of it is about the same people,
// or about people who differ by as many as the threshold.
//
// In      a tally; a dimension; threshold
// Out     Answered: per item how often each point; how many have a score, its moments; complete rows.
//         Somebody who left out one item is in the means of the others and of the dimension, and in no
//         covariance. Where it is one person, mean of the dimension less means of the items is that person's
//         answers. So: where fewer people than the threshold (but some) answered an item, or have a
//         score, without a complete row, the group's complete rows alone are shown, for all items and the
//         dimension (leaves_out).
//         together: several groups as one; only its counts add, its moments are merged.
// Errors  none
// Source  Hundepool et al. 2012, Statistical disclosure control, ch. 4 (differencing); Chan, Golub & LeVeque 1983
// Cost    O(items · points + items²)
// Tested  tests/core/cohort/same_people_test.cpp, tests/cli/cohort_attack.test.mjs
#pragma once

#include <vector>

#include "core/cohort/tally.hpp"
#include "core/stats/moments.hpp"

namespace vgap::cohort {

struct Answered {
    std::vector<Counts> items;  // as in Layout::members
    stats::Moments score;
    Count scored = 0;
    Count complete = 0;
    bool leaves_out = false;

    std::vector<Count> sizes() const;  // of every group of people that something is shown about
};

stats::Matrix covariances_of_rows(const Layout& layout, std::size_t d, const DimensionTally& rows);
Answered answered_of(const Layout& layout, const Tally& tally, std::size_t d, Count threshold);
Answered together(const Answered& a, const Answered& b);

}  // namespace vgap::cohort
