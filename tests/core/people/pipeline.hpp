// pipeline — two tables as text to records that hold together, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/people/reconcile.hpp"

namespace vgap::people {

constexpr base::Date kDay{2026, 1, 1};

inline Records pipeline(std::string_view people, std::string_view decisions,
                        const std::vector<Stage>& stages = {}) {
    const Sheet all = *read_sheet(people);
    const Sheet moves = *read_sheet(decisions);
    const Mapping of_people = *map_columns(File::kPeople, all.names, {});
    const Mapping of_moves = *map_columns(File::kDecisions, moves.names, {});
    Records records;
    read_people(all, of_people, DayForm::kYearFirst, records);
    read_decisions(moves, of_moves, DayForm::kYearFirst, records);
    reconcile(records, {all, of_people}, {moves, of_moves}, {kDay, stages});
    return records;
}

inline std::string faults_of(const Records& records) {
    std::string all;
    for (const Fault& fault : records.faults) {
        all += std::string(to_string(fault.file)) + ":" + fault.what.where + " " +
               fault.what.code.substr(fault.what.code.rfind('.') + 1) +
               (fault.treatment == Treatment::kLeftOut ? "-" : "~") + "\n";
    }
    return all;
}

}  // namespace vgap::people
