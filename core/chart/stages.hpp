// chart/stages — the readiness dashboard: at each stage how many are ready for the next one, and for how many the way and the
// gaps are written down.
//
// In      metrics; the share of people with a path documented that is wanted, 0..1
// Out     Chart in percent of a stage's people: building, ready within 12 months and ready now end to end, a tick at the
//         target. Rows in the order of the stages, all of them last. A hidden stage has no mark and says so
// Errors  none
// Source  MODEL.md §4
// Cost    O(stages)
// Tested  tests/core/chart/evidence_test.cpp
#pragma once

#include "core/chart/chart.hpp"
#include "core/people/metrics.hpp"

namespace vgap::chart {

Chart stages_chart(const people::Metrics& metrics, double wanted_paths);

}  // namespace vgap::chart
