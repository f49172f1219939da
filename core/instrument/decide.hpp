// instrument/decide — can a condition hold, can it fail: looked up case by case, not guessed.
//
// In      conditions that are to hold together; a dimension
// Out     Holds: never (no answers make it true), always (whatever is answered, as long as
// everything
//         that is asked is answered), sometimes; undecided when there are too many cases and
//         reasoning about the operands one by one does not settle it
//         the ranges that a dimension's current and required level can take
// Errors  none
// Source  MODEL.md §1; instrument/space
// Cost    at most kMostCombinations evaluations
// Tested  tests/core/instrument/decide_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/instrument/space.hpp"
#include "core/instrument/types.hpp"

namespace vgap::instrument {

enum class Holds : std::uint8_t { kSometimes, kNever, kAlways, kUndecided };

Holds decide(const Instrument& instrument, const std::vector<const Condition*>& together);

// Levels over all answers that make the dimension sufficient; none if no answers do.
std::optional<Range> current_range(const Instrument& instrument, Index dimension);

// Base plus rules before clamping to 0..100, over all answers to the context questions.
Range required_range(const Instrument& instrument, Index dimension);

}  // namespace vgap::instrument
