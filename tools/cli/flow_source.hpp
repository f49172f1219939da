// cli/flow_source — where a pipeline comes from: one that ships, by its name, a file of a scenario, or a result pack in which
// somebody turned one.
//
// In      name, path or "-"; months that are asked for, or 0
// Out     the scenario as it began and as it is now, which differ in a pack only
// Errors  told, and nothing is given: those of the file, of flow/read, of flow/turned and answers/pipeline with their places in
//         the pack; error.cli.flow_no_pipeline; error.flow.after_the_end where the months end before a seat is planned
// Source  MODEL.md §6
// Tested  tests/cli/flow.test.mjs, tests/cli/flow_pack.test.mjs
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/flow/scenario.hpp"
#include "tools/cli/console.hpp"

namespace vgap::cli {

struct FlowSource {
    flow::Scenario began, now;
    bool is_pack = false;
};

// What stands in the file, or in the scenario that ships under this name.
std::optional<std::string> text_of_flow(std::string_view name, Console& console);

std::optional<FlowSource> open_flow(std::string_view name, int months, Console& console);

}  // namespace vgap::cli
