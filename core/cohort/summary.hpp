// cohort/summary — the tallies of a cohort by segment, and the rules that parts are merged by.
//
// In      summaries of parts of one cohort: same instrument, segmented by the same thing
// Out     Summary. merge() is associative and commutative and its writing is canonical, so parts give
//         byte for byte the summary of the whole, whatever the split and the order: tallies are whole
//         numbers that are added, segments and thresholds are ordered sets that are united.
//         Threshold: set by the first summary of a part. `frozen` holds what parts began with and
//         `changes` every later change, so neither can be undone unseen; parts of different
//         thresholds merge to the stricter (larger) one, which then has more than one in `frozen`
// Errors  error.cohort.other_by {found, expected}; error.cohort.too_many_segments {most};
//         error.cohort.too_many_people {most}
// Source  MODEL.md §2
// Cost    O(segments · instrument)
// Tested  tests/core/cohort/summary_test.cpp, tests/cli/cohort.test.mjs
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.hpp"
#include "core/cohort/tally.hpp"

namespace vgap::cohort {

inline constexpr Count kDefaultThreshold = 5;
inline constexpr Count kLeastThreshold = 2;
inline constexpr Count kMostThreshold = 1'000'000;
inline constexpr std::size_t kMostSegments = 256;
inline constexpr std::size_t kMostSegmentBytes = 256;
inline constexpr std::size_t kMostChanges = 256;

struct Threshold {
    Count now = kDefaultThreshold;
    std::set<Count> frozen = {kDefaultThreshold};
    std::set<std::pair<Count, Count>> changes;  // from, to

    void change(Count to);
    friend bool operator==(const Threshold&, const Threshold&) = default;
};

struct Summary {
    std::string by;  // question or column; empty: not segmented
    Threshold threshold;
    Count refused = 0;  // responses with a problem, counted in nothing else
    std::map<std::string, Tally, std::less<>>
        segments;  // "": gave no answer to `by`, or is not segmented

    Count people() const;
    friend bool operator==(const Summary&, const Summary&) = default;
};

// The tally of a segment, made when it is the first of its kind; nullptr when there are too many.
Tally* find_or_add(Summary& summary, const Layout& layout, std::string_view segment);

base::Result<bool> merge(Summary& into, const Layout& layout, const Summary& from);

// Everybody, whatever their segment.
Tally whole(const Summary& summary, const Layout& layout);

}  // namespace vgap::cohort
