// export/cohort_csv — the report of a cohort as a table: one figure a row.
//
// In      Report of a summary
// Out     a header and rows: kind (cohort, dimension, item), id, segment, figure, value. No segment: everybody;
//         (none): gave no answer. Value: a number, "suppressed", or empty where there is none
// Errors  none. Text that a spreadsheet would take for a formula gets an apostrophe before it
// Source  RFC 4180; OWASP on CSV injection
// Cost    O(figures)
// Tested  tests/cli/cohort_report.test.mjs
#pragma once

#include <string>

#include "core/cohort/report.hpp"

namespace vgap::export_ {

void append_cohort_csv(std::string& out, const cohort::Layout& layout,
                       const cohort::Summary& summary, const cohort::Report& report);

}  // namespace vgap::export_
