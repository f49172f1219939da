// articles/recommend — what somebody with this result should read, and why.
//
// In      articles; the need: index points that each dimension adds to the gap, and the patterns that were found; what was
//         read, by slug
// Out     at most kMostRecommended, unread ones first. Each next one is the article that says most about what those before
//         leave open: a found pattern counts kPatternWorth, its dimension the share that it has in the gap, a further
//         dimension half of that. The reason is the largest of these. Equal ones: foundational first, then in their order
// Errors  none; what is about nothing that was found is not recommended
// Source  issue 7
// Cost    O(articles · what they are about); under a millisecond of 1,000
// Tested  tests/core/articles/recommend_test.cpp; tools/bench/articles_bench.cpp
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/articles/pack.hpp"

namespace vgap::articles {

inline constexpr std::size_t kMostRecommended = 3;
inline constexpr double kPatternWorth = 0.3;

struct Need {
    std::vector<std::pair<std::string, double>> gaps;  // dimension, index points
    std::vector<std::string> patterns;
};

struct Reason {
    std::string_view
        message;        // "reading.because.pattern" {name}, "reading.because.gap" {name, points}
    std::string about;  // id of the pattern or dimension
    double points = 0;  // of a gap
};

struct Recommendation {
    std::size_t article = 0;
    bool read = false;
    Reason reason;
};

std::vector<Recommendation> recommend(std::span<const Packed* const> articles, const Need& need,
                                      const std::set<std::string, std::less<>>& read);

}  // namespace vgap::articles
