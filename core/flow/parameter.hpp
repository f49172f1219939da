// flow/parameter — every number of a scenario that somebody might turn, by its name: stages.ID.KEY or paths.ID.KEY.
//
// In      Scenario
// Out     Turnable: where the number is, what it may be, which way it helps; set_parameter writes one, marked as assumed
// Errors  error.flow.{unknown_parameter (listing those there are), parameter_range}
// Source  MODEL.md §6
// Cost    O(stages + paths)
// Tested  tests/core/flow/compare_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/flow/scenario.hpp"

namespace vgap::flow {

enum class Owner : std::uint8_t { kStage, kPath };
enum class Helps : std::uint8_t { kLess, kMore };

struct Turnable {
    Owner owner = Owner::kStage;
    std::size_t index = 0;
    std::string_view key;  // as in the file
    Helps helps = Helps::kLess;
    double least = 0, most = 0;
    double value = 0;
    Origin origin = Origin::kAssumed;
};

std::vector<Turnable> turnables_of(const Scenario& scenario);
std::string name_of(const Scenario& scenario, const Turnable& turnable);

Parameter& parameter_at(Scenario& scenario, const Turnable& turnable);
base::Result<bool> set_parameter(Scenario& scenario, std::string_view name, double value);

}  // namespace vgap::flow
