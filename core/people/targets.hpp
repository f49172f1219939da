// people/targets — what a house wants its pipeline to reach, its stages and its critical roles, as a file.
//
// In      {"schema": "targets/1", "stages": [{"id", "level"}], "path_coverage_pct", "gap_visibility_pct",
//         "first_submission_success_pct", "eventual_success_pct", "successor_coverage_pct", "ready_now_pct": 0..100,
//         "transitions": [{"from", "to", "months", "first_submission_success_pct"}],
//         "critical_roles": [{"id", "stage", "track"}]}; everything but the schema may be left out
// Out     Targets; path coverage and gap visibility are 70 % where nothing else is said, other targets do not exist
// Errors  every one of error.json.*; error.people.{not_targets, stage_twice, target_stage}
// Source  MODEL.md §4
// Cost    O(bytes)
// Tested  tests/core/people/metrics_test.cpp; tools/fuzz/people_fuzz.cpp
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/json/read.hpp"
#include "core/people/records.hpp"

namespace vgap::people {

struct TransitionTarget {
    std::string from;
    std::string to;
    std::optional<double> months;
    std::optional<double> first_success;  // 0..1
};

struct Role {
    std::string id;
    std::string stage;
    std::string track;  // empty: any
};

struct Targets {
    std::vector<Stage> stages;
    double path = 0.7;
    double gaps = 0.7;
    std::optional<double> first_success, eventual_success, successors, ready_now;
    std::vector<TransitionTarget> transitions;
    std::vector<Role> roles;

    const TransitionTarget* find(std::string_view from, std::string_view to) const;
};

base::Result<Targets> read_targets(std::string_view json_text);
// The same inside a larger document: notes its problems with the reader, and is worth nothing where there are any.
Targets read_targets(const json::Reader& reader);

}  // namespace vgap::people
