#include "core/base/date.hpp"

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

TEST(Date, ReadsDaysAndNothingElse) {
    EXPECT_EQ(parse_date("2026-11-22"), (Date{2026, 11, 22}));
    EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29}));
    for (const char* const text :
         {"", "2026-11-2", "2026-13-01", "2026-00-01", "2026-02-29", "1900-02-29", "2026-04-31",
          "2026-11-00", "0000-01-01", "2026/11/22", "22-11-2026", "+026-11-22", "2026-11-22T00"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Date, CountsDaysAsTheCalendarDoes) {
    EXPECT_EQ(day_number({1970, 1, 1}), 0);
    EXPECT_EQ(day_number({1969, 12, 31}), -1);
    EXPECT_EQ(day_number({2000, 3, 1}), 11017);
    EXPECT_EQ(weekday({2026, 11, 22}), 6);
    EXPECT_EQ(weekday({2026, 11, 23}), 0);
    EXPECT_EQ(weekday({1969, 12, 29}), 0);
    EXPECT_EQ(plus_days({2024, 2, 28}, 1), (Date{2024, 2, 29}));
    EXPECT_EQ(plus_days({2026, 12, 31}, 1), (Date{2027, 1, 1}));
    EXPECT_EQ(plus_days({2027, 1, 1}, -1), (Date{2026, 12, 31}));
}

TEST(Date, GoesThroughEightHundredYearsDayByDay) {
    Date date{1600, 1, 1};
    const std::int64_t first = day_number(date);
    int last_weekday = weekday(date);
    for (std::int64_t day = 1; day <= 2 * 146'097; ++day) {
        const Date next = plus_days(date, 1);
        ASSERT_LT(date, next);
        ASSERT_EQ(parse_date(extended(next)), next);
        ASSERT_EQ(day_number(next), first + day);
        ASSERT_EQ(weekday(next), (last_weekday + 1) % 7);
        last_weekday = weekday(next);
        date = next;
    }
    EXPECT_EQ(date, (Date{2400, 1, 1}));
}

TEST(Date, IsWrittenAsIso8601) {
    EXPECT_EQ(basic({2026, 1, 5}), "20260105");
    EXPECT_EQ(extended({987, 1, 5}), "0987-01-05");
}

}  // namespace
}  // namespace vgap::base
