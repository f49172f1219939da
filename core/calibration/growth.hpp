// calibration/growth — what a session says about growing: who is to develop what, and which gaps many share.
//
// In      Session whose log holds
// Out     areas: in which so many of those who are not yet there have a gap, most first, with the running share of all
//         their gaps (Pareto); an area is systemic when at least 3 people and 30 % of all "not yet" share it. Spellings
//         that differ in case, accents or blanks alone are one area
//         persons: votes, decision and development steps of each candidate, in the order of the file
// Errors  none
// Source  MODEL.md §5
// Cost    O(candidates · (voters + gaps) log)
// Tested  tests/core/calibration/calibration_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calibration/session.hpp"

namespace vgap::calibration {

inline constexpr std::size_t kSystemicPeople = 3;
inline constexpr std::size_t kSystemicTenths = 3;

struct Area {
    std::string name;  // as it was first written
    std::size_t people = 0;
    double share = 0;       // of those who are not yet there
    double cumulative = 0;  // of all gaps
    bool systemic = false;
};

struct Person {
    const Candidate* candidate = nullptr;
    std::size_t ready = 0, not_yet = 0;  // votes
    std::optional<Opinion> decision;
    std::string why;
    std::size_t changes = 0;  // of the decision
};

struct Growth {
    std::vector<Person> persons;
    std::vector<Area> areas;
    std::size_t not_yet = 0;
};

Growth growth_of(const Session& session);

}  // namespace vgap::calibration
