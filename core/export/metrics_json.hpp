// export/metrics_json — the figures of a pipeline as JSON, every digit: metrics/1.
//
// In      the records' tallies and faults, the question, the figures
// Out     one object (assets/schemas/metrics.schema.json). Faults as counts by code and treatment, without any cell of
//         anybody's; what is hidden or undefined is null, with its state and reason
// Errors  none
// Source  MODEL.md §4, §1 (no NaN, shortest numbers)
// Cost    O(figures + curves)
// Tested  tests/cli/metrics.test.mjs
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/people/metrics.hpp"

namespace vgap::export_ {

struct Measured {
    const people::Records& records;
    const people::Question& question;
    const people::Metrics& metrics;
};

using FaultCounts = std::map<std::pair<std::string, people::Treatment>, std::size_t>;
FaultCounts count_faults(const people::Records& records);

void append_metrics(std::string& out, const Measured& measured);

}  // namespace vgap::export_
