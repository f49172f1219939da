// base/philox — random numbers by counting: the n-th draw of a stream is a function of seed, stream
// and n, so results do not depend on how the work is split, and two builds agree bit for bit.
//
// In      seed: 64 bits; stream: which of 2^64 sequences (a replicate, a month and stage, ...)
// Out     next: 32 bits; below(n): 0..n-1, each exactly as likely; unit: multiples of 2^-53 in [0, 1)
// Errors  none; below(0) is a bug (asserted)
// Source  Salmon, Moraes, Dror & Shaw 2011, Parallel random numbers: as easy as 1, 2, 3 (SC'11);
//         Lemire 2019, Fast random integer generation in an interval (ACM TOMACS 29:3)
// Cost    ten rounds of two multiplications for four draws; no memory beyond them
// Tested  tests/core/base/philox_test.cpp
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace vgap::base {

using PhiloxBlock = std::array<std::uint32_t, 4>;
inline constexpr std::uint32_t kPhiloxTimes = 0xD2511F53;
inline constexpr std::uint32_t kPhiloxOtherTimes = 0xCD9E8D57;
using PhiloxKey = std::array<std::uint32_t, 2>;

namespace philox_parts {

inline PhiloxBlock round(const PhiloxBlock& counter, const PhiloxKey& key, std::uint32_t number) {
    const std::uint64_t a = std::uint64_t{kPhiloxTimes} * counter[0];
    const std::uint64_t b = std::uint64_t{kPhiloxOtherTimes} * counter[2];
    return {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ (key[0] + number * 0x9E3779B9),
            static_cast<std::uint32_t>(b),
            static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ (key[1] + number * 0xBB67AE85),
            static_cast<std::uint32_t>(a)};
}

}  // namespace philox_parts

// The same, written out: for whoever draws millions of blocks and has two kilobytes for it. Half as long.
inline PhiloxBlock philox_written_out(PhiloxBlock counter, PhiloxKey key) {
    using philox_parts::round;
    counter = round(counter, key, 0);
    counter = round(counter, key, 1);
    counter = round(counter, key, 2);
    counter = round(counter, key, 3);
    counter = round(counter, key, 4);
    counter = round(counter, key, 5);
    counter = round(counter, key, 6);
    counter = round(counter, key, 7);
    counter = round(counter, key, 8);
    return round(counter, key, 9);
}

// Philox4x32-10; with seven rounds, the fewest that pass BigCrush, for whoever draws the most.
template <int kRounds = 10>
PhiloxBlock philox(PhiloxBlock counter, PhiloxKey key) {
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t a = std::uint64_t{kPhiloxTimes} * counter[0];
        const std::uint64_t b = std::uint64_t{kPhiloxOtherTimes} * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(a)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

class Random {
  public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
          stream_(stream) {}

    std::uint32_t next() {
        if (used_ == block_.size()) {
            block_ = philox(
                {static_cast<std::uint32_t>(count_), static_cast<std::uint32_t>(count_ >> 32),
                 static_cast<std::uint32_t>(stream_), static_cast<std::uint32_t>(stream_ >> 32)},
                key_);
            ++count_;
            used_ = 0;
        }
        return block_[used_++];
    }

    std::uint32_t below(std::uint32_t n) {
        assert(n > 0);
        std::uint64_t product = std::uint64_t{next()} * n;
        if (static_cast<std::uint32_t>(product) < n) {
            const std::uint32_t least = (0u - n) % n;  // so many low products would be one too many
            while (static_cast<std::uint32_t>(product) < least) {
                product = std::uint64_t{next()} * n;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    double unit() {
        const std::uint64_t high = next() >> 5;
        const std::uint64_t low = next() >> 6;
        return static_cast<double>((high << 26) | low) * 0x1p-53;
    }

  private:
    PhiloxKey key_;
    std::uint64_t stream_;
    std::uint64_t count_ = 0;
    PhiloxBlock block_{};
    std::size_t used_ = 4;
};

}  // namespace vgap::base
