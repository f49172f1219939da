// flow/plan — a scenario made ready to be walked: cells of people, chances in 2^-32, seats of every month.
//
// In      Scenario; mode: kPull fills vacancies, kPush promotes whoever is ready and takes `recruits` in at the end of each month
// Out     Plan. Cells in order from the top of the house down, in each stage who is furthest first: for each path those who are
//         ready, those who wait to try again, the phases from the last one down; then who is on no path
//         At the start people are spread over a path's phases as evenly as they go, the earlier phases first
//         A month's chances: leaving 1 - (1 - A)^(1/12); a phase done k/τ, where τ < k with as many phases as whole months, at
//         least one; hired, for each seat that the house leaves empty, x/L: of those seats the share x is being searched for, and a
//         search ends in a month with 1/L, after L months in the mean; trying again 1/r
//         Months from 1; month 0 is today
// Errors  none
// Source  MODEL.md §6; Bartholomew, Forbes & McClean 1991, Statistical techniques for manpower planning, ch. 4 (push), 5 (pull)
// Cost    O(stages · months + paths · phases)
// Tested  tests/core/flow/plan_test.cpp
#pragma once

#include <cstdint>
#include <vector>

#include "core/flow/scenario.hpp"

namespace vgap::flow {

enum class Mode : std::uint8_t { kPull, kPush };

struct StagePlan {
    std::uint64_t leave = 0;
    std::uint64_t hire = 0;
    std::vector<std::size_t> out;      // paths
    std::vector<std::size_t> in;       // paths
    std::vector<std::uint64_t> enter;  // of those on none of the paths before, each path's share
    std::size_t end = 0;               // behind its last cell, which are those on no path
    std::int32_t critical = 0;         // seats; 0: all of the month are
};

struct PathPlan {
    std::size_t from = 0;
    std::size_t to = 0;
    std::uint64_t develop = 0;
    std::uint64_t succeed = 0;
    std::uint64_t retry = 0;  // 0: one phase again
    int phases = 1;
    int most_phases = 1;      // as the file says, however short the path is
    std::size_t ready = 0;    // cells
    std::size_t waiting = 0;  // the same as `ready`, where nobody waits
    std::size_t last = 0;     // phase; the first is phases - 1 behind it
};

struct Plan {
    Mode mode = Mode::kPull;
    int months = 0;
    int patience = 0;
    std::vector<StagePlan> stages;
    std::vector<PathPlan> paths;
    std::vector<std::size_t> order;      // stages from the top down
    std::vector<std::int32_t> start;     // people in each cell
    std::vector<std::int32_t> seats;     // of month m at stage s: seats[m * stages + s]
    std::vector<std::int32_t> recruits;  // a month, at each stage
    std::uint64_t leave_cap = 0;         // no stage's chance of leaving is above it
    std::int64_t most_people = 0;        // the house never has more
    bool crowded = false;  // so many people that leavers are drawn for each cell at once

    std::int32_t seats_at(int month, std::size_t stage) const {
        return seats[static_cast<std::size_t>(month) * stages.size() + stage];
    }
    std::int32_t critical_at(int month, std::size_t stage) const {
        const std::int32_t critical = stages[stage].critical;
        return critical > 0 ? critical : seats_at(month, stage);
    }
};

// How many people a house may have for leavers to be drawn one by one.
inline constexpr std::int64_t kCrowd = 8192;

double monthly(double share_of_a_year);
int phases_within(double months, int phases);

// Plans that are compared share their cap: the larger one is given to the other as the least.
Plan make_plan(const Scenario& scenario, Mode mode = Mode::kPull,
               std::vector<std::int32_t> recruits = {}, std::uint64_t least_cap = 0);

}  // namespace vgap::flow
