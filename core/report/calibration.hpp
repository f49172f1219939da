// report/calibration — a calibration session as a document that develops people: each person's plan first, what many
// need next, and what was changed.
//
// In      Session whose log holds; texts
// Out     Report. A decision without a development step, and a gap without one, are said so
// Errors  none
// Source  MODEL.md §5 (a development plan per person, never only decisions)
// Cost    O(session)
// Tested  tests/cli/calibration.test.mjs
#pragma once

#include "core/calibration/session.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

Report write_calibration(const calibration::Session& session, const text::Catalogue& texts);

}  // namespace vgap::report
