// people/reconcile — what each row can be believed to say, beside the other rows and the day that the figures are of.
//
// In      Records as read; where their cells stand; the day; the stages with their levels, if they are known, else they are
//         taken from the records: a stage lies above those from which people rise to it, and of two opposite moves the
//         rarer one is the step down
// Out     Records in which the following holds, with a fault for each row that was changed or left out:
//           one row a person; nobody entered or moved after the day, left before they came, or is at an unknown stage
//           decisions lie within the person's time in the house, after their submission, and not after the day
//           one person's approvals follow each other, and their last one agrees with their row
//           attempts count from 1 for each person and transition, in the order of submission
// Errors  faults error.people.{same_person_again, two_persons, in_future, left_later, left_before, unknown_stage,
//         same_decision_again, same_stage, decided_later, decided_before_submitted, no_decision_day,
//         pending_with_day, unknown_person, before_entry, after_leaving, step_down, does_not_follow,
//         stage_behind, move_not_recorded, stage_contradicts, since_before_decision, attempts_renumbered}; each sentence states its rule
// Source  MODEL.md §4 (data faults)
// Cost    O((people + decisions) log)
// Tested  tests/core/people/reconcile_test.cpp
#pragma once

#include <vector>

#include "core/people/read.hpp"
#include "core/people/records.hpp"

namespace vgap::people {

struct Origin {
    const Sheet& sheet;
    const Mapping& mapping;
    std::string where(std::size_t row, Field field) const;
};

struct Setting {
    base::Date as_of;
    std::vector<Stage> stages;  // empty: as the records have them
};

void reconcile(Records& records, const Origin& people, const Origin& decisions,
               const Setting& setting);

}  // namespace vgap::people
