// cli/workspace_file — a workspace's file: opened with the instruments that ship, and written so that there is never half of one.
//
// In      path, - is standard input; the text of a file
// Out     open_workspace: nullopt after reporting every problem. write_whole: written beside its place and renamed into it, so a
//         reader sees the old file or the new one; false after reporting why not
// Errors  reported on the console: error.cli.{cannot_open, cannot_read, file_too_large, cannot_write_file}, those of
//         workspace/read
// Source  PRODUCT.md §5 (no data loss)
// Cost    O(bytes)
// Tested  tests/cli/workspace.test.mjs
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/workspace/workspace.hpp"
#include "tools/cli/console.hpp"

namespace vgap::cli {

std::vector<workspace::Known> shipped_instruments();

std::optional<workspace::Workspace> open_workspace(const std::string& path,
                                                   workspace::Library library, Console& console);
std::optional<workspace::Workspace> read_workspace(const std::string& path, std::string bytes,
                                                   workspace::Library library, Console& console);

bool same_file(const std::string& one, const std::string& other);
bool write_whole(const std::string& path, std::string_view text, Console& console);

}  // namespace vgap::cli
