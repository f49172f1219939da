// people/metrics — how a pipeline runs, from its records: each figure with its n, its interval and its target.
//
// In      Records that hold together; Question: the day, the targets, how many people a group must have to be spoken of, the
//         day from which promotions were recorded
// Out     figures (what each means is said by the message metric.NAME.definition):
//           path_coverage, gap_visibility            of each stage and all: yes / (yes + no), Wilson; `open`: not said
//           promotion_median, promotion_restricted_mean, promoted_within, left_within, promotion_naive_mean
//                                                    of each transition, in months: Kaplan-Meier with left truncation and
//                                                    log-log limits; Aalen-Johansen, where leaving and promotion to
//                                                    elsewhere rule a promotion out; the plain mean only beside these
//           waits_by_track, waits_by_group           log-rank
//           first_submission_success, eventual_success   of each transition and all, Wilson; `open`: pending
//           successor_coverage, ready_now            of critical roles, by maximum matching
//         a curve for each transition, every third month; who is at which stage, how ready
//         Hidden: nothing is said about fewer than `least_group` people, nor can be had by subtraction from a
//         total: with a small stage or transition the smallest other ones are hidden until those hidden
//         together are enough (stats/suppression), in all figures of that kind at once. No figure names a person
// Errors  none: what cannot be said is undefined, with a reason
// Source  MODEL.md §4; stats/kaplan_meier, aalen_johansen, log_rank, interval, matching, suppression
// Cost    O(n log n · transitions)
// Tested  tests/core/people/metrics_test.cpp, tests/cli/metrics.test.mjs
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/people/records.hpp"
#include "core/people/stays.hpp"
#include "core/people/targets.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::people {

inline constexpr double kConfidence = 0.95;
inline constexpr double kRestrictedTo = 36;  // months

enum class Unit : std::uint8_t { kShare, kMonths, kChiSquared };
enum class State : std::uint8_t { kShown, kHidden, kUndefined };
enum class Wanted : std::uint8_t { kNothing, kAtLeast, kAtMost };

struct Figure {
    std::string_view metric;
    std::string stage;  // of a transition: from; empty: of all
    std::string to;     // of a transition
    int month = 0;      // of what happens within so many
    Unit unit = Unit::kShare;
    State state = State::kShown;
    std::string_view reason;  // where it is undefined
    double value = stats::kUndefined;
    stats::Interval interval;
    double df = stats::kUndefined;  // of a test
    double p = stats::kUndefined;
    std::size_t count = 0;  // of n: those with the property, or promotions seen
    std::size_t n = 0;
    std::size_t open = 0;  // left out of n: not said, or still pending
    Wanted wanted = Wanted::kNothing;
    double target = stats::kUndefined;

    std::optional<bool> meets() const;
};

struct Curve {
    std::string from, to;
    std::vector<double> months;
    stats::Numbers waiting, low, high, promoted, left;
};

struct Said {
    std::size_t yes = 0, no = 0, open = 0;
};

struct StageRow {
    std::string stage;  // empty: all
    State state = State::kShown;
    std::size_t people = 0;
    std::size_t building = 0, within_twelve_months = 0, ready_now = 0, not_stated = 0;
    Said path = {};
    Said gaps = {};
};

struct Question {
    base::Date as_of;
    const Targets& targets;
    std::size_t least_group = 5;
    std::optional<base::Date> recorded_from;
};

struct Metrics {
    std::vector<Figure> figures;
    std::vector<Curve> curves;
    std::vector<StageRow> stages;  // the last: all
    std::size_t roles_without_anybody = 0;
    Stays stays;
};

Metrics measure(const Records& records, const Question& question);

}  // namespace vgap::people
