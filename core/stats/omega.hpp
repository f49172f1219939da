// stats/omega — McDonald's omega total: one factor by maximum likelihood, in the items' own units.
//
// In      covariances of k >= 3 items
// Out     Omega: (sum l)^2 / ((sum l)^2 + sum theta), the model-implied total; standardised
//         loadings with a positive sum of the unstandardised ones; uniquenesses; heywood: the item
//         whose uniqueness is 0 at the maximum, if any
//         why: what keeps the model from having a solution
// Errors  none: see why
// Source  McDonald 1999, Test theory; Joreskog 1967, Psychometrika 32:443 (the likelihood with the
//         loadings maximised out); Clarke 1970, Br J Math Stat Psychol 23:43 (Newton in the log
//         uniquenesses with exact second derivatives). On the border a uniqueness is 0: there
//         the factor is that item and the rest is regression on it, so each border has a closed form
//         and is compared with the maximum inside.
// Cost    a few iterations of O(k^3)
// Tested  tests/core/stats/omega_test.cpp
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

enum class NoFactor : std::uint8_t {
    kNone,
    kTooFewRows,
    kTooFewItems,
    kConstantItem,
    kCollinear,  // two items are the same up to units, so the likelihood has no maximum
    kNotConverged,
};

struct Omega {
    double omega = kUndefined;
    Numbers loadings;      // standardised
    Numbers uniquenesses;  // standardised
    std::optional<std::size_t> heywood;
    NoFactor why = NoFactor::kNone;
};

Omega omega_total(const Matrix& covariances);

}  // namespace vgap::stats
