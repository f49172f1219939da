// cli/format_names — the names of formats, which every command takes in either spelling.
//
// In      as it was given: "md", "markdown", "html", ...
// Out     the name that the tables of formats have: "md" is "markdown"; everything else stays as it is
// Errors  none: whether there is such a format is for the command to say
// Source  PRODUCT.md §4
// Cost    O(1)
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <string_view>

namespace vgap::cli {

inline std::string_view format_named(std::string_view name) {
    return name == "md" ? std::string_view("markdown") : name;
}

}  // namespace vgap::cli
