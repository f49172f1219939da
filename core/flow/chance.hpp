// flow/chance — how many of n do what each of them does with the same probability, from one uniform number: by inversion.
//
// In      probability in 2^-32; n; u: 32 random bits
// Out     x with P(X <= x - 1) <= u < P(X <= x). So for the same u more people give as many or more, one person more at most one
//         more, and a higher probability as many or more: what makes scenarios that share their random numbers comparable.
//         Over 1024 people are blocks of 1024, each with a number of its own, which keeps all three
// Errors  none
// Source  Devroye 1986, Non-uniform random variate generation, III.2 (inversion), III.2.4 (guide tables: Chen & Asau 1974).
//         The table is summed up from its largest entry by + - * / alone, so it is the same wherever it is made
// Cost    a table on the first draw of (n, probability): O(sqrt n); then about one comparison a draw
// Tested  tests/core/flow/chance_test.cpp
#pragma once

#include <cstdint>
#include <vector>

namespace vgap::flow {

inline constexpr std::uint64_t kSure = std::uint64_t{1} << 32;

// The nearest multiple of 2^-32; outside 0..1 the nearer end.
std::uint64_t quantised_chance(double probability);

class Chance {
  public:
    static constexpr std::uint32_t kBlock = 1024;

    explicit Chance(std::uint64_t probability = 0)
        : probability_(probability), starts_(kBlock + 1) {}

    std::uint64_t probability() const { return probability_; }

    // n <= kBlock.
    std::uint32_t draw(std::uint32_t n, std::uint32_t u) {
        if (starts_[n] == 0) add(n);
        const std::uint32_t* const row = numbers_.data() + starts_[n];
        const std::uint32_t* const limits = row + 1 + kGuideWords;
        const std::uint32_t guide = u >> kGuideShift;
        std::uint32_t x = row[1 + guide / 4] >> (guide % 4 * 8) & 0xFF;
        while (u > limits[x]) ++x;
        return row[0] + x;
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

  private:
    static constexpr std::uint32_t kGuideShift = 28;
    static constexpr std::uint32_t kGuides = 1u << (32 - kGuideShift);
    static constexpr std::uint32_t kGuideWords =
        kGuides / 4;  // a byte each: no row has more limits

    void add(std::uint32_t n);

    std::uint64_t probability_;
    std::vector<std::uint32_t> starts_;         // of the row of n; 0: not made yet
    std::vector<std::uint32_t> numbers_ = {0};  // rows: smallest x, guides, limits (smallest x + i
                                                // as long as u <= limits[i])
};

// How many people on is the next one who does it? At least one; P(G > g) = (1 - probability)^g.
class Gap {
  public:
    explicit Gap(std::uint64_t probability);

    std::uint32_t draw(std::uint32_t u) const {
        std::uint32_t g = guides_[u >> kGuideShift];
        while (u > limits_[g]) ++g;
        return g + 1;
    }

  private:
    static constexpr std::uint32_t kGuideShift = 22;  // fine, since the tail is long

    std::vector<std::uint16_t> guides_;
    std::vector<std::uint32_t> limits_;  // g + 1 as long as u <= limits[g]
};

}  // namespace vgap::flow
