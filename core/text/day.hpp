// text/day — a civil date as people write it in a language.
//
// In      texts; date
// Out     "3 March 2026", "3. März 2026": the language's messages say the order and the months
// Errors  none
// Source  CLDR, dateFormats-long and months-format-wide, for the languages that ship
// Cost    two messages
// Tested  tests/core/text/day_test.cpp
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::text {

std::string day(const Catalogue& texts, const base::Date& date);

}  // namespace vgap::text
