// export/cohort_json — the report of a cohort as JSON (cohort_report/1).
//
// In      Report of a summary
// Out     one line of JSON. A figure is a number, null (there is none) or "suppressed" (there is one,
//         of too few people). Means and deviations in 0..100, rounded to billionths
// Errors  none
// Source  MODEL.md §2; assets/schemas/cohort_report.schema.json
// Cost    O(figures)
// Tested  tests/cli/cohort_report.test.mjs
#pragma once

#include <string>

#include "core/cohort/report.hpp"

namespace vgap::export_ {

void append_cohort_json(std::string& out, const cohort::Layout& layout,
                        const cohort::Summary& summary, const cohort::Report& report);

}  // namespace vgap::export_
