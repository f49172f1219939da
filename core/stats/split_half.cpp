#include "core/stats/split_half.hpp"

#include <algorithm>

#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

// Goes through every half of `wanted` items, item after item, and keeps the covariance between the
// half and the rest: between = sum over the half of (its covariances with all others), less twice
// what lies inside the half.
class Search {
  public:
    Search(const Matrix& covariances, std::size_t wanted, bool first_is_in)
        : covariances_(covariances), within_(covariances.rows()), wanted_(wanted) {
        for (std::size_t i = 0; i < covariances.rows(); ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < covariances.rows(); ++j) {
                if (i != j) sum += covariances(i, j);
            }
            outside_.push_back(sum);
        }
        // The other half of an even split is a split already seen: the first item stays in one.
        if (first_is_in) {
            take(0, 1, 0, 0);
        } else {
            go(0, 0, 0);
        }
    }

    double least = kUndefined;
    double most = kUndefined;

  private:
    void take(std::size_t item, double sign, std::size_t taken, double between) {
        const double after = between + sign * (outside_[item] - 2 * within_[item]);
        if (taken + 1 == wanted_) {
            least = is_defined(least) ? std::min(least, after) : after;
            most = is_defined(most) ? std::max(most, after) : after;
            return;
        }
        for (std::size_t j = item + 1; j < within_.size(); ++j) within_[j] += covariances_(item, j);
        go(item + 1, taken + 1, after);
        for (std::size_t j = item + 1; j < within_.size(); ++j) within_[j] -= covariances_(item, j);
    }

    void go(std::size_t from, std::size_t taken, double between) {
        const std::size_t last = within_.size() - (wanted_ - taken);
        for (std::size_t item = from; item <= last; ++item) take(item, 1, taken, between);
    }

    const Matrix& covariances_;
    Numbers within_;   // covariance of each later item with those taken
    Numbers outside_;  // and with all others
    std::size_t wanted_;
};

}  // namespace

std::vector<bool> odd_items(std::size_t k) {
    std::vector<bool> in_first(k);
    for (std::size_t i = 0; i < k; i += 2) in_first[i] = true;
    return in_first;
}

std::vector<bool> first_items(std::size_t k) {
    std::vector<bool> in_first(k);
    std::fill_n(in_first.begin(), (k + 1) / 2, true);
    return in_first;
}

SplitHalf split_half(const Matrix& covariances, const std::vector<bool>& in_first) {
    double first = 0;
    double second = 0;
    double between = 0;
    double trace = 0;
    for (std::size_t i = 0; i < covariances.rows(); ++i) {
        trace += covariances(i, i);
        for (std::size_t j = 0; j < covariances.rows(); ++j) {
            const double c = covariances(i, j);
            if (in_first[i] != in_first[j]) {
                between += c / 2;
            } else {
                (in_first[i] ? first : second) += c;
            }
        }
    }
    first = settled(first, trace);
    second = settled(second, trace);
    SplitHalf result;
    result.correlation = ratio(between, std::sqrt(first) * std::sqrt(second));
    result.spearman_brown = ratio(2 * result.correlation, 1 + result.correlation);
    result.guttman = ratio(4 * between, settled(first + second + 2 * between, trace));
    return result;
}

AllSplits all_splits(const Matrix& covariances) {
    const std::size_t k = covariances.rows();
    const std::size_t half = k / 2;
    AllSplits result;
    if (half == 0) return result;
    double trace = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < k; ++i) {
        trace += covariances(i, i);
        for (std::size_t j = 0; j < i; ++j) pairs += covariances(i, j);
    }
    const double total = settled(trace + 2 * pairs, trace);
    const bool even = k % 2 == 0;
    result.count = even ? 0.5 : 1;
    for (std::size_t i = 1; i <= half; ++i) result.count *= real(k - half + i) / real(i);
    result.count = std::round(result.count);
    // A pair is parted in 2 · half · (k - half) of k (k - 1) cases.
    const double parted = 2 * real(half) * real(k - half) / (real(k) * real(k - 1));
    result.mean = ratio(4 * pairs * parted, total);
    if (k <= kMostItems && is_defined(total)) {
        const Search search(covariances, half, even);
        result.least = ratio(4 * search.least, total);
        result.most = ratio(4 * search.most, total);
    }
    return result;
}

}  // namespace vgap::stats
