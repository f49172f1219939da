#include "core/flow/chance.hpp"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace vgap::flow {

using base::Four;

namespace {

constexpr double kUnit = 0x1p32;
constexpr double kNegligible = 0x1p-60;  // of the largest entry

}  // namespace

std::uint64_t quantised_chance(double probability) {
    if (!(probability > 0)) return 0;
    if (probability >= 1) return kSure;
    return static_cast<std::uint64_t>(std::floor(probability * kUnit + 0.5));
}

void Chance::add(std::uint32_t n) {
    const double p = static_cast<double>(probability_) / kUnit;
    const double count = n;
    // 1. Unnormalised probabilities, from the likeliest number up and down.
    const auto likeliest =
        static_cast<std::uint32_t>(std::fmin(std::floor((count + 1) * p), count));
    std::vector<double> up = {1};
    for (double x = likeliest; x < count && up.back() > kNegligible; ++x) {
        up.push_back(up.back() * ((count - x) * p) / ((x + 1) * (1 - p)));
    }
    std::vector<double> down;
    double entry = 1;
    for (double x = likeliest; x > 0 && entry > kNegligible; --x) {
        entry = entry * (x * (1 - p)) / ((count - x + 1) * p);
        down.push_back(entry);
    }
    double sum = 0;
    for (auto at = down.rbegin(); at != down.rend(); ++at) sum += *at;
    for (const double each : up) sum += each;
    // 2. Up to which u each number is drawn; numbers that no u draws are passed over at either end.
    const std::uint32_t first = likeliest - static_cast<std::uint32_t>(down.size());
    std::vector<std::uint32_t> limits;
    std::uint32_t least = first;
    double below = 0;
    const auto take = [&](double each) {
        below += each;
        const double limit = std::floor(below / sum * kUnit + 0.5);
        if (limit < 1) {
            ++least;
        } else if (limits.empty() || limits.back() != UINT32_MAX) {
            limits.push_back(limit >= kUnit ? UINT32_MAX : static_cast<std::uint32_t>(limit) - 1);
        }
    };
    for (auto at = down.rbegin(); at != down.rend(); ++at) take(*at);
    for (const double each : up) take(each);
    limits.back() = UINT32_MAX;
    // 3. The row, and its guides: x << kLowBits, and what brings x + 1 about when more low bits than up to the limit are added.
    starts_[n] = static_cast<std::uint32_t>(guides_.size());
    rows_.push_back({static_cast<std::uint32_t>(limits_.size()), least});
    std::uint32_t x = 0;
    for (std::uint32_t guide = 0; guide < kGuides; ++guide) {
        const std::uint32_t from = guide << (16 + kLowBits);
        const std::uint32_t to = from | ((1u << (16 + kLowBits)) - 1);
        while (limits[x] < from) ++x;
        const bool one = limits[x] >= to;  // x
        const bool two = !one && limits[x + 1] >= to;
        std::uint32_t made = kSearch + std::min(x, kLow);
        if ((one || two) && (least + x + 2) << kLowBits <= kSearch) {
            made = (least + x) << kLowBits;
            if (two) made += kLow - (limits[x] >> 16 & kLow);
        }
        guides_.push_back(static_cast<std::uint16_t>(made));
    }
    for (const std::uint32_t limit : limits) limits_.push_back(limit);
}

Gap::Gap(std::uint64_t probability) {
    const double stays = 1 - static_cast<double>(probability) / kUnit;
    double none = 1;
    while (limits_.empty() || limits_.back() != UINT32_MAX) {
        none *= stays;
        const double limit = std::floor((1 - none) * kUnit + 0.5);
        limits_.push_back(limit >= kUnit ? UINT32_MAX
                          : limit < 1    ? 0
                                         : static_cast<std::uint32_t>(limit) - 1);
    }
    std::uint32_t g = 0;
    for (std::uint32_t guide = 0; guide < 1u << kGuideBits; ++guide) {
        const std::uint32_t from = guide << (32 - kGuideBits);
        const std::uint32_t to = from | ((1u << (32 - kGuideBits)) - 1);
        while (limits_[g] < from) ++g;
        const auto here = static_cast<std::int32_t>(g << (kLowBits + 1));
        if (limits_[g] >= to) {
            guides_.push_back(here);
        } else if (limits_[g + 1] >= to) {
            guides_.push_back(here +
                              static_cast<std::int32_t>(kLow - (limits_[g] >> 15 & (kLow - 1))));
        } else {
            guides_.push_back(kSearch + static_cast<std::int32_t>(g));
        }
    }
}

#if defined(__x86_64__)
namespace {

// As Gap::draw_clear does it by fours.
[[gnu::target("avx2")]] std::uint32_t draw_by_eights(const std::int32_t* guides, int guide_bits,
                                                     const std::uint32_t* words, std::size_t stride,
                                                     std::int32_t* gaps) {
    const int low_bits = 16 - guide_bits;
    const __m256i low = _mm256_set1_epi32((2 << low_bits) - 1);
    const __m256i even = _mm256_set1_epi32((2 << low_bits) - 2);
    std::uint32_t unclear = 0;
    for (std::size_t at = 0; at < Gap::kAtOnce; at += 8, words += stride) {
        const __m256i word = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words));
        const __m256i guide = _mm256_i32gather_epi32(
            guides, _mm256_srli_epi32(word, 32 - guide_bits), sizeof *guides);
        const __m256i sum =
            _mm256_add_epi32(guide, _mm256_and_si256(_mm256_srli_epi32(word, 15), even));
        const __m256i gap =
            _mm256_add_epi32(_mm256_srai_epi32(sum, low_bits + 1), _mm256_set1_epi32(1));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(gaps + at), gap);
        // The sign is set where the sum is below 0, and all bits where it says nothing else.
        const __m256i so =
            _mm256_or_si256(_mm256_cmpeq_epi32(_mm256_and_si256(sum, low), low), sum);
        unclear |= static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(so))) << at;
    }
    return unclear;
}

}  // namespace
#endif

std::uint32_t Gap::draw_clear(const std::uint32_t* words, std::size_t stride,
                              std::int32_t* gaps) const {
#if defined(__x86_64__)
    if (base::has_eights()) {
        return draw_by_eights(guides_.data(), kGuideBits, words, stride, gaps);
    }
#endif
    std::uint32_t unclear = 0;
    for (std::size_t at = 0; at < kAtOnce; at += 4) {
        const auto word = base::load_four<base::FourWords>(words + at / 8 * stride + at % 8);
        const auto guide = [&](int i) { return guides_[word[i] >> (32 - kGuideBits)]; };
        const Four low = reinterpret_cast<Four>(word >> 15 & base::four_words(kLow - 1));
        const Four sum = Four{guide(0), guide(1), guide(2), guide(3)} + low;
        base::store_four(gaps + at, (sum >> (kLowBits + 1)) + 1);
        unclear |=
            base::which(((sum & base::four(kLow)) == base::four(kLow)) | (sum < base::four(0)))
            << at;
    }
    return unclear;
}

}  // namespace vgap::flow
