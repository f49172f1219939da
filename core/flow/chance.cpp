#include "core/flow/chance.hpp"

#include <algorithm>
#include <cmath>

namespace vgap::flow {

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

}  // namespace vgap::flow
