// scoring/comparison — what changed between two attempts at the same version of an instrument.
//
// In      instrument; before, now: their profiles
// Out     Comparison. A change is now minus before, of reported numbers; it is not there when one of
//         the two is not, and is never taken for 0
//         index_as_needed_before: the index that the present levels would give against what was
//         required before; only when something else is required now. An index can fall because less
//         is needed, and that is no progress
// Errors  none
// Source  MODEL.md §1 (index, sufficient, patterns); PRODUCT.md §2 (a second attempt over the first)
// Cost    O(dimensions + patterns)
// Tested  tests/core/scoring/comparison_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::scoring {

struct LevelChange {
    std::optional<double> current;  // points; only when sufficient both times, like gap
    std::optional<double> gap;
    double required = 0;
};

enum class PatternChange : std::uint8_t {
    kNone,        // not found now, and not before either, or nobody knows
    kStill,       // found both times
    kNew,         // found now, not found before
    kGone,        // found before, not found now
    kFirstKnown,  // found now; before it could not be judged
    kNotKnown,    // found before; now it cannot be judged
};

struct Comparison {
    std::optional<double> index;  // points
    std::optional<double> index_as_needed_before;
    bool same_dimensions = true;  // sufficient both times: otherwise the indices rest on others
    std::vector<LevelChange> dimensions;
    std::vector<PatternChange> patterns;
};

Comparison compare(const instrument::Instrument& instrument, const Profile& before,
                   const Profile& now);

}  // namespace vgap::scoring
