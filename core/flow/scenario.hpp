// flow/scenario — a pipeline as somebody describes it: stages with people and seats, paths between them, what the strategy needs.
//
// In      built by flow/read, or by hand in tests
// Out     plain data in the units of the file: percent, months, people. Each parameter says where it comes from
// Errors  none; flow/check lists what does not hold together
// Source  MODEL.md §6
// Cost    data only
// Tested  tests/core/flow/read_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vgap::flow {

inline constexpr int kMostStages = 60;
inline constexpr int kMostPaths = 120;
inline constexpr int kMostMonths = 120;
inline constexpr int kMostPeople = 100'000;  // at one stage
inline constexpr int kMostPhases = 12;
inline constexpr double kMostWait = 600;  // months

enum class Origin : std::uint8_t { kAssumed, kAnswered, kMeasured };

struct Parameter {
    double value = 0;
    Origin origin = Origin::kAssumed;
    std::optional<int> n;  // of how many people or decisions it was measured
};

struct Planned {
    int month = 0;
    int seats = 0;
};

struct Stage {
    std::string id;
    std::string name;
    std::string track;
    int people = 0;
    Parameter attrition_pct;            // a year
    std::vector<Planned> seats;         // linear between, level before the first and after the last
    Parameter external_share_pct;       // of the seats that nobody of the house has filled
    Parameter external_lead_months;     // mean
    std::optional<int> critical_seats;  // else all are
};

struct Path {
    std::string id;
    std::size_t from = 0;  // stages
    std::size_t to = 0;
    int ready = 0;  // people, now
    int phases = 3;
    Parameter share_pct;                    // of the people at `from` who are on this path
    Parameter months_to_ready;              // mean
    Parameter success_pct;                  // of submissions
    std::optional<Parameter> retry_months;  // mean; without it one phase is done again
};

// What the strategy needs at a stage: that many seats more from a month on.
struct Capability {
    std::string id;
    std::string name;
    std::size_t stage = 0;
    int seats = 0;
    int by_month = 0;
    bool critical = false;
    std::string transition_project;  // empty: none
};

struct Scenario {
    std::string id;
    std::string name;
    bool example = false;
    int months = 18;
    int patience_months =
        3;  // after which a house that cannot wait promotes somebody who is not ready
    std::vector<Stage> stages;
    std::vector<Path> paths;
    std::vector<Capability> capabilities;
};

}  // namespace vgap::flow
