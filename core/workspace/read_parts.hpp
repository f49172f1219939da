// workspace/read_parts — the parts of workspace/read: each reads one member, and notes its problems with the reader.
//
// In      reader on the member, which is there
// Out     what it says, in the workspace
// Errors  see workspace/read
// Source  see workspace/read
// Cost    O(bytes of the member)
// Tested  tests/core/workspace/read_test.cpp
#pragma once

#include <optional>
#include <string>

#include "core/json/read.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

inline constexpr std::size_t kMostRecords = 1'000'000;
inline constexpr std::size_t kMostName = 256;   // bytes
inline constexpr std::size_t kMostText = 8192;  // bytes

std::optional<base::Date> read_day(const json::Reader& in);  // a problem where it is none

void read_threshold(const json::Reader& in, Threshold& threshold);
void read_instruments(const json::Reader& in, Library library, Workspace& workspace);
void read_responses(const json::Reader& in, Workspace& workspace);
void read_ratings(const json::Reader& in, Workspace& workspace);
void read_publications(const json::Reader& in, Workspace& workspace);
void read_imported(const json::Reader& in, people::File file, Imported& imported);
void read_projects(const json::Reader& in, Workspace& workspace);
void read_plan(const json::Reader& in, Workspace& workspace);

}  // namespace vgap::workspace
