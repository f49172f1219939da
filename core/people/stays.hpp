// people/stays — how long each person was at each stage, and how it ended.
//
// In      Records that hold together (people/reconcile); the day of the figures; the day from which promotions were
//         recorded, if not always
// Out     a Stay for each stage of each person whose beginning is known: from the promotion into it, from the row's "since",
//         or, where the first recorded move leaves a stage, from the person's entry, taken as entry into that stage.
//         A month is 365.2425 / 12 days. Observation begins at entry into the house or when the record begins,
//         whichever is later; a stay that began before is seen late (left truncation)
//         counts of stays whose beginning is not known, and of those that ended before anybody watched
// Errors  none
// Source  MODEL.md §4; Klein & Moeschberger 2003 §3.4 (left truncation)
// Cost    O(people + decisions log)
// Tested  tests/core/people/metrics_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/people/records.hpp"

namespace vgap::people {

enum class End : std::uint8_t { kStillThere, kPromoted, kLeft, kSteppedDown };

struct Stay {
    std::string stage;
    std::string to;  // promoted
    double months = 0;
    double entry = 0;  // months that had passed when observation began
    End end = End::kStillThere;
    std::string track;
    std::string group;
};

struct Stays {
    std::vector<Stay> all;
    std::size_t without_beginning = 0;
    std::size_t unobserved = 0;
    std::size_t from_entry = 0;  // began, so we take it, with entry into the house
};

Stays stays_of(const Records& records, const base::Date& as_of,
               const std::optional<base::Date>& recorded_from);

}  // namespace vgap::people
