// report/cohort — the report of a cohort as a document: what stands behind it, dimensions, segments, questions.
//
// In      Report of a summary; texts of one language, the instrument's over them
// Out     blocks in reading order: means and deviations with one decimal, coefficients with two. A figure of too
//         few people says so in a word; a dash: there is no such figure
// Errors  none: a dimension or question without a text is named by its id
// Source  MODEL.md §2, §7 (no number without its n and its bounds)
// Cost    O(figures)
// Tested  tests/cli/cohort_report.test.mjs
#pragma once

#include "core/cohort/report.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

Report write_cohort(const cohort::Layout& layout, const cohort::Summary& summary,
                    const cohort::Report& report, const text::Catalogue& texts);

}  // namespace vgap::report
