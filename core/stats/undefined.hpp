// stats/undefined — how this folder says that a number does not exist: a mean of nothing, a
// correlation with a constant.
//
// In      any double
// Out     kUndefined stands for an answer that is missing and for a result that does not exist; it
//         carries through arithmetic, and stats/answer writes it as null, never as a number
// Errors  none
// Source  IEEE 754 quiet NaN, as NA in statistical packages
// Cost    none
// Tested  tests/core/stats/summary_test.cpp
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace vgap::stats {

inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

inline bool is_defined(double x) {
    return std::isfinite(x);
}

inline double real(std::size_t n) {
    return static_cast<double>(n);
}

// For a / b where nothing divided by nothing, and something by nothing, have no answer.
inline double ratio(double a, double b) {
    return b == 0 ? kUndefined : a / b;
}

using Numbers = std::vector<double>;
using Columns = std::vector<Numbers>;  // one a variable, all of one length; kUndefined = missing

// Low and high end; both kUndefined when there is no interval.
struct Interval {
    double low = kUndefined;
    double high = kUndefined;
};

}  // namespace vgap::stats
