// readiness/conclude — from what the raters saw to a status with its reasons, and to next steps.
//
// In      assessment: its capabilities, performance, interest and pending promotion
// Out     the same with status, reasons, quadrant, flags, gaps, project and raters to ask
// Errors  none
// Source  MODEL.md §3; assess.hpp has the rules
// Cost    O(actions · capabilities)
// Tested  tests/core/readiness/assess_test.cpp
#pragma once

#include "core/readiness/assess.hpp"

namespace vgap::readiness {

void conclude(const Instrument& instrument, const Rules& rules, Assessment& assessment);

}  // namespace vgap::readiness
