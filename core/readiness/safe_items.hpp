// readiness/safe_items — which items' sums can be shown beside a sum of raters' scores without telling
// what fewer than `minimum` raters said.
//
// In      answered: per rater, which items they answered (a rater's score is the mean of those); minimum
// Out     a flag per item. Of the items with enough answers the most that are safe together, dropping the least
//         answered first (the last of equals)
// Errors  none: what is too much to look at is not shown
// Source  every combination b of the items' sums that is added to the sum of scores leaves rater r out exactly when
//         b is -1/m on each of the m items that r answered; so all b with entries 0, -1, -1/2, ... are tried, and
//         each must leave out nobody, everybody, or leave at least `minimum` in. Combinations of item sums
//         alone hold everybody who answered one of them
// Cost    O(raters · (distinct m + 1)^items), at most some 100,000 steps
// Tested  tests/core/readiness/release_test.cpp
#pragma once

#include <cstdint>
#include <vector>

namespace vgap::readiness {

using Flags = std::vector<std::uint8_t>;

Flags safe_items(const std::vector<Flags>& answered, int minimum);

}  // namespace vgap::readiness
