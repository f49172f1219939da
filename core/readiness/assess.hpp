// readiness/assess — one candidate: what the raters of each role saw, what may be concluded, what to do next.
//
// In      the candidate's ratings; what is released of the anonymous ones (readiness/release)
// Out     Assessment. Every number about anonymous raters is made of the release alone
//         others        weighted mean of role means, self excluded; none from fewer than two raters: one view is no
//                       fact. A group of combined roles weighs as much as the heaviest of them
//         low, high     others -+ t * sqrt(sum (w/W)^2 deviation^2 / n), rounded outwards to whole points
//         self_gap      self - others, to be read beside Rules::usual_gap
//         status        not enough evidence: a capability without an interval, or with too few raters or views
//                       ready now: every capability at its threshold (what its dimension requires) and the
//                       low end at its floor
//                       ready with support: every capability within support_within of its threshold
//                       else develop first
//         quadrant      performance against readiness, never added; path: by the candidate's own wish, first
//         double_loss   high performance, develop first, and a promotion pending
//         project       the action of a quarter whose targets have the largest gaps (sum; then the least
//                       effort, then the first); first_step the action of a week for the largest gap.
//                       None for who does not want to lead
// Errors  none: what cannot be known is absent
// Source  MODEL.md §3; Burke & Dunlap 2002 (agreement: ad at most points / 6)
// Cost    O(raters · items)
// Tested  tests/core/readiness/assess_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/readiness/release.hpp"

namespace vgap::readiness {

struct GroupMean {
    std::vector<Index> roles;
    int raters = 0;
    double mean = 0;
};

struct CapabilityView {
    double required = 0;
    double floor = 0;
    std::optional<double> self;
    std::vector<GroupMean> groups;  // named roles and released groups, by roles
    int raters = 0;                 // in the groups
    std::optional<double> others;
    std::optional<double> low, high;
    std::optional<double> self_gap;
    std::optional<Spread> spread;
    std::optional<bool> agree;
    std::vector<std::optional<double>> item_points;  // mean keyed point by the others
};

enum class Status : std::uint8_t {
    kReadyNow,
    kReadyWithSupport,
    kDevelopFirst,
    kNotEnoughEvidence
};
enum class Path : std::uint8_t { kLeadership, kContributor, kAskFirst };
enum class Quadrant : std::uint8_t { kHighPotential, kPerformerNotLeader, kWrongSeat, kNeitherYet };
enum class ReasonKind : std::uint8_t {
    kAtThreshold,  // others, threshold
    kBelowThreshold,
    kBeyondSupport,  // others, threshold - support_within
    kFloorNotHeld,   // low end, floor
    kTooFewRaters,   // raters, least
    kTooFewViews,    // groups, least
    kNoInterval      // anonymous raters told together, least
};

struct Reason {
    ReasonKind kind = ReasonKind::kAtThreshold;
    Index capability = instrument::kNone;
    double value = 0;
    double needed = 0;
};

struct Gap {
    Index capability = instrument::kNone;
    double points = 0;
    std::vector<Index> items;  // the lowest by the others, at most two, positions in the dimension
};

struct Assessment {
    std::string id;
    std::vector<int> raters;  // by role, that answered
    int waiting = 0;          // anonymous, not yet in anything that is told
    std::vector<CapabilityView> capabilities;
    Status status = Status::kNotEnoughEvidence;
    std::vector<Reason> reasons;
    std::optional<int> performance;  // option, when the raters of it agree
    std::optional<bool> high_performance;
    std::optional<int> interest;  // option
    Path path = Path::kAskFirst;
    std::optional<Quadrant> quadrant;
    std::optional<bool> pending_promotion;
    bool double_loss = false;
    bool unproven_promotion = false;                 // pending without enough evidence
    std::vector<std::pair<Index, int>> more_raters;  // role, how many at least
    std::vector<Gap> gaps;                           // largest first
    Index project = instrument::kNone;               // action
    Index first_step = instrument::kNone;
};

Assessment assess(const Instrument& instrument, const Rules& rules,
                  std::span<const Rating* const> ratings, const CandidateRelease& release);

std::string_view to_string(Status status);  // "ready_now", ...
std::string_view to_string(Path path);
std::string_view to_string(Quadrant quadrant);
std::string_view to_string(ReasonKind kind);

}  // namespace vgap::readiness
