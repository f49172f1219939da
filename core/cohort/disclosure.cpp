#include "core/cohort/disclosure.hpp"

#include <algorithm>
#include <numeric>

namespace vgap::cohort {

namespace {

constexpr Count kMostSteps = 20;
constexpr std::size_t kMostTries = 300'000;  // of one item and step; then less is shown

using Move = Counts;  // what is added to the counts of one row

Count sum_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), Count{0});
}

enum class Keeps : std::uint8_t { kNumber, kMean, kDeviation };

// Moves that leave the number of answers as it is; the mean too; the deviation too.
std::vector<Move> generators(std::size_t points, Keeps keeps) {
    static const Counts kDifferences[] = {{1, -1}, {1, -2, 1}, {1, -3, 3, -1}};
    std::vector<Move> moves;
    const Counts& difference = kDifferences[static_cast<std::size_t>(keeps)];
    for (std::size_t gap = 1; gap * (difference.size() - 1) < points; ++gap) {
        for (std::size_t at = 0; at + gap * (difference.size() - 1) < points; ++at) {
            Move move(points);
            for (std::size_t i = 0; i < difference.size(); ++i) move[at + gap * i] = difference[i];
            moves.push_back(std::move(move));
        }
    }
    return moves;
}

bool fits(const Counts& row, const Move& move, Count sign) {
    for (std::size_t p = 0; p < row.size(); ++p) {
        if (row[p] + sign * move[p] < 0) return false;
    }
    return true;
}

// Is there a combination of two generators that makes counts[p] of the row 0 or large, and that the row and, where
// the total of each point is shown, another row with the opposite sign can take?
class Attack {
  public:
    Attack(const std::vector<Counts>& rows, Count threshold, Keeps keeps, bool totals_shown)
        : rows_(rows),
          threshold_(threshold),
          totals_shown_(totals_shown),
          moves_(generators(rows.front().size(), keeps)) {}

    bool fails_everywhere() const {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (std::size_t p = 0; p < rows_[r].size(); ++p) {
                if (is_small(rows_[r][p]) && !is_open(r, p)) return false;
            }
        }
        return totals_shown_ || whole_is_open();
    }

  private:
    bool is_small(Count count) const { return count > 0 && count < threshold_; }

    // Moves of two generators that bring the count at p to 0, to the threshold or just above it: as many as there is time for.
    template <class Takes>
    bool any_move(Count count, std::size_t p, Takes takes) const {
        const Count most = std::min(threshold_, kMostSteps);
        for (std::size_t b = 0; b < moves_.size(); ++b) {
            if (moves_[b][p] == 0) continue;
            for (std::size_t a = 0; a < moves_.size(); ++a) {
                for (Count step = 0; step <= 2 * most; ++step) {
                    const Count x = step % 2 == 0 ? step / 2 : -(step + 1) / 2;  // 0, -1, 1, -2, ..
                    for (const Count target : {Count{0}, threshold_, threshold_ + 1}) {
                        const Count rest = target - count - x * moves_[a][p];
                        if (rest % moves_[b][p] != 0) continue;
                        if (++tries_ > kMostTries) return false;
                        if (takes(combined(a, x, b, rest / moves_[b][p]))) return true;
                    }
                }
            }
        }
        return false;
    }

    Move combined(std::size_t a, Count x, std::size_t b, Count y) const {
        Move move = moves_[a];
        for (std::size_t p = 0; p < move.size(); ++p) move[p] = x * move[p] + y * moves_[b][p];
        return move;
    }

    bool is_open(std::size_t r, std::size_t p) const {
        return any_move(rows_[r][p], p, [&](const Move& move) {
            if (!fits(rows_[r], move, 1)) return false;
            if (!totals_shown_) return true;
            for (std::size_t s = 0; s < rows_.size(); ++s) {
                if (s != r && fits(rows_[s], move, -1)) return true;
            }
            return false;
        });
    }

    // A small count of the whole is open when some row can move it.
    bool whole_is_open() const {
        Counts whole(rows_.front().size());
        for (const Counts& row : rows_) {
            for (std::size_t p = 0; p < whole.size(); ++p) whole[p] += row[p];
        }
        for (std::size_t p = 0; p < whole.size(); ++p) {
            if (!is_small(whole[p])) continue;
            const bool open = any_move(whole[p], p, [&](const Move& move) {
                return std::any_of(rows_.begin(), rows_.end(),
                                   [&](const Counts& row) { return fits(row, move, 1); });
            });
            if (!open) return false;
        }
        return true;
    }

    const std::vector<Counts>& rows_;
    Count threshold_;
    bool totals_shown_;
    std::vector<Move> moves_;
    mutable std::size_t tries_ = 0;
};

}  // namespace

Hidden hide_segments(const Counts& people, Count threshold, const std::vector<bool>& already) {
    Hidden hidden;
    hidden.segments = already;
    hidden.segments.resize(people.size());
    std::size_t hidden_segments = 0;
    Count hidden_people = 0;
    for (std::size_t s = 0; s < people.size(); ++s) {
        if (people[s] > 0 && people[s] < threshold) hidden.segments[s] = true;
        if (!hidden.segments[s] || people[s] == 0) continue;
        ++hidden_segments;
        hidden_people += people[s];
    }
    while (hidden_segments > 0 && (hidden_segments < 2 || hidden_people < threshold)) {
        std::size_t smallest = people.size();
        for (std::size_t s = 0; s < people.size(); ++s) {
            if (hidden.segments[s] || people[s] == 0) continue;
            if (smallest == people.size() || people[s] < people[smallest]) smallest = s;
        }
        if (smallest == people.size()) break;
        hidden.segments[smallest] = true;
        ++hidden_segments;
        hidden_people += people[smallest];
    }
    hidden.whole = hidden_segments > 0 && (hidden_segments < 2 || hidden_people < threshold);
    return hidden;
}

Shown plan_item(const std::vector<Counts>& all_rows, Count threshold) {
    std::vector<Counts> rows;
    for (const Counts& row : all_rows) {
        if (sum_of(row) > 0) rows.push_back(row);
    }
    if (rows.empty()) return Shown::kAll;
    const auto is_small = [&](Count count) { return count > 0 && count < threshold; };
    Counts whole(rows.front().size());
    bool any_small = false;
    for (const Counts& row : rows) {
        for (std::size_t p = 0; p < row.size(); ++p) {
            whole[p] += row[p];
            any_small = any_small || is_small(row[p]);
        }
    }
    if (!any_small) return Shown::kAll;
    const bool whole_has_small = std::any_of(whole.begin(), whole.end(), is_small);
    const auto is_safe = [&](Keeps keeps, bool totals_shown) {
        if (totals_shown && (whole_has_small || rows.size() < 2)) return false;
        return Attack(rows, threshold, keeps, totals_shown).fails_everywhere();
    };
    if (is_safe(Keeps::kDeviation, true)) return Shown::kWholePoints;
    if (is_safe(Keeps::kDeviation, false)) return Shown::kMoments;
    if (is_safe(Keeps::kMean, true)) return Shown::kWholeAndMeans;
    if (is_safe(Keeps::kMean, false)) return Shown::kMeans;
    if (is_safe(Keeps::kNumber, true)) return Shown::kWholeOnly;
    return Shown::kCounts;
}

}  // namespace vgap::cohort
