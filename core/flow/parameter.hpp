// flow/parameter — every number of a scenario that somebody might turn, by its name: stages.ID.KEY or paths.ID.KEY.
//
// In      Scenario. kStageKeys, kPathKeys: what there is, which flow/read reads by
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

struct StageKey {
    std::string_view key;  // as in the file
    Parameter Stage::*parameter;
    Helps helps;
    double least, most;
};

struct PathKey {
    std::string_view key;
    Parameter Path::*parameter;  // nullptr: the months of another try, which may be missing
    Helps helps;
    double least, most;

    Parameter& of(Path& path) const;  // which is there from now on
};

inline constexpr StageKey kStageKeys[] = {
    {"attrition_pct_per_year", &Stage::attrition_pct, Helps::kLess, 0, 100},
    {"external_share_pct", &Stage::external_share_pct, Helps::kMore, 0, 100},
    {"external_lead_months", &Stage::external_lead_months, Helps::kLess, 1, kMostWait},
};
inline constexpr PathKey kPathKeys[] = {
    {"people_share_pct", &Path::share_pct, Helps::kMore, 0, 100},
    {"months_to_ready", &Path::months_to_ready, Helps::kLess, 1, kMostWait},
    {"submission_success_pct", &Path::success_pct, Helps::kMore, 0, 100},
    {"retry_months", nullptr, Helps::kLess, 1, kMostWait},
};

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
