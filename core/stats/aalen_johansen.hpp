// stats/aalen_johansen — the share that has had one of several events by a time, when an event of one
// kind rules the others out (promoted; left).
//
// In      one Course a person: from `entry` to `time`, then an event of a kind 1.. or none (0)
// Out     Incidence: a step at each time with any event; for the wanted kind the cumulative incidence
//         with its variance, and the plain (Greenwood-like) limits on the log-log scale
// Errors  none
// Source  Aalen & Johansen 1978, Scand J Stat 5:141; variance: Marubini & Valsecchi 1995 §10.2.2
//         (Gaynor et al. 1993, JASA 88:400)
// Cost    O(n log n)
// Tested  tests/core/stats/aalen_johansen_test.cpp
#pragma once

#include <span>
#include <vector>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

struct Course {
    double time = 0;
    int kind = 0;  // 0: still under way
    double entry = 0;
};

struct IncidenceStep {
    double time = 0;
    double at_risk = 0;
    double events = 0;  // of the wanted kind
    double others = 0;
    double incidence = 0;
    double variance = 0;
    Interval limits;
};

std::vector<IncidenceStep> aalen_johansen(std::span<const Course> courses, int kind,
                                          double confidence);

}  // namespace vgap::stats
