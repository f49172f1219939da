// flow/read — the file of a scenario.
//
// In      JSON text, "schema": "flow/1" (assets/schemas/flow.schema.json); a parameter is {"value", "source", "n"}
// Out     Scenario in which every path leads from one stage to another one and no promotion leads back
// Errors  every one of error.json.*; error.flow.{other_schema, twice, unknown_stage, same_stage, cycle, shares_over, ready_over,
//         seat_months, after_the_end}, all at once
// Source  MODEL.md §6; PRODUCT.md §5
// Cost    O(bytes + stages · paths)
// Tested  tests/core/flow/read_test.cpp; tools/fuzz/flow_fuzz.cpp
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/flow/scenario.hpp"

namespace vgap::flow {

inline constexpr std::string_view kSchema = "flow/1";
inline constexpr std::string_view kOrigins[] = {"assumed", "answered", "measured"};

base::Result<Scenario> read_scenario(std::string_view json_text);

// How many people of a stage are on each of its paths, by their shares: largest remainders, earlier paths first at a tie.
std::vector<int> people_on_paths(const Scenario& scenario);

}  // namespace vgap::flow
