// chart/growth — in which areas people are not yet there, most first, and how few of them make most of all gaps (Pareto).
//
// In      what a calibration session says about growing
// Out     Chart of people: a bar for each area, and the running share of all gaps over the areas, in percent. The finding
//         says how many areas make four fifths of the gaps, and how many of them many people share
// Errors  none
// Source  MODEL.md §5; Juran 1954, Universals in management planning and controlling
// Cost    O(areas)
// Tested  tests/core/chart/evidence_test.cpp
#pragma once

#include "core/calibration/growth.hpp"
#include "core/chart/chart.hpp"

namespace vgap::chart {

Chart growth_chart(const calibration::Growth& growth);

}  // namespace vgap::chart
