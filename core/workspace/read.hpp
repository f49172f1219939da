// workspace/read — a workspace's file: every problem at once with its place, nothing half-loaded.
//
// In      text of at most 100 MiB (kLimits); the instruments that ship
// Out     parse: the document, numbers as they were written. read: what it means. Fields that are not known are passed over at
//         every level, and stay in the document; only an instrument that the workspace holds is read strictly, since
//         its hash covers all of it
//         kMembers: the members of a workspace, in the order in which a new one stands
// Errors  those of json/parse and json/read, of the readers of what it holds (responses, ratings, rules, releases,
//         sessions, targets), and error.workspace.{other_schema, newer, no_day, twice, instrument_not_listed,
//         no_instrument, other_instrument, no_rules, no_reason, threshold_changes, uneven_row,
//         column_twice, column_missing}. Whether a session's log holds is not asked here (workspace/check)
// Source  PRODUCT.md §5; MODEL.md §0
// Cost    O(bytes); memory at most some 100 bytes a value, of which kLimits allows four million
// Tested  tests/core/workspace/read_test.cpp; tools/fuzz/workspace_fuzz.cpp
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/json/parse.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

inline constexpr json::Limits kLimits = {.bytes = 100u << 20, .depth = 64, .values = 4'000'000};

inline constexpr std::string_view kMembers[] = {
    "schema",    "title",        "client",    "created", "synthetic",   "settings",
    "threshold", "instruments",  "responses", "ratings", "people",      "promotions",
    "targets",   "calibrations", "projects",  "plan",    "publications"};

base::Result<json::Value> parse(std::string_view text);
base::Result<Workspace> read(json::Value document, Library library);

}  // namespace vgap::workspace
