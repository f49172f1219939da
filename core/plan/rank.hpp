// plan/rank — which actions to take first: index points closed per day of effort, greedily.
//
// In      instrument, answers, their profile; most: actions per horizon
// Out     plan: chosen actions in order of choice, each with the index points it closes after those
//         chosen before it
// Errors  none; an empty plan is a valid answer
// Source  MODEL.md §1 (Plan)
// Cost    O(chosen · actions · moves)
// Tested  tests/core/plan/rank_test.cpp
#pragma once

#include <vector>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::plan {

struct PlannedAction {
    instrument::Index action = instrument::kNone;
    double closes = 0;  // index points
};

using Plan = std::vector<PlannedAction>;

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, int most = 3);

}  // namespace vgap::plan
