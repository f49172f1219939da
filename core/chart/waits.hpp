// chart/waits — how long one waits for a promotion: who still waits, who was promoted and who left, month by month.
//
// In      one transition's curve and the figures that it was measured with
// Out     Chart over months, in percent of people: waiting in steps with its 95 % limits, promoted and left as they
//         happened beside each other (they do not add up to 100 % less waiting where people left: each rules the other
//         out). The finding says by when half are promoted, or that half have not been
// Errors  none: months of which nothing is known have no point
// Source  MODEL.md §4
// Cost    O(months)
// Tested  tests/core/chart/evidence_test.cpp
#pragma once

#include "core/chart/chart.hpp"
#include "core/people/metrics.hpp"

namespace vgap::chart {

Chart waits_chart(const people::Curve& curve, const people::Metrics& metrics);

}  // namespace vgap::chart
