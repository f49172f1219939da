// export/calibration_json — what a calibration session came to, as JSON: calibration_report/1.
//
// In      Session whose log holds
// Out     one object: each person's votes, decision and development steps; growth areas, systemic ones marked
//         (assets/schemas/calibration_report.schema.json)
// Errors  none
// Source  MODEL.md §5
// Cost    O(session)
// Tested  tests/cli/calibration.test.mjs
#pragma once

#include <string>

#include "core/calibration/session.hpp"

namespace vgap::export_ {

void append_calibration(std::string& out, const calibration::Session& session);

}  // namespace vgap::export_
