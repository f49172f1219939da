// stats/krippendorff — Krippendorff's alpha: any number of raters, missing ratings, four metrics.
//
// In      units: the values that each unit got, in any order, without the missing ones
// Out     Krippendorff: alpha = 1 - observed / expected disagreement, from coincidences weighted by
//         1 / (m_u - 1) in units of m_u values; units with a single value are left out
//         Ordinal differences come from the totals of all categories; interval ones are squared
//         differences, ratio ones ((a - b) / (a + b))^2, 0 between equals
// Errors  none: nothing pairable, or one value throughout, leaves alpha undefined; so do values of both
//         signs in the ratio metric
// Source  Krippendorff 2011, Computing Krippendorff's alpha-reliability; Hayes & Krippendorff 2007.
//         An ordinal difference is that of mid-ranks, so ordinal and interval need no pairs.
// Cost    O(n log n); ratio also O(distinct values^2)
// Tested  tests/core/stats/krippendorff_test.cpp
#pragma once

#include <cstdint>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

enum class Metric : std::uint8_t { kNominal, kOrdinal, kInterval, kRatio };

struct Krippendorff {
    double alpha = kUndefined;
    double observed = kUndefined;
    double expected = kUndefined;
    std::size_t pairable = 0;
};

Krippendorff krippendorff(const Columns& units, Metric metric);

}  // namespace vgap::stats
