// report/metrics — the figures of a pipeline as a document: who stands where, then each figure with its definition,
// interval, n and target.
//
// In      Measured parts; texts
// Out     Report
// Errors  none: what is hidden or undefined says so
// Source  MODEL.md §4 (every figure shows its n and its definition)
// Cost    O(figures)
// Tested  tests/cli/metrics.test.mjs
#pragma once

#include "core/people/metrics.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

Report write_metrics(const people::Records& records, const people::Question& question,
                     const people::Metrics& metrics, const text::Catalogue& texts);

}  // namespace vgap::report
