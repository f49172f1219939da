// readiness/release — what may be told of anonymous raters, now and after every later rater.
//
// In      the ratings of one candidate; what was released of the candidate before
// Out     CandidateRelease: per capability blocks of raters. A block is at least `minimum_raters` people who come in
//         at once, and everything that is told is made of sums over whole blocks; so no subtraction between
//         tables or between releases holds fewer people than a block. A block stays as it was first told: who is
//         in it neither changes nor leaves it. Whoever comes later waits until there are enough for a
//         block of their own. Of each capability each rater is in one block at most
//         small_roles: with `combine`, the raters of roles that cannot fill a block form one together, or
//         else join the smallest block that is formed with them
//         spread (deviation between raters, agreement) tells more than a sum: it needs `minimum_spread` raters,
//         is rounded, and is renewed only when as many are new in it
//         comments: the words to a question, once `minimum_comments` raters wrote some, then in batches of as many,
//         sorted, so that neither order nor date tells who wrote
//         rater_key: a rater's id under a hash. It hides no one from a person who knows the ids and tries them;
//         it holds nothing of the answers
// Errors  none
// Source  MODEL.md §3 (never recoverable by subtraction); Dinur & Nissim 2003 on why sums alone decide
// Cost    O(raters · items)
// Tested  tests/core/readiness/release_test.cpp, attacker_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/readiness/rating.hpp"
#include "core/readiness/rules.hpp"

namespace vgap::readiness {

struct ItemSum {
    int raters = 0;  // 0: not told
    int points = 0;  // keyed
};

struct Block {
    std::vector<Index> roles;         // ascending; several when they were combined
    std::vector<std::string> raters;  // keys, ascending
    std::int64_t sum = 0;             // of scores, in billionths
    std::vector<ItemSum> items;       // by the dimension's items
};

struct Spread {
    std::vector<std::string> raters;  // keys, ascending
    int df = 0;
    double deviation = 0;  // within roles, in points of 0..100, one decimal
    // Two decimals; undefined (see stats/undefined) when fewer than minimum_spread answered every item.
    double rwg = 0;
    double ad = 0;  // in points of the scale
};

struct CapabilityRelease {
    std::vector<Block> blocks;
    std::optional<Spread> spread;
};

struct Comments {
    std::vector<std::string> raters;  // keys, ascending
    std::vector<std::string> texts;   // ascending
};

struct CandidateRelease {
    std::string id;
    std::vector<CapabilityRelease> capabilities;  // by dimension
    std::vector<Comments> comments;               // by text question
};

// The mean of the scale items of a dimension that a rater answered, in billionths of 0..100; nothing when less
// than the instrument's share of them is.
std::optional<std::int64_t> score_of(const Instrument& instrument, const Rating& rating,
                                     Index dimension);

std::string rater_key(const Rating& rating);
std::vector<Index> text_questions(const Instrument& instrument);

CandidateRelease renew(const Instrument& instrument, const Rules& rules,
                       std::span<const Rating* const> ratings, const CandidateRelease* earlier);

}  // namespace vgap::readiness
