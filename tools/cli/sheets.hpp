// cli/sheets — a file of people or decisions: opened, decoded, and understood by its columns and days.
//
// In      path, - is standard input; which file it is; pairs "field=column"; the form of its days, if it was said
// Out     Opened; false after reporting why not
// Errors  reported on the console: those of cli/input, base/encoding, people/sheet, people/columns, people/day_form
// Source  MODEL.md §4 (input)
// Cost    O(bytes)
// Tested  tests/cli/metrics.test.mjs, tests/cli/workspace.test.mjs
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/encoding.hpp"
#include "core/people/columns.hpp"
#include "core/people/day_form.hpp"
#include "core/people/sheet.hpp"
#include "tools/cli/console.hpp"

namespace vgap::cli {

struct Opened {
    std::string path;
    base::Encoding encoding = base::Encoding::kUtf8;
    people::Sheet sheet;
    people::Mapping mapping;
    people::DayForm days = people::DayForm::kYearFirst;
};

bool open_sheet(std::string_view path, Opened& opened, Console& console);
bool understand_sheet(people::File file, Opened& opened, const std::vector<std::string>& pairs,
                      std::optional<people::DayForm> days, Console& console);
std::string delimiter_of(const people::Sheet& sheet);  // ";", "TAB", "NDJSON"

}  // namespace vgap::cli
