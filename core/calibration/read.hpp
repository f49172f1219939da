// calibration/read — the file of a session, and a single change on its way into one.
//
// In      JSON text: {"schema": "calibration/1", "id", "candidates": [{"id", "from", "to"}], "voters": [...], "log": [...]};
//         {"by", "subject", "candidate", "verdict", "gaps", "development", "why"} for a change
// Out     Session as it is written there: whether its log holds is for calibration/keep
// Errors  every one of error.json.*; error.calibration.{other_schema, twice}, all at once
// Source  MODEL.md §5
// Cost    O(bytes)
// Tested  tests/core/calibration/calibration_test.cpp; tools/fuzz/calibration_fuzz.cpp
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/calibration/session.hpp"
#include "core/json/read.hpp"

namespace vgap::calibration {

base::Result<Session> read_session(std::string_view json_text);
// The same inside a larger document: notes its problems with the reader, and is worth nothing where there are any.
Session read_session(const json::Reader& reader);
base::Result<Change> read_change(std::string_view json_text);

}  // namespace vgap::calibration
