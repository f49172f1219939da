// stats/markov — stocks of people on levels, moved by shares: expectation, spread, long run.
//
// In      transition: row = from, column = to; what a row lacks to 1 leaves. stocks at the start;
//         recruits a period, who join at its end and are first exposed in the next
// Out     Projection: n(t+1) = n(t) P + h, with the covariances of people who move independently:
//         C(t+1) = P'C(t)P + diag(n(t)P) - P' diag(n(t)) P + Cov(h), C(0) = 0
//         LongRun: (I - P)^-1 and what follows; steady state h (I - P)^-1
//         fixed_total: recruits = leavers + growth · total, shared out; limiting structure
// Errors  none: a system that nobody leaves has no (I - P)^-1, several that never mix no single
//         limit: undefined
// Source  Bartholomew, Forbes & McClean 1991, Statistical techniques for manpower planning, ch. 4;
//         Kemeny & Snell 1960 (fundamental matrix)
// Cost    O(periods · levels^3)
// Tested  tests/core/stats/markov_test.cpp
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

enum class Recruits : std::uint8_t {
    kFixed,        // exactly so many on each level
    kPoisson,      // independent on each level
    kMultinomial,  // exactly so many in all, each on a level by chance
};

struct Flow {
    Matrix transition;
    Numbers recruits;
    Recruits model = Recruits::kFixed;
};

struct Projection {
    Columns stocks;   // 0 .. periods
    Columns leavers;  // in each period
    std::vector<Matrix> covariances;
};

struct LongRun {
    std::optional<Matrix> fundamental;
    Numbers remaining_service;
    Matrix ever_reach;
    Numbers steady_state;
};

struct FixedTotal {
    Columns stocks;
    Numbers recruits;
};

Numbers wastage(const Matrix& transition);
Projection project(const Flow& flow, const Numbers& initial, std::size_t periods);
LongRun long_run(const Flow& flow);

FixedTotal fixed_total(const Matrix& transition, const Numbers& initial, const Numbers& shares,
                       double growth, std::size_t periods);
Numbers limiting_structure(const Matrix& transition, const Numbers& shares, double total);

}  // namespace vgap::stats
