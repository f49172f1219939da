// workspace/write — a workspace as text that people can read and compare: a record a line.
//
// In      the document
// Out     appended: members in the document's order, numbers as they were written where that was kept (json/parse). The document and
//         whatever holds a list of objects or lists stand open, a member or an element a line, indented by two; everything
//         else stands on one line. What was written here is, read and written again, the same bytes
// Errors  none
// Source  MODEL.md §0 (workspace)
// Cost    O(bytes)
// Tested  tests/core/workspace/write_test.cpp; tools/fuzz/workspace_fuzz.cpp
#pragma once

#include <string>

#include "core/json/value.hpp"

namespace vgap::workspace {

void append_document(std::string& out, const json::Value& document);

}  // namespace vgap::workspace
