#include "core/people/day_form.hpp"

#include <algorithm>

namespace vgap::people {

namespace {

struct Parts {
    int numbers[3] = {};
    int digits[3] = {};
    char separator = '-';

    bool year_first() const { return digits[0] == 4; }
    bool year_last() const { return digits[0] <= 2 && digits[2] == 4; }
};

std::optional<Parts> parts_of(std::string_view text) {
    const std::size_t time = text.find_first_of("T ");
    text = text.substr(0, time);
    Parts parts;
    int part = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (++parts.digits[part] > 4) return std::nullopt;
            parts.numbers[part] = parts.numbers[part] * 10 + (c - '0');
        } else if ((c == '-' || c == '/' || c == '.') && part < 2 && parts.digits[part] > 0 &&
                   (part == 0 || c == parts.separator)) {
            parts.separator = c;
            ++part;
        } else {
            return std::nullopt;
        }
    }
    if (part != 2 || parts.digits[1] > 2) return std::nullopt;
    if (parts.year_first() ? parts.digits[2] < 1 || parts.digits[2] > 2 : !parts.year_last()) {
        return std::nullopt;
    }
    return parts;
}

std::optional<base::Date> date_of(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1) return std::nullopt;
    return base::parse_date(base::extended({year, month, day}));  // February 30 is none
}

}  // namespace

std::string_view to_string(DayForm form) {
    constexpr std::string_view kNames[] = {"ymd", "dmy", "mdy"};
    return kNames[static_cast<std::size_t>(form)];
}

std::optional<DayForm> day_form(std::string_view name) {
    for (const DayForm form : {DayForm::kYearFirst, DayForm::kDayFirst, DayForm::kMonthFirst}) {
        if (to_string(form) == name) return form;
    }
    return std::nullopt;
}

base::Result<DayForm> find_day_form(const std::vector<DayCell>& cells) {
    constexpr int kMonths = 12;
    const DayCell* day_first = nullptr;
    const DayCell* month_first = nullptr;
    const DayCell* open = nullptr;  // reads both ways
    for (const DayCell& cell : cells) {
        const std::optional<Parts> parts = parts_of(cell.text);
        if (!parts || parts->year_first()) continue;
        const bool day = parts->numbers[0] > kMonths || parts->separator == '.';
        const bool month = parts->numbers[1] > kMonths;
        if (day && !month && day_first == nullptr) day_first = &cell;
        if (month && !day && month_first == nullptr) month_first = &cell;
        if (!day && !month && parts->numbers[0] != parts->numbers[1] && open == nullptr) {
            open = &cell;
        }
    }
    if (day_first != nullptr && month_first != nullptr) {
        return base::fail(base::Error{"error.people.mixed_days",
                                      month_first->where,
                                      {{"found", std::string(month_first->text)},
                                       {"other", std::string(day_first->text)},
                                       {"place", day_first->where}}});
    }
    if (day_first != nullptr) return DayForm::kDayFirst;
    if (month_first != nullptr) return DayForm::kMonthFirst;
    if (open != nullptr) {
        return base::fail(base::Error{
            "error.people.ambiguous_days", open->where, {{"found", std::string(open->text)}}});
    }
    return DayForm::kYearFirst;
}

std::optional<base::Date> read_day(std::string_view text, DayForm form) {
    const std::optional<Parts> parts = parts_of(text);
    if (!parts) return std::nullopt;
    const int* const n = parts->numbers;
    if (parts->year_first()) return date_of(n[0], n[1], n[2]);
    if (form == DayForm::kMonthFirst) return date_of(n[2], n[0], n[1]);
    if (form == DayForm::kDayFirst || n[0] == n[1]) return date_of(n[2], n[1], n[0]);
    return std::nullopt;
}

}  // namespace vgap::people
