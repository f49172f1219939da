// flow/estimate — what people and promotion records say about a scenario's parameters.
//
// In      Scenario; Records that hold together (people/reconcile); their stays. A stage of the records is the scenario's of that
//         name or id
// Out     the scenario with what could be measured, marked so with its n:
//           people          who is at the stage, and has not left; ready where the records say so and one path leads on
//           attrition       those who left / the months that anybody was seen there, as a year's share
//           people_share    of a stage with one path on: those with a documented path / those of whom it is known
//           months_to_ready Kaplan-Meier: when half of those on the path were promoted (the curve at 1 - share / 2), times mean / median of
//                           so many phases. Waiting for a seat is in it, so it is rather too long than too short
//           success         approved first submissions / decided ones
//         Missed: what fewer than kLeastMeasured people or decisions could have told, left as it was
// Errors  none
// Source  MODEL.md §4, §6; median of a gamma variable: k - 1/3 + 0.02/k (Banneheka & Ekanayake 2009), ln 2 for k = 1
// Cost    O(records log · paths)
// Tested  tests/core/flow/estimate_test.cpp
#pragma once

#include <string>
#include <vector>

#include "core/flow/scenario.hpp"
#include "core/people/records.hpp"
#include "core/people/stays.hpp"

namespace vgap::flow {

inline constexpr std::size_t kLeastMeasured = 5;

struct Missed {
    std::string parameter;
    std::size_t n = 0;
};

struct Measured {
    Scenario scenario;
    std::vector<Missed> missed;
};

Measured measure(const Scenario& scenario, const people::Records& records,
                 const people::Stays& stays);

}  // namespace vgap::flow
