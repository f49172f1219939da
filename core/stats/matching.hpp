// stats/matching — as many roles as possible filled at once, nobody in two of them.
//
// In      for each person the roles that they could fill; number of roles
// Out     for each person their role, or kUnmatched; the same input always gives the same answer
// Errors  none
// Source  Hopcroft & Karp 1973, SIAM J Comput 2:225
// Cost    O(edges · sqrt(people + roles)); no recursion
// Tested  tests/core/stats/matching_test.cpp
#pragma once

#include <cstddef>
#include <vector>

namespace vgap::stats {

inline constexpr std::size_t kUnmatched = static_cast<std::size_t>(-1);

std::vector<std::size_t> maximum_matching(const std::vector<std::vector<std::size_t>>& could_fill,
                                          std::size_t roles);

}  // namespace vgap::stats
