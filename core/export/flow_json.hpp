// export/flow_json — a pipeline's futures as JSON, and a scenario as its file.
//
// In      Scenario, the futures of its plan, seed; what was compared or turned
// Out     flow_result/1 (assets/schemas/flow_result.schema.json): for each stage series over months and quarters as a fan chart has
//         them (mean with Monte Carlo error, percentiles 10, 50, 90 with their 95 % limits); flow_comparison/1, flow_levers/1;
//         append_scenario: flow/1, what was read
// Errors  none
// Source  MODEL.md §6
// Cost    O(stages · months)
// Tested  tests/cli/flow.test.mjs
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/flow/compare.hpp"
#include "core/flow/futures.hpp"
#include "core/flow/scenario.hpp"

namespace vgap::export_ {

struct Walked {
    const flow::Scenario& scenario;
    const flow::Futures& futures;
    std::uint64_t seed = 0;
    std::optional<flow::Lever> bottleneck = {};
};

void append_scenario(std::string& out, const flow::Scenario& scenario);
void append_flow(std::string& out, const Walked& walked);

// The second scenario less the first.
void append_flow_comparison(std::string& out, const Walked& before, const Walked& after,
                            const std::vector<flow::Difference>& differences);
void append_flow_levers(std::string& out, const Walked& walked, const flow::Levers& levers);

// One row a series and month or quarter: stage, series, month, mean, error, p10, p50, p90 with limits; CRLF.
void append_flow_csv(std::string& out, const Walked& walked);

}  // namespace vgap::export_
