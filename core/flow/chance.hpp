// flow/chance — how many of n do what each of them does with the same probability, from one uniform number: by inversion.
//
// In      probability in 2^-32; n; u: 32 random bits, or of each of many futures its first 16, and the others where they matter
// Out     x with P(X <= x - 1) <= u < P(X <= x). So for the same u more people give as many or more, one person more at most one
//         more, and a higher probability as many or more: what makes scenarios that share their random numbers comparable.
//         Over 1024 people are blocks of 1024, each with a number of its own, which keeps all three
// Errors  none
// Source  Devroye 1986, Non-uniform random variate generation, III.2 (inversion), III.2.4 (guide tables: Chen & Asau 1974).
//         The table is summed up from its largest entry by + - * / alone, so it is the same wherever it is made
//         A guide says at once what most numbers draw: it is x and the 9 bits that bring x + 1 about when they are added; where
//         one guide's numbers draw more than two different x, or the 16 bits do not say which, the limits are looked through
// Cost    a table on the first draw of (n, probability): O(sqrt n); then a load and an addition a draw, and a search in one of 50
// Tested  tests/core/flow/chance_test.cpp
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/base/four.hpp"

namespace vgap::flow {

inline constexpr std::uint64_t kSure = std::uint64_t{1} << 32;

// The nearest multiple of 2^-32; outside 0..1 the nearer end.
std::uint64_t quantised_chance(double probability);

class Chance {
  public:
    static constexpr std::uint32_t kBlock = 1024;

    explicit Chance(std::uint64_t probability = 0)
        : probability_(probability), starts_(kBlock + 1), guides_(kGuides, kSearch), rows_(1) {}

    std::uint64_t probability() const { return probability_; }

    // n <= kBlock.
    std::uint32_t draw(std::uint32_t n, std::uint32_t u) {
        const std::uint32_t guide = guide_of(n, u);
        return search(n, first_limit(n, guide), u);
    }

    // Any n; next() gives further numbers, of which there is one a block.
    template <class Next>
    std::uint32_t draw(std::uint32_t n, std::uint32_t u, const Next& next) {
        if (probability_ == 0) return 0;
        if (probability_ >= kSure) return n;
        std::uint32_t sum = 0;
        for (; n > kBlock; n -= kBlock, u = next()) sum += draw(kBlock, u);
        return sum + draw(n, u);
    }

    // Of futures side by side, whole fours of them and at most 32, with n <= kBlock in each. Of words[i] >> shift (0 or 16) the lower
    // 16 bits count; further(i) gives 16 more.
    template <class Further>
    void draw_row(const std::int32_t* n, const std::uint32_t* words, int shift, std::size_t count,
                  std::int32_t* into, const Further& further) {
        using base::Four;
        const auto* const halves =
            reinterpret_cast<const unsigned char*>(words) +
            ((shift == 0) == (std::endian::native == std::endian::little) ? 0 : 2);
        const auto half = [&](std::size_t at) {
            std::uint16_t u;
            std::memcpy(&u, halves + sizeof *words * at, sizeof u);
            return u;
        };
        std::uint32_t unclear = 0;
        for (std::size_t at = 0; at < count; at += 4) {
            const auto u = base::load_four<base::FourWords>(words + at) >> shift;
            const auto guide = [&](std::size_t i) {
                const std::uint32_t first = half(at + i) >> kLowBits;
                return std::int32_t{
                    guides_[starts_[static_cast<std::uint32_t>(n[at + i])] + first]};
            };
            const Four low = reinterpret_cast<Four>(u & base::four_words(kLow));
            const Four sum = Four{guide(0), guide(1), guide(2), guide(3)} + low;
            base::store_four(into + at, sum >> kLowBits);
            unclear |= base::which(((sum & base::four(kLow)) == base::four(kLow)) |
                                   (sum >= base::four(kSearch)))
                       << at;
        }
        if (unclear == 0) [[likely]]
            return;
        for (; unclear != 0; unclear &= unclear - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(unclear));
            into[at] = static_cast<std::int32_t>(
                draw_16(static_cast<std::uint32_t>(n[at]), half(at), [&] { return further(at); }));
        }
    }

  private:
    static constexpr std::uint32_t kLowBits = 9;
    static constexpr std::uint32_t kLow = (1u << kLowBits) - 1;
    static constexpr std::uint32_t kGuides = 1u << (16 - kLowBits);
    static constexpr std::uint16_t kSearch = 0xFFFF - kLow;  // and from which limit on

    struct Row {
        std::uint32_t limits = 0;  // where they begin
        std::uint32_t least = 0;   // what is drawn below the first
    };

    std::uint32_t guide_of(std::uint32_t n, std::uint32_t u) {
        if (starts_[n] == 0) add(n);
        return guides_[starts_[n] + (u >> (16 + kLowBits))];
    }

    std::uint32_t first_limit(std::uint32_t n, std::uint32_t guide) const {
        if (guide >= kSearch) return guide - kSearch;
        return (guide >> kLowBits) - rows_[starts_[n] / kGuides].least;
    }

    std::uint32_t search(std::uint32_t n, std::uint32_t from, std::uint32_t u) const {
        const Row& row = rows_[starts_[n] / kGuides];
        const std::uint32_t* const limits = limits_.data() + row.limits;
        while (u > limits[from]) ++from;
        return row.least + from;
    }

    template <class Further>
    std::uint32_t draw_16(std::uint32_t n, std::uint16_t u, const Further& further) {
        const std::uint32_t first = std::uint32_t{u} << 16;
        const std::uint32_t guide = guide_of(n, first);
        const Row& row = rows_[starts_[n] / kGuides];
        const std::uint32_t* const limits = limits_.data() + row.limits;
        std::uint32_t x = first_limit(n, guide);
        while (first > limits[x]) ++x;
        if (limits[x] < (first | 0xFFFF)) x = search(n, x, first | further()) - row.least;
        return row.least + x;
    }

    void add(std::uint32_t n);

    std::uint64_t probability_;
    std::vector<std::uint32_t> starts_;  // of the guides of n; 0: not made yet, look into it
    std::vector<std::uint16_t> guides_;
    std::vector<Row> rows_;              // as many as rows of guides
    std::vector<std::uint32_t> limits_;  // smallest x + i as long as u <= limits[i]
};

// How many people on is the next one who does it? At least one; P(G > g) = (1 - probability)^g. Guides as above.
class Gap {
  public:
    explicit Gap(std::uint64_t probability);

    std::uint32_t draw(std::uint32_t u) const { return search(0, u); }

    static constexpr std::size_t kAtOnce = 32;

    // Of the upper 16 bits of eight words in each of four rows, which are `stride` apart.
    template <class Further>
    void draw_block(const std::uint32_t* words, std::size_t stride, std::int32_t* gaps,
                    const Further& further) const {
        std::uint32_t unclear = draw_clear(words, stride, gaps);
        if (unclear == 0) [[likely]]
            return;
        for (; unclear != 0; unclear &= unclear - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(unclear));
            gaps[at] = static_cast<std::int32_t>(
                draw_16(words[at / 8 * stride + at % 8] >> 16, [&] { return further(at); }));
        }
    }

  private:
    // What the guides say; where they do not, a bit for each, from the lowest on.
    [[gnu::noinline]] std::uint32_t draw_clear(const std::uint32_t* words, std::size_t stride,
                                               std::int32_t* gaps) const;

    static constexpr std::uint32_t kGuideBits = 11;  // fine, since the tail is long
    static constexpr std::uint32_t kLowBits = 16 - kGuideBits;
    static constexpr std::uint32_t kLow = (1u << (kLowBits + 1)) - 1;  // one more: odd is unclear
    static constexpr std::int32_t kSearch = INT32_MIN;                 // and from which limit on

    std::uint32_t search(std::uint32_t g, std::uint32_t u) const {
        while (u > limits_[g]) ++g;
        return g + 1;
    }

    template <class Further>
    std::uint32_t draw_16(std::uint32_t u, const Further& further) const {
        const std::uint32_t first = u << 16;
        const std::int32_t guide = guides_[u >> kLowBits];
        const std::uint32_t g =
            search(guide < 0 ? static_cast<std::uint32_t>(guide - kSearch)
                             : static_cast<std::uint32_t>(guide) >> (kLowBits + 1),
                   first);
        return limits_[g - 1] >= (first | 0xFFFF) ? g : search(g - 1, first | further());
    }

    std::vector<std::int32_t> guides_;
    std::vector<std::uint32_t> limits_;  // g + 1 as long as u <= limits[g]
};

}  // namespace vgap::flow
