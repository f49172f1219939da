// workspace/check — what a workspace says that does not hold, although it can be read.
//
// In      Workspace as it was read
// Out     every finding with its place: logs of sessions that do not hold (calibration/keep), ratings of which more could
//         be told than is on record, so that reports of two days could be subtracted (workspace/change renews the record)
// Errors  those of calibration/keep; error.workspace.not_on_record
// Source  MODEL.md §3, §5
// Cost    O(bytes of the logs + ratings)
// Tested  tests/core/workspace/read_test.cpp, tests/cli/workspace.test.mjs
#pragma once

#include "core/base/result.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

base::Errors check(const Workspace& workspace);
base::Errors check_session(const Workspace& workspace, std::size_t session);

}  // namespace vgap::workspace
