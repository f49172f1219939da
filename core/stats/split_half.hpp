// stats/split_half — reliability from two halves of a scale: by one split, and over all of them.
//
// In      covariances of k >= 2 items; which items make the first half
// Out     SplitHalf: correlation of the halves, stepped up by Spearman-Brown 2r / (1 + r), and
//         Guttman's (Flanagan, Rulon) 2 (1 - (vA + vB) / vT)
//         AllSplits: Guttman's over every split into floor(k/2) items and the rest; the mean is a
//         closed form for any k, least and most are looked for up to kMostItems
// Errors  none: a half or a total that never varies leaves undefined what is divided by it
// Source  Spearman 1910; Brown 1910; Guttman 1945; Cronbach 1951 (the mean over even splits is
//         alpha)
// Cost    one split O(k^2); all splits O(k choose k/2)
// Tested  tests/core/stats/split_half_test.cpp
#pragma once

#include <cstddef>
#include <vector>

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct SplitHalf {
    double correlation = kUndefined;
    double spearman_brown = kUndefined;
    double guttman = kUndefined;
};

struct AllSplits {
    double count = 0;
    double least = kUndefined;
    double mean = kUndefined;
    double most = kUndefined;
};

inline constexpr std::size_t kMostItems = 27;

SplitHalf split_half(const Matrix& covariances, const std::vector<bool>& in_first);
AllSplits all_splits(const Matrix& covariances);

std::vector<bool> odd_items(std::size_t k);    // items 1, 3, 5, ...
std::vector<bool> first_items(std::size_t k);  // items 1 .. ceil(k/2)

}  // namespace vgap::stats
