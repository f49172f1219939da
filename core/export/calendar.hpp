// export/calendar — the plan as days in a calendar, so that it happens.
//
// In      instrument, texts of one language, plan, today
// Out     iCalendar: an all-day event for each action, free time, with how to do it and how to tell that it worked.
//         This week's actions are on Monday, Wednesday and Friday of the week that begins on the next Monday (today,
//         if it is one); this month's on the Mondays after it; this quarter's every third Monday from the sixth on
// Errors  none; an empty plan is an empty calendar
// Source  RFC 5545 (lines of at most 75 octets, CRLF, escaped text); MODEL.md §1 (plan, horizons)
// Cost    O(bytes)
// Tested  tests/core/export/calendar_test.cpp
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/instrument/types.hpp"
#include "core/plan/rank.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::export_ {

void append_calendar(std::string& out, const instrument::Instrument& instrument,
                     const text::Catalogue& texts, const plan::Plan& plan, const base::Date& today);

}  // namespace vgap::export_
