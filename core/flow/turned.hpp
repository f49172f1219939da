// flow/turned — the numbers of a scenario that somebody turned, by name: what leads from one to the other.
//
// In      two scenarios of the same stages and paths; or a scenario and numbers by name (answers/pipeline)
// Out     turned: what differs, in the order of turnables_of; turn: sets all of them that can be, in whichever order they can
// Errors  turn: those of set_parameter for what cannot be set, with the number's place below `pointer`; the others are set
// Source  MODEL.md §6
// Cost    O(numbers² · parameters)
// Tested  tests/core/flow/turned_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/flow/scenario.hpp"
#include "core/json/value.hpp"

namespace vgap::flow {

using Turned = std::vector<std::pair<std::string, double>>;

Turned turned(const Scenario& before, const Scenario& now);
Turned turned_in(
    const json::Value& object);  // {"paths.ID.KEY": 9}; what is no number is passed over
base::Errors turn(Scenario& scenario, Turned numbers, std::string_view pointer = {});

}  // namespace vgap::flow
