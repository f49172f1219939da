// cli/flow_estimate — a scenario with what people and promotion records say about it.
//
// In      a scenario, a file of people, options --decisions and --as-of
// Out     the scenario's file on standard output, measured values marked; what could not be measured, and every fault of the
//         records, on standard error
// Errors  exit codes as ever: faults and parameters that were not measured are findings
// Source  MODEL.md §6
// Cost    O(bytes)
// Tested  tests/cli/flow.test.mjs
#pragma once

#include "core/flow/scenario.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/options.hpp"

namespace vgap::cli {

int estimate_flow(const flow::Scenario& scenario, std::string_view people, const Options& options,
                  Console& console);

}  // namespace vgap::cli
