// workspace/migrate — documents of earlier versions, made into one of this version step by step.
//
// In      version_of: a document. gathered: the text of a file that holds one document, a list of them, or one a line
//         migrate: a document of an earlier version, the instruments that ship, and what a new workspace's head says
//         workspace/0 is what there was before there were workspaces: the pieces themselves (workspace/change), as one
//         document or a list of them
// Out     version_of: 0 for pieces. migrate: the document of this version, and what each step did, as messages
//         kMigrations, one row a step: a new version adds a row and takes nothing away
// Errors  error.workspace.{other_schema, newer}; migrate: every piece that cannot be taken, at its place
// Source  PRODUCT.md §5 (older version of a file: migrated and said so; newer: refused with both versions)
// Cost    O(bytes)
// Tested  tests/core/workspace/read_test.cpp, tests/cli/workspace.test.mjs
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/json/value.hpp"
#include "core/workspace/change.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

inline constexpr int kVersion = 1;

base::Result<int> version_of(const json::Value& document);

struct Gathered {
    json::Value document;
    std::vector<std::size_t> lines;  // of the list's elements, where there was one a line
};

// One document, or else one a line; a problem of a line is told with its line.
base::Result<Gathered> gathered(std::string_view text);

struct Migrated {
    json::Value document;
    base::Errors done;  // messages of what was done, which are no errors
};

base::Result<Migrated> migrate(json::Value document, Library library, const Head& head);

}  // namespace vgap::workspace
