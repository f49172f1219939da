// cli/workspace_report — a workspace as a document, by sections, in a format and language.
//
// In      path and bytes of a workspace; --sections, --format, --language, --date, --output
// Out     the document; faults of records and logs that do not hold on standard error, with 1 as exit code
// Errors  error.cli.{unknown_section, unknown_format, unknown_language, output_is_source}; those of workspace/read
// Source  MODEL.md §0 (workspace)
// Cost    that of workspace/results
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <string>
#include <string_view>

#include "tools/cli/console.hpp"
#include "tools/cli/options.hpp"

namespace vgap::cli {

bool may_be_workspace(std::string_view bytes);  // by the first words of it
int report_workspace(const std::string& path, std::string bytes, const Options& options,
                     Console& console);

}  // namespace vgap::cli
