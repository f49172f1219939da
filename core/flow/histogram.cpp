#include "core/flow/histogram.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/four.hpp"

namespace vgap::flow {

namespace {

constexpr double kNormal95 = 1.959963984540054;
constexpr std::int32_t kRoom = 8;  // more than asked for on either side

}  // namespace

void Histogram::widen(std::int32_t least, std::int32_t most) {
    const bool none = counts_.empty();
    if (none) low_ = least;
    const std::int32_t high = low_ + static_cast<std::int32_t>(counts_.size());
    if (least >= low_ && most < high) return;
    const std::int32_t low = none || least < low_ ? least - kRoom : low_;
    const std::int32_t last = most < high ? high : most + 1 + kRoom;
    std::vector<std::uint32_t> wider(static_cast<std::size_t>(last - low));
    std::copy(counts_.begin(), counts_.end(), wider.begin() + (low_ - low));
    counts_ = std::move(wider);
    low_ = low;
}

// Whether there is room is asked once for all: an increment that follows another waits for little but the counter. By fours, since
// how a loop of 32 turns ends is guessed wrong.
void Histogram::add(std::span<const std::int32_t> all) {
    const base::Four last = base::four(static_cast<std::int32_t>(counts_.size()) - 1);
    base::Four beyond{};
    for (std::size_t at = 0; at + 4 <= all.size(); at += 4) {
        const base::Four x = base::load_four<base::Four>(&all[at]) - low_;
        beyond |= x | (last - x);  // below 0 where one of them is
    }
    if (all.size() % 4 != 0 || base::any(beyond < 0)) {
        std::int32_t least = all[0];
        std::int32_t most = least;
        for (const std::int32_t x : all) {
            least = std::min(least, x);
            most = std::max(most, x);
        }
        widen(least, most);
    }
    std::uint32_t* const counts = counts_.data();
    const std::ptrdiff_t low = low_;
#pragma GCC unroll 4
    for (const std::int32_t x : all) ++counts[x - low];
}

void Histogram::become_lacking(const Histogram& other, std::int32_t of) {
    counts_.clear();
    if (other.counts_.empty()) return;
    const auto size = static_cast<std::int32_t>(other.counts_.size());
    const auto lack = [&](std::int32_t at) { return std::max(0, of - other.low_ - at); };
    low_ = lack(size - 1);
    counts_.resize(static_cast<std::size_t>(lack(0) - low_) + 1);
    for (std::int32_t at = 0; at < size; ++at) {
        counts_[static_cast<std::size_t>(lack(at) - low_)] +=
            other.counts_[static_cast<std::size_t>(at)];
    }
}

void Histogram::merge(const Histogram& other) {
    for (std::size_t at = 0; at < other.counts_.size(); ++at) {
        if (other.counts_[at] == 0) continue;
        const std::int32_t x = other.low_ + static_cast<std::int32_t>(at);
        widen(x, x);
        counts_[static_cast<std::size_t>(x - low_)] += other.counts_[at];
    }
}

std::uint64_t Histogram::total() const {
    std::uint64_t n = 0;
    for (const std::uint32_t each : counts_) n += each;
    return n;
}

// Of whole numbers the sums are exact, so that no order of adding shows.
Estimate Histogram::mean() const {
    std::int64_t n = 0;
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
        n += counts_[at];
        sum += std::int64_t{counts_[at]} * (low_ + static_cast<std::int64_t>(at));
    }
    if (n == 0) return {};
    const double mean = static_cast<double>(sum) / static_cast<double>(n);
    double squares = 0;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
        const double off = low_ + static_cast<double>(at) - mean;
        squares += counts_[at] * (off * off);
    }
    if (n == 1) return {mean, 0};
    return {mean, std::sqrt(squares / (static_cast<double>(n) * static_cast<double>(n - 1)))};
}

Quantile Histogram::quantile(double share) const {
    const double n = static_cast<double>(total());
    if (n == 0) return {};
    const double spread = kNormal95 * std::sqrt(n * share * (1 - share));
    const auto at_rank = [&](double rank) {
        rank = std::clamp(std::ceil(rank), 1.0, n);
        double so_far = 0;
        std::size_t at = 0;
        while ((so_far += counts_[at]) < rank) ++at;
        return low_ + static_cast<std::int32_t>(at);
    };
    return {at_rank(n * share), at_rank(n * share - spread), at_rank(n * share + spread)};
}

Estimate Histogram::share_at_most(std::int32_t x) const {
    const double n = static_cast<double>(total());
    if (n == 0) return {};
    double below = 0;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
        if (low_ + static_cast<std::int32_t>(at) <= x) below += counts_[at];
    }
    const double share = below / n;
    return {share, std::sqrt(share * (1 - share) / n)};
}

}  // namespace vgap::flow
