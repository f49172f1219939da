// people/read — a sheet's cells as people or as decisions; each cell that cannot be read is a fault.
//
// In      Sheet, its Mapping, the form of its days
// Out     added to Records. What is done about a fault: without an id, a stage or an outcome, or with a day that is none,
//         the row is left out; an unreadable yes or no, readiness or attempt counts as not said
// Errors  faults error.people.{empty_cell, not_a_day, not_yes_or_no, not_an_outcome, not_a_readiness,
//         not_an_attempt, decided_without_outcome}, and those of the sheet
// Source  MODEL.md §4
// Cost    O(bytes)
// Tested  tests/core/people/import_test.cpp; tools/fuzz/people_fuzz.cpp
#pragma once

#include "core/people/columns.hpp"
#include "core/people/day_form.hpp"
#include "core/people/records.hpp"
#include "core/people/sheet.hpp"

namespace vgap::people {

// The cells of the columns that hold days, for find_day_form.
std::vector<DayCell> day_cells(File file, const Sheet& sheet, const Mapping& mapping);

void read_people(const Sheet& sheet, const Mapping& mapping, DayForm form, Records& records);
void read_decisions(const Sheet& sheet, const Mapping& mapping, DayForm form, Records& records);

}  // namespace vgap::people
