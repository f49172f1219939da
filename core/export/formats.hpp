// export/formats — every form in which a result can be written, in one table.
//
// In      Told: what is told about one response, and the day on which it is told
// Out     appended to `out`: markdown, html, csv, calendar; json: the profile, with what
//         changed since an earlier attempt where there is one; pack: the result pack
// Errors  find_format: nullptr for a name that is in no row
// Source  HOUSE.md §1 (one table that lists them)
// Cost    O(bytes)
// Tested  tests/cli/report.test.mjs, tests/parity/headless.test.mjs
#pragma once

#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/plan/rank.hpp"
#include "core/report/words.hpp"

namespace vgap::export_ {

struct Told {
    report::Subject subject;
    const plan::Plan& plan;
    base::Date date;
    std::string_view response_id;    // may be empty
    std::string_view pipeline = {};  // answers/pipeline
};

struct Format {
    std::string_view name;
    void (*write)(std::string& out, const Told& told);
};

const Format* find_format(std::string_view name);
std::string known_formats();  // "markdown, html, ...", for a sentence

}  // namespace vgap::export_
