#include "core/stats/log_rank.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"
#include "core/stats/matrix.hpp"

namespace vgap::stats {

namespace {

// One group, moved through time: who is at risk, and who has the event now.
class Cursor {
  public:
    explicit Cursor(const std::vector<Wait>& waits) {
        for (const Wait& wait : waits) {
            ends_.push_back(wait.time);
            if (wait.event) events_.push_back(wait.time);
            if (wait.entry > 0) entries_.push_back(wait.entry);
        }
        std::sort(ends_.begin(), ends_.end());
        std::sort(events_.begin(), events_.end());
        std::sort(entries_.begin(), entries_.end());
    }

    void move_to(double time) {
        while (ended_ < ends_.size() && ends_[ended_] < time) ++ended_;
        while (entered_ < entries_.size() && entries_[entered_] < time) ++entered_;
        events_now = 0;
        for (; seen_ < events_.size() && events_[seen_] <= time; ++seen_) {
            if (events_[seen_] == time) ++events_now;
        }
        at_risk = real(ends_.size() - ended_) - real(entries_.size() - entered_);
    }

    double at_risk = 0;
    double events_now = 0;

  private:
    Numbers ends_, events_, entries_;
    std::size_t ended_ = 0, seen_ = 0, entered_ = 0;
};

Numbers event_times(const std::vector<std::vector<Wait>>& groups) {
    Numbers times;
    for (const std::vector<Wait>& group : groups) {
        for (const Wait& wait : group) {
            if (wait.event) times.push_back(wait.time);
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

}  // namespace

LogRank log_rank(const std::vector<std::vector<Wait>>& groups) {
    const std::size_t k = groups.size();
    LogRank result;
    result.observed.assign(k, 0);
    result.expected.assign(k, 0);
    Matrix variance(k, k);
    std::vector<Cursor> cursors(groups.begin(), groups.end());
    for (const double time : event_times(groups)) {
        double n = 0;
        double d = 0;
        for (Cursor& cursor : cursors) {
            cursor.move_to(time);
            n += cursor.at_risk;
            d += cursor.events_now;
        }
        if (!(n > 0)) continue;
        for (std::size_t i = 0; i < k; ++i) {
            const double share = cursors[i].at_risk / n;
            result.observed[i] += cursors[i].events_now;
            result.expected[i] += d * share;
            if (n < 2) continue;
            const double spread = d * (n - d) / (n - 1);
            for (std::size_t j = 0; j < k; ++j) {
                const double other = cursors[j].at_risk / n;
                variance(i, j) += spread * share * ((i == j ? 1 : 0) - other);
            }
        }
    }

    // A group that was never at risk tells nothing; of the others one follows from the rest.
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < k; ++i) {
        if (result.expected[i] > 0) kept.push_back(i);
    }
    if (kept.size() < 2) return result;
    kept.erase(kept.begin());
    Matrix reduced(kept.size(), kept.size());
    Numbers excess;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        excess.push_back(result.observed[kept[i]] - result.expected[kept[i]]);
        for (std::size_t j = 0; j < kept.size(); ++j) reduced(i, j) = variance(kept[i], kept[j]);
    }
    result.df = real(kept.size());
    const std::optional<Numbers> weights = solve(reduced, excess);
    if (!weights) return result;
    result.chi_squared = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) result.chi_squared += excess[i] * (*weights)[i];
    result.p = chi_squared_upper(result.chi_squared, result.df);
    return result;
}

}  // namespace vgap::stats
