// report/rater_form — what a rater is handed: what to bear in mind, what of it is shown to whom, the questions with
// their anchors, and what to send back.
//
// In      an instrument with its rules and texts; the role that the form is for, by position in Rules::roles
// Out     blocks in reading order: only the questions that this role is asked; beside each answer what stands for it
//         in the table that readiness/rating reads
// Errors  none
// Source  MODEL.md §3; PRODUCT.md §1 (the consultant)
// Cost    O(what is told)
// Tested  tests/cli/readiness_form.test.mjs
#pragma once

#include "core/readiness/rules.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

Report write_rater_form(const instrument::Instrument& instrument, const readiness::Rules& rules,
                        const text::Catalogue& texts, readiness::Index role);

}  // namespace vgap::report
