#include "core/cohort/disclosure.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace vgap::cohort {
namespace {

constexpr Count kThreshold = 3;

Count sum_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), Count{0});
}

Count power_sum(const Counts& row, int power) {
    Count sum = 0;
    for (std::size_t p = 0; p < row.size(); ++p) {
        Count x = 1;
        for (int i = 0; i < power; ++i) x *= static_cast<Count>(p);
        sum += row[p] * x;
    }
    return sum;
}

// Every way to give n answers to k points.
void spread(Count n, std::size_t k, Counts& row, std::vector<Counts>& rows) {
    if (row.size() + 1 == k) {
        row.push_back(n);
        rows.push_back(row);
        row.pop_back();
        return;
    }
    for (Count x = 0; x <= n; ++x) {
        row.push_back(x);
        spread(n - x, k, row, rows);
        row.pop_back();
    }
}

// An attacker who knows what is shown, tries every table, and keeps those that agree with it.
class Attacker {
  public:
    Attacker(const std::vector<Counts>& rows, const ItemPlan& plan)
        : rows_(rows), points_(plan.points_of_whole), whole_shows_(plan.whole) {
        possible_.resize(rows.size(), std::vector<std::set<Count>>(rows[0].size()));
        whole_.resize(rows[0].size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const Counts& row = rows[r];
            for (std::size_t p = 0; p < row.size(); ++p) whole_[p] += row[p];
            std::vector<Counts> all, kept;
            Counts start;
            spread(sum_of(row), row.size(), start, all);
            for (const Counts& other : all) {
                if (plan.rows[r] >= Shows::kMean && power_sum(other, 1) != power_sum(row, 1))
                    continue;
                if (plan.rows[r] >= Shows::kDeviation && power_sum(other, 2) != power_sum(row, 2))
                    continue;
                kept.push_back(other);
            }
            choices_.push_back(kept);
        }
        std::vector<Counts> chosen;
        choose(chosen, Counts(rows[0].size()));
    }

    bool knows_a_small_count() const {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (std::size_t p = 0; p < whole_.size(); ++p) {
                if (is_small(rows_[r][p]) && all_small(possible_[r][p])) return true;
            }
        }
        for (std::size_t p = 0; p < whole_.size() && !points_; ++p) {
            std::set<Count> totals;
            for (const Counts& total : totals_) totals.insert(total[p]);
            if (is_small(whole_[p]) && all_small(totals)) return true;
        }
        return false;
    }

  private:
    static bool is_small(Count n) { return n > 0 && n < kThreshold; }
    static bool all_small(const std::set<Count>& counts) {
        return std::all_of(counts.begin(), counts.end(), is_small);
    }

    void choose(std::vector<Counts>& chosen, const Counts& total) {
        if (chosen.size() == rows_.size()) {
            if (points_ && total != whole_) return;
            for (int power = 1; power <= static_cast<int>(whole_shows_); ++power) {
                if (power_sum(total, power) != power_sum(whole_, power)) return;
            }
            totals_.insert(total);
            for (std::size_t r = 0; r < chosen.size(); ++r) {
                for (std::size_t p = 0; p < total.size(); ++p) {
                    possible_[r][p].insert(chosen[r][p]);
                }
            }
            return;
        }
        for (const Counts& row : choices_[chosen.size()]) {
            Counts sum = total;
            bool fits = true;
            for (std::size_t p = 0; p < sum.size(); ++p) {
                sum[p] += row[p];
                fits = fits && (!points_ || sum[p] <= whole_[p]);
            }
            if (!fits) continue;
            chosen.push_back(row);
            choose(chosen, sum);
            chosen.pop_back();
        }
    }

    const std::vector<Counts>& rows_;
    bool points_ = false;
    Shows whole_shows_ = Shows::kDeviation;
    Counts whole_;
    std::vector<std::vector<Counts>> choices_;
    std::vector<std::vector<std::set<Count>>> possible_;
    std::set<Counts> totals_;
};

TEST(CohortDisclosure, AnAttackerWhoTriesEveryTableLearnsNoSmallCount) {
    std::mt19937 random(3);
    std::set<int> met;
    for (int round = 0; round < 500; ++round) {
        const std::size_t k = 2 + random() % 4;
        std::vector<Counts> rows(1 + random() % 3, Counts(k));
        for (Counts& row : rows) {
            const Count n = random() % 5 == 0 ? 0 : kThreshold + static_cast<Count>(random() % 6);
            for (Count i = 0; i < n; ++i) ++row[random() % k];
        }
        const ItemPlan plan = plan_item(rows, kThreshold);
        bool any_small = false;
        for (const Counts& row : rows) {
            for (const Count n : row) any_small = any_small || (n > 0 && n < kThreshold);
        }
        ASSERT_EQ(plan.points_by_row, !any_small);
        if (!any_small) continue;
        const Shows least = *std::min_element(plan.rows.begin(), plan.rows.end());
        const Shows most = *std::max_element(plan.rows.begin(), plan.rows.end());
        met.insert(static_cast<int>(least) * 10 + static_cast<int>(most) +
                   (plan.points_of_whole ? 100 : 0));
        if (!plan.points_of_whole && most == Shows::kNumber) continue;  // nothing more to hide
        ASSERT_FALSE(Attacker(rows, plan).knows_a_small_count()) << round;
    }
    EXPECT_GE(met.size(), 6u);  // or the test would say little
}

TEST(CohortDisclosure, TheAttackerWouldFindWhatIsShownTooFreely) {
    const auto plan = [](bool totals, Shows whole, std::vector<Shows> rows) {
        return ItemPlan{false, totals, whole, std::move(rows)};
    };
    constexpr Shows kAll = Shows::kDeviation;
    const std::vector<Counts> rows = {{4, 1, 0}, {3, 4, 5}};
    EXPECT_TRUE(Attacker(rows, plan(true, kAll, {kAll, kAll})).knows_a_small_count());
    EXPECT_TRUE(Attacker(rows, plan(true, kAll, {Shows::kNumber, kAll})).knows_a_small_count());
    EXPECT_FALSE(
        Attacker(rows, plan(true, kAll, {Shows::kNumber, Shows::kNumber})).knows_a_small_count());
    const std::vector<Counts> one = {{0, 1, 5, 0}};
    EXPECT_TRUE(Attacker(one, plan(false, kAll, {kAll})).knows_a_small_count());
    EXPECT_TRUE(Attacker(one, plan(false, kAll, {Shows::kNumber})).knows_a_small_count());
}

TEST(CohortDisclosure, HiddenSegmentsAreLargeTogetherAndNeverAlone) {
    std::mt19937 random(4);
    for (int round = 0; round < 5000; ++round) {
        Counts people(1 + random() % 7);
        for (Count& n : people) n = static_cast<Count>(random() % 12);
        std::vector<bool> already(people.size());
        for (std::size_t s = 0; s < already.size(); ++s) already[s] = random() % 6 == 0;
        const Hidden hidden = hide_segments(people, 5, already);
        Count sum = 0;
        int segments = 0;
        for (std::size_t s = 0; s < people.size(); ++s) {
            ASSERT_TRUE(hidden.segments[s] || people[s] == 0 || people[s] >= 5);
            ASSERT_TRUE(hidden.segments[s] || !already[s]);
            if (!hidden.segments[s] || people[s] == 0) continue;
            sum += people[s];
            ++segments;
        }
        ASSERT_EQ(hidden.whole, segments > 0 && (segments < 2 || sum < 5));
    }
}

TEST(CohortDisclosure, ShowsWhatIsLarge) {
    EXPECT_TRUE(plan_item({{5, 6, 0}, {9, 0, 7}}, 5).points_by_row);
    EXPECT_TRUE(plan_item({{0, 0, 0}}, 5).points_by_row);
    // Small counts deep within many answers cost the points, not the mean or the deviation.
    const ItemPlan alone = plan_item({{30, 40, 50, 40, 2}}, 5);
    EXPECT_FALSE(alone.points_of_whole);
    EXPECT_EQ(alone.rows, std::vector<Shows>{Shows::kDeviation});
    // One small segment costs a large one nothing while there is another to hide behind.
    const ItemPlan many = plan_item(
        {{1, 2, 5, 1, 0}, {30, 40, 50, 40, 30}, {60, 50, 70, 40, 50}, {0, 0, 0, 0, 0}}, 5);
    EXPECT_TRUE(many.points_of_whole);
    EXPECT_EQ(many.rows[1], Shows::kDeviation);
    EXPECT_EQ(plan_item({{6, 1}}, 5).rows[0], Shows::kNumber);
    EXPECT_FALSE(hide_segments({12, 30}, 5).whole);
    EXPECT_TRUE(hide_segments({3}, 5).whole);
    EXPECT_TRUE(hide_segments({2, 2}, 5).whole);
}

}  // namespace
}  // namespace vgap::cohort
