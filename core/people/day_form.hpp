// people/day_form — in which order a file writes day, month and year; never guessed where two readings fit.
//
// In      the cells of all columns of days of one file
// Out     DayForm: year first, day first or month first. A day may be written with - / or . between its parts, with one
//         digit or two, and a time behind it is passed over; the year has four digits
//         read_day: the day that a cell means in that form; year first is understood in every form
// Errors  error.people.ambiguous_days, with the first cell that reads both ways: 03/04/2024. Dots stand only
//         between parts that begin with the day. error.people.mixed_days: one cell needs the day first, another the
//         month
// Source  ISO 8601; CLDR (no locale writes month.day.year)
// Cost    O(bytes)
// Tested  tests/core/people/import_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/result.hpp"

namespace vgap::people {

enum class DayForm : std::uint8_t { kYearFirst, kDayFirst, kMonthFirst };

std::string_view to_string(DayForm form);  // "ymd", "dmy", "mdy"
std::optional<DayForm> day_form(std::string_view name);

struct DayCell {
    std::string_view text;
    std::string where;
};

base::Result<DayForm> find_day_form(const std::vector<DayCell>& cells);

std::optional<base::Date> read_day(std::string_view text, DayForm form);

}  // namespace vgap::people
