// plan/rank — which actions to take first: index points closed per day of effort, greedily.
//
// In      instrument, answers, their profile; most: actions per horizon
// Out     plan: chosen actions in order of choice, each with the index points that it closes after
//         those chosen before it (whole billionths). An action is eligible if it targets a
//         dimension with a gap or a found pattern; one that closes nothing is chosen only for a
//         found pattern, after all others. Ties go to the smaller id room: kept by a caller that
//         ranks many, so that nothing is allocated
// Errors  none; an empty plan is a valid answer
// Source  MODEL.md §1 (Plan). Which questions are reachable is held as it is
// Cost    O(actions · moves), and for each choice O(actions); no allocation with a used room
// Tested  tests/core/plan/rank_test.cpp
#pragma once

#include <cstdint>
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

struct Room {
    enum class Standing : std::uint8_t { kOut, kForItsGap, kForItsPattern };
    struct Candidate {
        Standing standing = Standing::kOut;  // kOut: not eligible, or chosen already
        int weighed = 0;                     // after how many choices the two below were computed
        std::int64_t closes = 0;             // billionths of an index point
        double per_day = 0;                  // closes per day of effort, rounded
    };
    std::vector<Candidate> candidates;  // per action
    std::vector<double> gaps;           // gap left per dimension, after the chosen actions
    std::vector<double> trial;          // the same, after the action that is being tried
    std::vector<int> changed;      // per dimension: the last choice that changed its gap, from 1
    std::vector<int> moved;        // points moved per question, by the chosen actions
    std::vector<int> trial_moved;  // and by the action that is being tried
};

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, Room& room, int most = 3);

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, int most = 3);

}  // namespace vgap::plan
