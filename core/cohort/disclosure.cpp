#include "core/cohort/disclosure.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace vgap::cohort {

namespace {

constexpr Count kMostSteps = 20;
constexpr std::size_t kMostTries = 300'000;  // of one item and step; then less is shown

using Move = Counts;  // what is added to the counts of one row

Count sum_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), Count{0});
}

// Moves that leave the number of answers as it is; the mean too; the deviation too.
std::vector<Move> generators(std::size_t points, Shows shows) {
    static const Counts kDifferences[] = {{1, -1}, {1, -2, 1}, {1, -3, 3, -1}};
    std::vector<Move> moves;
    const Counts& difference = kDifferences[static_cast<std::size_t>(shows)];
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

// Is there a combination of two generators that makes a small count of a row 0 or large, and that the row and, where
// the total of each point is shown, another row with the opposite sign can take? Where there is none, less is shown.
class Plan {
  public:
    Plan(const std::vector<Counts>& rows, Count threshold, bool totals_shown)
        : rows_(rows), threshold_(threshold), totals_shown_(totals_shown) {
        plan_.points_by_row = false;
        plan_.points_of_whole = totals_shown;
        plan_.rows.assign(rows.size(), Shows::kDeviation);
        for (const Shows shows : {Shows::kNumber, Shows::kMean, Shows::kDeviation}) {
            moves_.push_back(generators(rows.front().size(), shows));
        }
    }

    // nullopt: even with the numbers of answers alone some small count is known.
    std::optional<ItemPlan> run() {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (std::size_t p = 0; p < rows_[r].size(); ++p) {
                if (!is_small(rows_[r][p])) continue;
                while (!is_open(r, p)) {
                    if (plan_.rows[r] == Shows::kNumber) return std::nullopt;
                    lower(r);
                }
            }
        }
        while (!totals_shown_ && !whole_is_open()) {
            if (plan_.whole == Shows::kNumber) return std::nullopt;
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                if (plan_.rows[r] == plan_.whole) plan_.rows[r] = less(plan_.whole);
            }
            plan_.whole = less(plan_.whole);
        }
        return plan_;
    }

  private:
    static Shows less(Shows shows) {
        return shows == Shows::kDeviation ? Shows::kMean : Shows::kNumber;
    }

    void lower(std::size_t r) {
        const Shows shows = less(plan_.rows[r]);
        plan_.rows[r] = shows;
        if (!totals_shown_) {
            plan_.whole = std::min(plan_.whole, shows);
            return;
        }
        // The hidden segments together are shown nowhere, so they cost nothing; else the largest.
        std::size_t partner = r;
        for (std::size_t s = 0; s < rows_.size(); ++s) {
            if (s == r || sum_of(rows_[s]) == 0) continue;
            const bool is_rest = s + 1 == rows_.size();
            if (partner == r || is_rest || sum_of(rows_[s]) > sum_of(rows_[partner])) partner = s;
        }
        plan_.rows[partner] = std::min(plan_.rows[partner], shows);
    }

    bool is_small(Count count) const { return count > 0 && count < threshold_; }

    // Moves of two generators that bring the count at p to 0, to the threshold or just above it: as many as there is time for.
    template <class Takes>
    bool any_move(Shows shows, Count count, std::size_t p, Takes takes) {
        const std::vector<Move>& moves = moves_[static_cast<std::size_t>(shows)];
        const Count most = std::min(threshold_, kMostSteps);
        for (std::size_t b = 0; b < moves.size(); ++b) {
            if (moves[b][p] == 0) continue;
            for (std::size_t a = 0; a < moves.size(); ++a) {
                for (Count step = 0; step <= 2 * most; ++step) {
                    const Count x = step % 2 == 0 ? step / 2 : -(step + 1) / 2;  // 0, -1, 1, -2, ..
                    for (const Count target : {Count{0}, threshold_, threshold_ + 1}) {
                        const Count rest = target - count - x * moves[a][p];
                        if (rest % moves[b][p] != 0) continue;
                        if (++tries_ > kMostTries) return false;
                        if (takes(combined(moves[a], x, moves[b], rest / moves[b][p]))) return true;
                    }
                }
            }
        }
        return false;
    }

    static Move combined(const Move& a, Count x, const Move& b, Count y) {
        Move move = a;
        for (std::size_t p = 0; p < move.size(); ++p) move[p] = x * move[p] + y * b[p];
        return move;
    }

    bool is_open(std::size_t r, std::size_t p) {
        if (!totals_shown_) {
            return any_move(plan_.rows[r], rows_[r][p], p,
                            [&](const Move& move) { return fits(rows_[r], move, 1); });
        }
        // A partner's own figures must stay as they are too.
        for (const Shows shows : {Shows::kDeviation, Shows::kMean, Shows::kNumber}) {
            if (shows < plan_.rows[r]) break;
            const bool open = any_move(shows, rows_[r][p], p, [&](const Move& move) {
                if (!fits(rows_[r], move, 1)) return false;
                for (std::size_t s = 0; s < rows_.size(); ++s) {
                    if (s != r && plan_.rows[s] <= shows && fits(rows_[s], move, -1)) return true;
                }
                return false;
            });
            if (open) return true;
        }
        return false;
    }

    // A small count of the whole is open when some row can move it.
    bool whole_is_open() {
        Counts whole(rows_.front().size());
        for (const Counts& row : rows_) {
            for (std::size_t p = 0; p < whole.size(); ++p) whole[p] += row[p];
        }
        for (std::size_t p = 0; p < whole.size(); ++p) {
            if (!is_small(whole[p])) continue;
            bool open = false;
            for (std::size_t r = 0; r < rows_.size() && !open; ++r) {
                open = any_move(plan_.rows[r], whole[p], p,
                                [&](const Move& move) { return fits(rows_[r], move, 1); });
            }
            if (!open) return false;
        }
        return true;
    }

    const std::vector<Counts>& rows_;
    Count threshold_;
    bool totals_shown_;
    std::vector<std::vector<Move>> moves_;  // by what they leave as it is
    ItemPlan plan_;
    std::size_t tries_ = 0;
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

ItemPlan plan_item(const std::vector<Counts>& rows, Count threshold) {
    const auto is_small = [&](Count count) { return count > 0 && count < threshold; };
    ItemPlan all;
    all.rows.assign(rows.size(), Shows::kDeviation);
    if (rows.empty()) return all;
    Counts whole(rows.front().size());
    bool any_small = false;
    for (const Counts& row : rows) {
        for (std::size_t p = 0; p < row.size(); ++p) {
            whole[p] += row[p];
            any_small = any_small || is_small(row[p]);
        }
    }
    if (!any_small) return all;
    std::optional<ItemPlan> with_totals;
    if (std::none_of(whole.begin(), whole.end(), is_small)) {
        with_totals = Plan(rows, threshold, true).run();
    }
    const auto has_means = [](const ItemPlan& plan) {
        return std::all_of(plan.rows.begin(), plan.rows.end(),
                           [](Shows shows) { return shows != Shows::kNumber; });
    };
    if (with_totals && has_means(*with_totals)) return *with_totals;
    std::optional<ItemPlan> without_totals = Plan(rows, threshold, false).run();
    if (without_totals && has_means(*without_totals)) return *without_totals;
    if (with_totals) return *with_totals;
    ItemPlan counts;
    counts.points_by_row = counts.points_of_whole = false;
    counts.whole = Shows::kNumber;
    counts.rows.assign(rows.size(), Shows::kNumber);
    return counts;
}

}  // namespace vgap::cohort
