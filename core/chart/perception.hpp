// chart/perception — where a cohort stands on each dimension, and how far those at the top see it differently.
//
// In      layout and report of a cohort
// Out     Chart on 0..100: the mean with its 95 % limits; where executives and individual contributors are told apart and
//         both are shown, a tick for each. Rows by the size of that difference where there is one, else lowest mean first;
//         what is suppressed has no mark and comes last
// Errors  none
// Source  MODEL.md §2
// Cost    O(dimensions log dimensions + segments)
// Tested  tests/core/chart/evidence_test.cpp
#pragma once

#include "core/chart/chart.hpp"
#include "core/cohort/report.hpp"

namespace vgap::chart {

Chart perception_chart(const cohort::Layout& layout, const cohort::Report& report);

}  // namespace vgap::chart
