// chart/quadrants — performance and readiness kept apart: how many candidates of a slate are high in both, one or neither.
//
// In      assessments
// Out     Chart of candidates: a bar for each of the four fields and one for those of whom it cannot be said; the table
//         names nobody. The finding says how many perform highly and are not (yet) ready to lead
// Errors  none
// Source  MODEL.md §3
// Cost    O(candidates)
// Tested  tests/core/chart/evidence_test.cpp
#pragma once

#include <span>

#include "core/chart/chart.hpp"
#include "core/readiness/assess.hpp"

namespace vgap::chart {

Chart quadrants_chart(std::span<const readiness::Assessment> assessments);

}  // namespace vgap::chart
