// stats/interval — intervals for a mean, a share, and the difference of two shares.
//
// In      confidence in (0, 1); successes x of n, 0 <= x <= n
// Out     t_interval: mean ± t · se on df degrees. wilson: the score interval, with or without
//         continuity correction, exactly 0 at x = 0 and exactly 1 at x = n
//         newcombe: p1 - p2, the hybrid score interval out of two Wilson intervals
// Errors  none: n = 0, or no standard error, gives an undefined interval
// Source  Wilson 1927, JASA 22:209; Newcombe 1998, Stat Med 17:857 (methods 3, 4) and 17:873
//         (methods 10, 11)
// Cost    O(1)
// Tested  tests/core/stats/interval_test.cpp
#pragma once

#include <cstdint>

#include "core/stats/undefined.hpp"

namespace vgap::stats {

enum class Continuity : std::uint8_t { kPlain, kCorrected };

Interval t_interval(double mean, double standard_error, double df, double confidence);
Interval normal_interval(double estimate, double standard_error, double confidence);

Interval wilson(double x, double n, double confidence, Continuity continuity);
Interval newcombe(double x1, double n1, double x2, double n2, double confidence,
                  Continuity continuity);

}  // namespace vgap::stats
