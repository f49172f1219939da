#include "core/stats/krippendorff.hpp"

#include <algorithm>

#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

// Distinct values in order, and how often each occurs.
struct Counts {
    Numbers values;
    Numbers counts;
    double total = 0;
};

Counts counted(Numbers numbers) {
    std::sort(numbers.begin(), numbers.end());
    Counts result;
    for (const double x : numbers) {
        if (result.values.empty() || result.values.back() != x) {
            result.values.push_back(x);
            result.counts.push_back(0);
        }
        ++result.counts.back();
    }
    result.total = real(numbers.size());
    return result;
}

// Each of the four: the sum of differences over ordered pairs of one bag of values.

double unequal_pairs(const Counts& bag) {
    double equal = 0;
    for (const double c : bag.counts) equal += c * c;
    return bag.total * bag.total - equal;
}

double squared_pairs(const Counts& bag) {
    double sum = 0;
    for (std::size_t i = 0; i < bag.values.size(); ++i) sum += bag.counts[i] * bag.values[i];
    const double centre = sum / bag.total;
    double squares = 0;
    double rest = 0;
    for (std::size_t i = 0; i < bag.values.size(); ++i) {
        const double from_centre = bag.values[i] - centre;
        squares += bag.counts[i] * from_centre * from_centre;
        rest += bag.counts[i] * from_centre;
    }
    return 2 * (bag.total * squares - rest * rest);
}

double ratio_pairs(const Counts& bag) {
    double sum = 0;
    for (std::size_t i = 0; i < bag.values.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double d = (bag.values[i] - bag.values[j]) / (bag.values[i] + bag.values[j]);
            sum += 2 * bag.counts[i] * bag.counts[j] * d * d;
        }
    }
    return sum;
}

double pairs(const Counts& bag, Metric metric) {
    if (bag.values.size() < 2) return 0;
    switch (metric) {
        case Metric::kNominal:
            return unequal_pairs(bag);
        case Metric::kOrdinal:
        case Metric::kInterval:
            return squared_pairs(bag);
        case Metric::kRatio:
            return ratio_pairs(bag);
    }
    return kUndefined;
}

// The middle of the ranks that a value's occurrences share, in place of each value.
void rank(Columns& units, const Counts& all) {
    Numbers middle;
    double before = 0;
    for (const double c : all.counts) {
        middle.push_back(before + c / 2);
        before += c;
    }
    for (Numbers& unit : units) {
        for (double& x : unit) {
            const auto at = std::lower_bound(all.values.begin(), all.values.end(), x);
            x = middle[static_cast<std::size_t>(at - all.values.begin())];
        }
    }
}

Numbers all_of(const Columns& units) {
    Numbers all;
    for (const Numbers& unit : units) all.insert(all.end(), unit.begin(), unit.end());
    return all;
}

}  // namespace

Krippendorff krippendorff(const Columns& units, Metric metric) {
    Columns kept;
    for (const Numbers& unit : units) {
        if (unit.size() >= 2) kept.push_back(unit);
    }
    Counts all = counted(all_of(kept));
    if (metric == Metric::kOrdinal) {
        rank(kept, all);
        all = counted(all_of(kept));
    }
    Krippendorff result;
    result.pairable = static_cast<std::size_t>(all.total);
    if (result.pairable == 0) return result;
    if (metric == Metric::kRatio && all.values.front() < 0 && all.values.back() > 0) return result;
    double observed = 0;
    for (Numbers& unit : kept) {
        const double others = real(unit.size() - 1);
        observed += pairs(counted(std::move(unit)), metric) / others;
    }
    result.observed = observed / all.total;
    result.expected = pairs(all, metric) / (all.total * (all.total - 1));
    result.alpha = 1 - ratio(result.observed, result.expected);
    return result;
}

}  // namespace vgap::stats
