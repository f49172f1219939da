// stats/kaplan_meier — how long it takes when some are still waiting: the product-limit curve.
//
// In      one Wait a person: from `entry` (0, or later when the records start in mid-course) to `time`,
//         when the event came or observation ended; entry < time, or both 0
// Out     Survival: a step at each event time, with the number at risk just before it; events come before
//         censorings at a tie. Greenwood's error; pointwise log-log limits, undefined where S is 0
//         median and quartiles: the first time with S <= .5 (.75, .25), undefined if never
//         restricted_mean: area under S up to tau, the last S carried on
// Errors  none; without anybody there are no steps and every number is undefined
// Source  Kaplan & Meier 1958, JASA 53:457; Kalbfleisch & Prentice 2002 §1.4 (log-log);
//         Brookmeyer & Crowley 1982 (limits of the median by inverting the band); Klein &
//         Moeschberger 2003 §4.5 (restricted mean), §4.6 (left truncation)
// Cost    O(n log n)
// Tested  tests/core/stats/kaplan_meier_test.cpp
#pragma once

#include <span>
#include <vector>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Wait {
    double time = 0;
    bool event = false;  // else censored
    double entry = 0;
};

struct SurvivalStep {
    double time = 0;
    double at_risk = 0;
    double events = 0;
    double survival = 1;
    double greenwood = 0;  // sum of d / (n (n - d)) up to here; undefined once S is 0
    double standard_error = 0;
    Interval limits;
};

struct Survival {
    std::vector<SurvivalStep> steps;
    std::size_t people = 0;
    std::size_t events = 0;

    double at(double time) const;
    double first_time_at_most(double level) const;
    double median() const { return first_time_at_most(0.5); }
    Interval median_limits() const;
};

struct RestrictedMean {
    double mean = kUndefined;
    double standard_error = kUndefined;
};

Survival kaplan_meier(std::span<const Wait> waits, double confidence);
RestrictedMean restricted_mean(const Survival& survival, double tau);

}  // namespace vgap::stats
