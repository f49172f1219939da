// base/date — a civil date: a day in the Gregorian calendar, without hours or a time zone.
//
// In      year 1..9999, month 1..12, day 1..31; or "2026-11-22"
// Out     parse_date: nullopt for what is no day, February 30 among it
//         plus_days: may go back; day_number: days since 1970-01-01; weekday: 0 Monday to 6 Sunday
//         basic: "20261122", extended: "2026-11-22" (ISO 8601)
// Errors  none: what is no date is nullopt
// Source  ISO 8601; the Gregorian calendar's cycle of 400 years is 146,097 days
// Cost    O(1)
// Tested  tests/core/base/date_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vgap::base {

struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend bool operator==(const Date&, const Date&) = default;
    friend auto operator<=>(const Date&, const Date&) = default;
};

std::optional<Date> parse_date(std::string_view text);
std::int64_t day_number(const Date& date);
Date plus_days(const Date& date, std::int64_t days);
int weekday(const Date& date);
std::string basic(const Date& date);
std::string extended(const Date& date);

}  // namespace vgap::base
