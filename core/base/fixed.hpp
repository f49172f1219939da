// base/fixed — reported numbers as whole billionths, so that shares add exactly and print alike; and as whole tenths.
//
// In      a finite double, |x| < 9e6; quantised takes any
// Out     to_billionths: nearest whole number of billionths (halves up); quantised: that, as a double; tenths likewise. Farther out a
//         double has no billionths, and stays as it is
// Errors  none: callers never pass NaN or infinity
// Source  MODEL.md §1 (determinism, shares sum exactly)
// Cost    a multiplication and a floor
// Tested  tests/core/base/fixed_test.cpp
#pragma once

#include <cmath>
#include <cstdint>

namespace vgap::base {

inline constexpr double kBillion = 1e9;

inline std::int64_t to_billionths(double x) {
    return static_cast<std::int64_t>(std::floor(x * kBillion + 0.5));
}

// Adding 0.0 turns -0.0 into 0.0: a minus sign on nothing would differ between writers.
inline double from_billionths(std::int64_t n) {
    return static_cast<double>(n) / kBillion + 0.0;
}

inline double quantised(double x) {
    constexpr double kFarthest = 9e6;
    return std::fabs(x) < kFarthest ? from_billionths(to_billionths(x)) : x;
}

// As a sentence says a number: halves up.
inline double tenths(double x) {
    return std::floor(x * 10 + 0.5) / 10 + 0.0;
}

}  // namespace vgap::base
