// base/four — four whole numbers, or eight small ones, side by side in one register where there is one; and Philox blocks of many streams.
//
// In      as of each number alone: + - & | ^ >> and comparisons are the compiler's own (a comparison gives -1 or 0)
// Out     the same everywhere: only whole numbers, and products of their full width
// Errors  none
// Source  base/philox. Without SSE2 or WebAssembly's vectors it is a loop over the four. Philox blocks are made by eights on an x86-64
//         that has AVX2, which is looked up while it runs: a program for all of them, and the same numbers
// Cost    four Philox blocks, or eight: about what one takes alone, and a half
// Tested  tests/core/base/four_test.cpp
#pragma once

#include <cstdint>
#include <cstring>

#include "core/base/philox.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace vgap::base {

using Four = std::int32_t __attribute__((vector_size(16)));
using FourWords = std::uint32_t __attribute__((vector_size(16)));

using Eight = std::int16_t __attribute__((vector_size(16)));

inline Four four(std::int32_t x) {
    return Four{x, x, x, x};
}

inline FourWords four_words(std::uint32_t x) {
    return FourWords{x, x, x, x};
}

inline Eight eight(std::int16_t x) {
    return Eight{x, x, x, x, x, x, x, x};
}

template <class Vector, class Number>
Vector load_four(const Number* from) {
    Vector vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

template <class Vector, class Number>
void store_four(Number* to, Vector vector) {
    std::memcpy(to, &vector, sizeof vector);
}

inline Four larger(Four a, Four b) {
    const Four first = a > b;
    return (a & first) | (b & ~first);
}

inline Four smaller(Four a, Four b) {
    const Four first = a < b;
    return (a & first) | (b & ~first);
}

// Is it so for at least one? Of what a comparison gave.
template <class Vector>
bool any(Vector so) {
#if defined(__SSE2__)
    return _mm_movemask_epi8(reinterpret_cast<__m128i>(so)) != 0;
#elif defined(__wasm_simd128__)
    return wasm_v128_any_true(reinterpret_cast<v128_t>(so));
#else
    const auto all = reinterpret_cast<Four>(so);
    return (all[0] | all[1] | all[2] | all[3]) != 0;
#endif
}

// For which is it so? The first of the four is the lowest bit.
inline std::uint32_t which(Four so) {
#if defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_ps(reinterpret_cast<__m128>(so)));
#elif defined(__wasm_simd128__)
    return wasm_i32x4_bitmask(reinterpret_cast<v128_t>(so));
#else
    const FourWords bits = reinterpret_cast<FourWords>(so) & FourWords{1, 2, 4, 8};
    return bits[0] | bits[1] | bits[2] | bits[3];
#endif
}

// Each as the nearest small number.
inline Eight narrow(Four front, Four back) {
#if defined(__SSE2__)
    return reinterpret_cast<Eight>(
        _mm_packs_epi32(reinterpret_cast<__m128i>(front), reinterpret_cast<__m128i>(back)));
#elif defined(__wasm_simd128__)
    return reinterpret_cast<Eight>(
        wasm_i16x8_narrow_i32x4(reinterpret_cast<v128_t>(front), reinterpret_cast<v128_t>(back)));
#else
    front = smaller(larger(front, four(INT16_MIN)), four(INT16_MAX));
    back = smaller(larger(back, four(INT16_MIN)), four(INT16_MAX));
    Eight all;
    for (int at = 0; at < 4; ++at) {
        all[at] = static_cast<std::int16_t>(front[at]);
        all[at + 4] = static_cast<std::int16_t>(back[at]);
    }
    return all;
#endif
}

// Of numbers from 0 up.
inline Four front_of(Eight all) {
    const Eight none{};
    return reinterpret_cast<Four>(__builtin_shufflevector(all, none, 0, 8, 1, 9, 2, 10, 3, 11));
}

inline Four back_of(Eight all) {
    const Eight none{};
    return reinterpret_cast<Four>(__builtin_shufflevector(all, none, 4, 12, 5, 13, 6, 14, 7, 15));
}

// Products of their full width.
inline void multiply(FourWords a, FourWords b, FourWords& high, FourWords& low) {
#if defined(__SSE2__)
    const auto words = reinterpret_cast<__m128i>(a);
    const auto times = reinterpret_cast<__m128i>(b);
    const __m128 front = _mm_castsi128_ps(
        _mm_mul_epu32(_mm_unpacklo_epi32(words, words), _mm_unpacklo_epi32(times, times)));
    const __m128 back = _mm_castsi128_ps(
        _mm_mul_epu32(_mm_unpackhi_epi32(words, words), _mm_unpackhi_epi32(times, times)));
    high = reinterpret_cast<FourWords>(_mm_shuffle_ps(front, back, _MM_SHUFFLE(3, 1, 3, 1)));
    low = reinterpret_cast<FourWords>(_mm_shuffle_ps(front, back, _MM_SHUFFLE(2, 0, 2, 0)));
#elif defined(__wasm_simd128__)
    const auto words = reinterpret_cast<v128_t>(a);
    auto times = reinterpret_cast<v128_t>(b);
    // Of numbers that are the same in every turn of a loop, LLVM would do the widening before the loop; what is left in it is a
    // product of 64 bits, which machines take eight instructions for, not this one. Nobody knows what has been through here.
    asm volatile("" : "+r"(times));
    const v128_t front = wasm_u64x2_extmul_low_u32x4(words, times);
    const v128_t back = wasm_u64x2_extmul_high_u32x4(words, times);
    high = reinterpret_cast<FourWords>(wasm_i32x4_shuffle(front, back, 1, 3, 5, 7));
    low = reinterpret_cast<FourWords>(wasm_i32x4_shuffle(front, back, 0, 2, 4, 6));
#else
    for (int at = 0; at < 4; ++at) {
        const std::uint64_t product = std::uint64_t{a[at]} * b[at];
        high[at] = static_cast<std::uint32_t>(product >> 32);
        low[at] = static_cast<std::uint32_t>(product);
    }
#endif
}

// What all streams with the same upper half have of a number, and what four streams have of a turn.
struct PhiloxNumber {
    std::uint32_t words[3];
};
struct PhiloxStreams {
    FourWords words[3];
};

#if defined(__x86_64__)
// Eight streams in a register, for processors that have AVX2; and whether this one is such.
bool has_eights();
void philox_by_eights(const FourWords (*keys)[2], std::size_t rounds, const PhiloxNumber& number,
                      const PhiloxStreams* streams, std::size_t count, std::uint32_t* into,
                      std::size_t stride);
#endif

// As base::philox<kRounds> of the counters {number, turn, low, high}, for whoever draws many numbers of the same streams in the
// same turn: the first two of its rounds multiply either what only the number is in or what only the stream and the turn are in.
template <int kRounds = 10>
class PhiloxFour {
  public:
    // The key of each round is kept: making it anew takes a fifth of the time.
    explicit PhiloxFour(PhiloxKey key)
        : first_key_(key), times_{four_words(kPhiloxTimes), four_words(kPhiloxOtherTimes)} {
        for (std::size_t round = 0; round < kRounds; ++round) {
            const PhiloxKey now = key_of(round);
            keys_[round][0] = four_words(now[0]);
            keys_[round][1] = four_words(now[1]);
        }
    }

    PhiloxNumber number(std::uint32_t number, std::uint32_t high) const {
        const std::uint64_t a = std::uint64_t{kPhiloxTimes} * number;
        const std::uint32_t c2 = static_cast<std::uint32_t>(a >> 32) ^ high ^ key_of(0)[1];
        const std::uint64_t b = std::uint64_t{kPhiloxOtherTimes} * c2;
        return {{static_cast<std::uint32_t>(b >> 32) ^ key_of(1)[0], static_cast<std::uint32_t>(b),
                 static_cast<std::uint32_t>(a) ^ key_of(1)[1]}};
    }

    PhiloxStreams streams(FourWords low, std::uint32_t turn) const {
        FourWords a_high, a_low, b_high, b_low;
        multiply(low, times_[1], b_high, b_low);
        multiply(b_high ^ turn ^ keys_[0][0], times_[0], a_high, a_low);
        return {{b_low, a_high, a_low}};
    }

    // Of `count` streams, whole eights of them: each word a row, `stride` apart.
    void rows(const PhiloxNumber& number, const PhiloxStreams* streams, std::size_t count,
              std::uint32_t* into, std::size_t stride) const {
#if defined(__x86_64__)
        if (has_eights()) {
            philox_by_eights(keys_, kRounds, number, streams, count, into, stride);
            return;
        }
#endif
        by_fours(number, streams, count, into, stride);
    }

    void by_fours(const PhiloxNumber& number, const PhiloxStreams* streams, std::size_t count,
                  std::uint32_t* into, std::size_t stride) const {
        for (std::size_t at = 0; at < count; at += 4, ++streams) {
            FourWords c0 = streams->words[0] ^ number.words[0];
            FourWords c1 = four_words(number.words[1]);
            FourWords c2 = streams->words[1] ^ number.words[2];
            FourWords c3 = streams->words[2];
            for (std::size_t round = 2; round < kRounds; ++round) {
                FourWords a_high, a_low, b_high, b_low;
                multiply(c0, times_[0], a_high, a_low);
                multiply(c2, times_[1], b_high, b_low);
                c0 = b_high ^ c1 ^ keys_[round][0];
                c1 = b_low;
                c2 = a_high ^ c3 ^ keys_[round][1];
                c3 = a_low;
            }
            store_four(into + at, c0);
            store_four(into + stride + at, c1);
            store_four(into + 2 * stride + at, c2);
            store_four(into + 3 * stride + at, c3);
        }
    }

  private:
    PhiloxKey key_of(std::size_t round) const {
        const auto times = static_cast<std::uint32_t>(round);
        return {first_key_[0] + times * 0x9E3779B9, first_key_[1] + times * 0xBB67AE85};
    }

    PhiloxKey first_key_;
    FourWords times_[2];
    FourWords keys_[kRounds][2];
};

}  // namespace vgap::base
