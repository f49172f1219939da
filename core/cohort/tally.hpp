// cohort/tally — what a cohort keeps of one group's responses: whole numbers only, so that adding
// parts in any order gives the same tally as adding everybody at once.
//
// In      responses to one instrument, one after the other; other tallies of the same instrument
// Out     Tally: people; per item how often each point (in the better direction) and each way of not
//         answering; per dimension the scores, and of complete rows the points and their products
//         Exact: an item's answers are counted. A dimension's score is a respondent's `current` in
//         whole billionths, as scoring reports it; its sum and sum of squares are kept in 128 bits.
//         Scores are also counted by value, which is exact while an instrument has at most 10,001
//         different ones (decided from the instrument, never from the data, so that every
//         part decides alike); beyond that they are counted by hundredths, for percentiles only.
//         A row is complete when every item of the dimension was asked and answered.
// Errors  none
// Source  MODEL.md §2; Chan, Golub & LeVeque 1983 on merging, which whole numbers make exact
// Cost    add: O(items + products of items within a dimension); memory: bounded by the instrument
// Tested  tests/core/cohort/summary_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/base/wide.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::cohort {

using Count = std::int64_t;
using Counts = std::vector<Count>;

// More people than live: what a file may claim without any sum running over.
inline constexpr Count kMostPeople = 1'000'000'000'000;

enum class Unanswered : std::uint8_t {
    kSkipped,
    kDontKnow,
    kNotApplicable,
    kPreferNotToSay,
    kNotAsked,  // left out by skip logic
};
inline constexpr std::size_t kUnanswered = 5;
inline constexpr std::array<const char*, kUnanswered> kUnansweredNames = {
    "skipped", "dont_know", "not_applicable", "prefer_not_to_say", "not_asked"};

struct ItemTally {
    Counts points;  // by point in the better direction, 0..k-1
    std::array<Count, kUnanswered> unanswered{};

    Count answered() const;
    friend bool operator==(const ItemTally&, const ItemTally&) = default;
};

struct DimensionTally {
    Count scored = 0;                      // sufficient answers
    base::Wide sum = 0;                    // of scores, billionths
    base::Wide squares = 0;                // of their squares
    std::map<std::int64_t, Count> scores;  // by score, in billionths (or whole hundredths)
    // Complete rows:
    Count complete = 0;
    std::vector<Counts> points;  // per item of the dimension, by point
    Counts products;             // sum of x_i x_j for i < j, row after row: 01 02 .. 12 ..

    friend bool operator==(const DimensionTally&, const DimensionTally&) = default;
};

struct Tally {
    Count people = 0;
    std::vector<ItemTally> items;            // as in Layout::items
    std::vector<DimensionTally> dimensions;  // as in the instrument

    friend bool operator==(const Tally&, const Tally&) = default;
};

// What a tally's places mean, from the instrument alone.
struct Layout {
    explicit Layout(const instrument::Instrument& of);

    std::vector<instrument::Index> items;           // scale items with a dimension, in file order
    std::vector<std::vector<std::size_t>> members;  // per dimension: positions in `items`
    std::vector<std::int64_t> steps;  // per dimension: billionths between counted scores
    const instrument::Instrument* instrument;

    Tally empty() const;
    std::int64_t counted(std::size_t dimension, std::int64_t score) const;
};

// Everything that adding needs beside the tally; kept, so that nothing is allocated for each response.
class Adder {
  public:
    explicit Adder(const Layout& layout) : layout_(layout) {}

    // Scores the answers for the next add().
    void score(const answers::Answers& answers);
    void add(Tally& tally, const answers::Answers& answers);

  private:
    const Layout& layout_;
    scoring::Profile profile_;
    std::vector<int> points_;  // of one dimension
};

void merge(Tally& into, const Tally& from);

}  // namespace vgap::cohort
