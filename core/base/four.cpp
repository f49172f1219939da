#include "core/base/four.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace vgap::base {

namespace {

[[gnu::target("avx2")]] inline __m256i of_all(std::uint32_t word) {
    return _mm256_set1_epi32(static_cast<std::int32_t>(word));
}

[[gnu::target("avx2")]] inline __m256i beside(FourWords front, FourWords back) {
    return _mm256_set_m128i(reinterpret_cast<__m128i>(back), reinterpret_cast<__m128i>(front));
}

[[gnu::target("avx2")]] inline __m256i upper_half(__m256i words) {
    return _mm256_srli_epi64(words, 32);
}

// Of four streams: the words in the lower halves, whatever may be in the upper ones.
struct Block {
    __m256i words[4];
};

[[gnu::target("avx2")]] inline void do_round(Block& block, __m256i times, __m256i other_times,
                                             __m256i key, __m256i other_key) {
    const __m256i a = _mm256_mul_epu32(block.words[0], times);
    const __m256i b = _mm256_mul_epu32(block.words[2], other_times);
    block = {
        {upper_half(b) ^ block.words[1] ^ key, b, upper_half(a) ^ block.words[3] ^ other_key, a}};
}

}  // namespace

bool has_eights() {
    return __builtin_cpu_supports("avx2") != 0;
}

[[gnu::target("avx2")]] void philox_by_eights(const FourWords (*keys)[2], std::size_t rounds,
                                              const PhiloxNumber& number,
                                              const PhiloxStreams* streams, std::size_t count,
                                              std::uint32_t* into, std::size_t stride) {
    const __m256i times = of_all(kPhiloxTimes);
    const __m256i other_times = of_all(kPhiloxOtherTimes);
    const __m256i c0 = of_all(number.words[0]);
    const __m256i c1 = of_all(number.words[1]);
    const __m256i c2 = of_all(number.words[2]);
    for (std::size_t at = 0; at < count; at += 8, streams += 2) {
        Block even = {{c0 ^ beside(streams[0].words[0], streams[1].words[0]), c1,
                       c2 ^ beside(streams[0].words[1], streams[1].words[1]),
                       beside(streams[0].words[2], streams[1].words[2])}};
        Block odd = {
            {upper_half(even.words[0]), c1, upper_half(even.words[2]), upper_half(even.words[3])}};
        for (std::size_t round = 2; round < rounds; ++round) {
            const __m256i key = beside(keys[round][0], keys[round][0]);
            const __m256i other_key = beside(keys[round][1], keys[round][1]);
            do_round(even, times, other_times, key, other_key);
            do_round(odd, times, other_times, key, other_key);
        }
        for (std::size_t word = 0; word < 4; ++word) {
            const __m256i back = _mm256_slli_epi64(odd.words[word], 32);
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(into + word * stride + at),
                                _mm256_blend_epi32(even.words[word], back, 0xAA));
        }
    }
}

}  // namespace vgap::base

#endif
