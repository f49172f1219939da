// people/stage_order — which stage lies above which, when only the moves between them are known.
//
// In      people and decisions
// Out     every stage that they name, from the lowest up: a stage's level is the longest way up to it over moves
//         that are taken more often than their opposites; equal levels stand in the order of the file
// Errors  none: a circle of moves ends where every stage was passed once
//         check_stages: error.people.too_many_stages, before anything that looks at pairs of them
// Source  the longest path in a directed graph, by relaxation
// Cost    O(stages · transitions + decisions log)
// Tested  tests/core/people/reconcile_test.cpp
#pragma once

#include <vector>

#include "core/people/records.hpp"

namespace vgap::people {

inline constexpr std::size_t kMostStages = 500;

base::Errors check_stages(const Records& records);

std::vector<Stage> stages_of(const Records& records);

}  // namespace vgap::people
