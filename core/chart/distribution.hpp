// chart/distribution — how many answers lie in each fifth of the scale, the evidence under a level.
//
// In      instrument, profile; dimension: its items only, or kNone for all
// Out     Chart of counts: five rows from the lowest fifth (keyed scores 0 to under 20) to the
// highest
//         (80 to 100), and one for the reachable items without an answer
// Errors  none
// Source  PRODUCT.md §2 (every number opens to how it came about)
// Cost    O(items)
// Tested  tests/core/chart/distribution_test.cpp
#pragma once

#include "core/chart/chart.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::chart {

Chart distribution_chart(const instrument::Instrument& instrument, const scoring::Profile& profile,
                         instrument::Index dimension = instrument::kNone);

}  // namespace vgap::chart
