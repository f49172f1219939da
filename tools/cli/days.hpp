// cli/days — the day it is here, and days that somebody gave.
//
// In      an option whose value is a day, such as 2026-11-22
// Out     read_day: false, after reporting it, where the value is no day; without the option nothing changes
// Errors  error.cli.no_date {found}
// Source  ISO 8601
// Cost    O(1)
// Tested  tests/cli/report.test.mjs, tests/cli/workspace.test.mjs
#pragma once

#include <optional>
#include <string_view>

#include "core/base/date.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/options.hpp"

namespace vgap::cli {

base::Date today();

bool read_day(const Options& options, std::string_view option, std::optional<base::Date>& day,
              Console& console);

}  // namespace vgap::cli
