#include "core/base/date.hpp"

namespace vgap::base {

namespace {

constexpr std::int64_t kDaysInCycle = 146'097;  // 400 years
constexpr std::int64_t kEpoch = 719'468;        // 1970-01-01, counted from 0000-03-01

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(int year, int month) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

std::string padded(int number, std::size_t digits) {
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {};
    constexpr std::size_t kStarts[] = {0, 5, 8};
    constexpr std::size_t kLengths[] = {4, 2, 2};
    for (int part = 0; part < 3; ++part) {
        for (std::size_t at = 0; at < kLengths[part]; ++at) {
            const char digit = text[kStarts[part] + at];
            if (digit < '0' || digit > '9') return std::nullopt;
            parts[part] = parts[part] * 10 + (digit - '0');
        }
    }
    const Date date{parts[0], parts[1], parts[2]};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > days_in(date.year, date.month)) {
        return std::nullopt;
    }
    return date;
}

// Years begin in March here, so that the day that comes and goes is the last of the year.
std::int64_t day_number(const Date& date) {
    const std::int64_t year = date.month > 2 ? date.year : date.year - 1;
    const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t of_cycle = year - cycle * 400;
    const std::int64_t month = (date.month + 9) % 12;
    const std::int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
    return cycle * kDaysInCycle + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - kEpoch;
}

Date plus_days(const Date& date, std::int64_t days) {
    const std::int64_t count = day_number(date) + days + kEpoch;
    const std::int64_t cycle = (count >= 0 ? count : count - (kDaysInCycle - 1)) / kDaysInCycle;
    const std::int64_t of_cycle = count - cycle * kDaysInCycle;
    const std::int64_t year =
        (of_cycle - of_cycle / 1'460 + of_cycle / 36'524 - of_cycle / (kDaysInCycle - 1)) / 365;
    const std::int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * of_year + 2) / 153;
    Date out;
    out.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
    out.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    out.year = static_cast<int>(year + cycle * 400 + (out.month <= 2 ? 1 : 0));
    return out;
}

int weekday(const Date& date) {
    const std::int64_t from_thursday = day_number(date) % 7;  // 1970-01-01 was one
    return static_cast<int>((from_thursday + 7 + 3) % 7);
}

std::string basic(const Date& date) {
    return padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2);
}

std::string extended(const Date& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace vgap::base
