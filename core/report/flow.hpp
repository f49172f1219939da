// report/flow — a pipeline's futures as a document: the gap in people and months, what holds it up, what was assumed.
//
// In      scenario, futures of its plan, texts
// Out     blocks (report/report): headings, sentences, tables; every assumption of the model as a list (flow.assumption.*), and
//         each parameter with where it comes from
// Errors  none
// Source  MODEL.md §6
// Cost    O(stages · quarters)
// Tested  tests/cli/flow.test.mjs
#pragma once

#include "core/flow/compare.hpp"
#include "core/flow/futures.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

Report write_flow(const flow::Scenario& scenario, const flow::Futures& futures,
                  const std::optional<flow::Lever>& bottleneck, const text::Catalogue& texts);
Report write_flow_comparison(const flow::Scenario& before, const flow::Scenario& after,
                             const std::vector<flow::Difference>& differences,
                             std::uint64_t futures, const text::Catalogue& texts);
Report write_flow_levers(const flow::Scenario& scenario, const flow::Levers& levers,
                         std::uint64_t futures, const text::Catalogue& texts);

// Message ids, in the order in which a month has them.
std::vector<std::string_view> flow_assumptions();

}  // namespace vgap::report
