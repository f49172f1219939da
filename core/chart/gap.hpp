// chart/gap — current against required for every dimension, the widest gap first.
//
// In      instrument, profile; before: that of an earlier attempt, or null
// Out     Chart on 0..100: bounds, current, gap or surplus, required. Rows by gap, falling; ties in
//         the instrument's order; insufficient dimensions last, without a bar (never drawn as 0).
//         With an earlier attempt a mark for its level where it is sufficient, and after the gap two
//         columns: that level, and the change of the level since
// Errors  none
// Source  PRODUCT.md §2; MODEL.md §1
// Cost    O(dimensions log dimensions)
// Tested  tests/core/chart/gap_test.cpp
#pragma once

#include "core/chart/chart.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::chart {

Chart gap_chart(const instrument::Instrument& instrument, const scoring::Profile& profile,
                const scoring::Profile* before = nullptr);

}  // namespace vgap::chart
