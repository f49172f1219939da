// people/records — people, promotion decisions, and every fault of the files that they came from.
//
// In      built by people/read and people/reconcile
// Out     plain data. A fault says what was wrong, where, and what was done about it: the row was left out, or it
//         counts by a rule that the fault's sentence states
// Errors  none
// Source  MODEL.md §4 (input, data faults)
// Cost    none
// Tested  tests/core/people/reconcile_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "core/base/tri.hpp"
#include "core/people/columns.hpp"
#include "core/people/words.hpp"

namespace vgap::people {

struct Person {
    std::string id;
    std::string stage;
    std::optional<base::Date> since;    // at this stage
    std::optional<base::Date> entered;  // the house
    std::optional<base::Date> left;
    std::string track;
    std::string group;
    base::Tri path = base::Tri::kUnknown;  // documented?
    base::Tri gaps = base::Tri::kUnknown;
    Readiness readiness = Readiness::kNotStated;
    std::vector<std::string> successor_for;  // roles
    std::size_t row = 0;                     // in its sheet
};

struct Decision {
    std::string id;  // of the person
    std::string from;
    std::string to;
    std::optional<base::Date> submitted;
    std::optional<base::Date> decided;
    Outcome outcome = Outcome::kPending;
    int attempt = 0;  // from 1; 0: not said
    std::vector<std::string> gaps;
    bool timed = true;      // may say how long somebody waited
    bool promotion = true;  // not a step down
    std::size_t row = 0;
};

enum class Treatment : std::uint8_t { kRepaired, kLeftOut };

struct Fault {
    File file = File::kPeople;
    Treatment treatment = Treatment::kLeftOut;
    base::Error what;
};

struct Tally {
    std::size_t rows = 0;  // that the file has
    std::size_t left_out = 0;
    std::size_t used() const { return rows - left_out; }
};

// Somebody below a level stepped down to it.
struct Stage {
    std::string name;
    int level = 0;
};

struct Records {
    std::vector<Person> people;
    std::vector<Decision> decisions;
    std::vector<Stage> stages;  // from the lowest up
    std::vector<Fault> faults;
    Tally people_tally;
    Tally decisions_tally;
    bool has_successors = false;  // the file has the column
    bool has_readiness = false;
};

}  // namespace vgap::people
