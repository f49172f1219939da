// export/workspace_json — an engagement's results as JSON (workspace_report/1): the documents of the single commands, by section.
//
// In      what report/workspace tells; sections
// Out     {"schema","engine","title","client","date","synthetic","threshold","sections":{..}}. A section of which there is nothing
//         is null, as is a session whose log does not hold
// Errors  none
// Source  assets/schemas/workspace_report.schema.json
// Cost    O(what is told)
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <span>
#include <string>

#include "core/report/workspace.hpp"

namespace vgap::export_ {

void append_workspace_report(std::string& out, const report::WorkspaceTold& told,
                             std::span<const report::Section> sections);

}  // namespace vgap::export_
