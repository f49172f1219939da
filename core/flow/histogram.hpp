// flow/histogram — how often each whole number came out of many futures, and what follows from that.
//
// In      numbers one by one, or another histogram
// Out     mean with its Monte Carlo error (one standard error); quantiles: the smallest number with at least that share at or
//         below it, between the numbers whose ranks enclose it with 95 % (binomial ranks); shares with their error
//         The same whatever the order and however the futures were split
// Errors  none; of nothing everything is 0
// Source  Conover 1999, Practical nonparametric statistics, 3.2 (limits of a quantile by ranks)
// Cost    memory of the range that came out
// Tested  tests/core/flow/futures_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vgap::flow {

struct Estimate {
    double value = 0;
    double error = 0;
};

struct Quantile {
    std::int32_t value = 0;
    std::int32_t low = 0, high = 0;
};

// As a fan chart has it.
struct Band {
    Estimate mean;
    Quantile p10, p50, p90;
};

class Histogram {
  public:
    void add(std::int32_t x) { add({&x, 1}); }
    void add(std::span<const std::int32_t> all);  // at least one
    void merge(const Histogram& other);

    // Of how many are lacking of so many: max(0, of - x) for each x of the other.
    void become_lacking(const Histogram& other, std::int32_t of);

    std::uint64_t total() const;
    Estimate mean() const;
    Quantile quantile(double share) const;
    Band band() const { return {mean(), quantile(0.1), quantile(0.5), quantile(0.9)}; }
    Estimate share_at_most(std::int32_t x) const;

  private:
    void widen(std::int32_t least, std::int32_t most);  // so that there is room for these

    std::int32_t low_ = 0;
    std::vector<std::uint32_t> counts_;
};

}  // namespace vgap::flow
