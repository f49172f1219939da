// cli/workspace_list — what a workspace holds, counted.
//
// In      Workspace as it was read
// Out     lines to read, or one JSON object
// Errors  none
// Source  MODEL.md §0 (workspace)
// Cost    O(records)
// Tested  tests/cli/workspace.test.mjs
#pragma once

#include <string>

#include "core/text/catalogue.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::cli {

std::string listed(const workspace::Workspace& workspace, const text::Catalogue& texts);
std::string listed_json(const workspace::Workspace& workspace);

}  // namespace vgap::cli
