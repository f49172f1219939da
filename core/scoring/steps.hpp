// scoring/steps — the steps of score(), one file each, in the order in which they run.
//
// In      instrument, answers; a profile that holds the results of the steps before
// Out     the step's own fields of the profile
// Errors  none
// Source  MODEL.md §1
// Cost    no allocation once the profile has been used with this instrument
// Tested  tests/core/scoring/<step>_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::scoring {

// levels.cpp: items' scores; per dimension current, low, high, sufficient.
void score_levels(const instrument::Instrument&, const answers::Answers&, Profile&);
// required.cpp: rules, required, gap, surplus.
void score_required(const instrument::Instrument&, const answers::Answers&, Profile&);
// index.cpp: index, its bounds, its band, what to answer when there is none.
void score_index(const instrument::Instrument&, Profile&);
// patterns.cpp: found, not found, unknown; evidence.
void find_patterns(const instrument::Instrument&, const answers::Answers&, Profile&);
// explanation.cpp: the trees, and each item's share of the index.
void explain(const instrument::Instrument&, const answers::Answers&, Profile&);
// leverage.cpp: fall of the index for one point more.
void measure_leverage(const instrument::Instrument&, Profile&);
// smallest_change.cpp: fewest one-point moves into a better band.
void find_smallest_change(const instrument::Instrument&, const answers::Answers&, Profile&);

// First band whose upper edge the index is under; the last otherwise.
instrument::Index band_of(const instrument::Instrument&, double index);

// Index points per (weight of a dimension · point of its gap); 0 when nothing is required.
double index_per_gap(const Profile&);

// How much a dimension's current rises when this answered item moves up by one point.
double rise_of_one_point(const instrument::Question&, const DimensionScore&);

// Makes parts add exactly to the whole: the residual goes to the part of largest magnitude, the
// first of them on ties. Billionths.
void settle(std::int64_t whole, std::int64_t* parts, std::size_t count);

}  // namespace vgap::scoring
