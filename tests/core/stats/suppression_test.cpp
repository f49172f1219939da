#include "core/stats/suppression.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/philox.hpp"

namespace vgap::stats {
namespace {

using Places = std::vector<std::size_t>;

TEST(Suppression, HidesCompanyForOneSmallGroup) {
    const std::vector<std::int64_t> counts = {12, 9, 3, 9};
    EXPECT_EQ(suppress(counts, 5).primary, Places{2});
    EXPECT_EQ(suppress(counts, 5).secondary, Places{1});
    EXPECT_TRUE(suppress(counts, 1).primary.empty());
    EXPECT_TRUE(suppress({}, 5).primary.empty());
    EXPECT_EQ(suppress(std::vector<std::int64_t>{0, 3}, 5).secondary, Places{});
}

// What is hidden can be a group of any size from 0 to all that is hidden, never one number alone.
TEST(Suppression, NoTotalGivesAHiddenGroupAway) {
    base::Random random(9);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::int64_t> counts(2 + random.below(8));
        for (std::int64_t& count : counts) count = random.below(14);
        const Suppressed hidden = suppress(counts, 5);
        std::int64_t people = 0;
        for (const std::size_t i : hidden.primary) people += counts[i];
        for (const std::size_t i : hidden.secondary) people += counts[i];
        const std::size_t groups = hidden.primary.size() + hidden.secondary.size();
        std::size_t filled = 0;
        for (const std::int64_t count : counts) filled += count > 0 ? 1 : 0;
        if (groups == 0 || groups == filled) continue;
        EXPECT_GE(groups, 2u);
        EXPECT_GE(people, 5);
    }
}

using Table = std::vector<std::vector<std::int64_t>>;

// All tables with the same visible cells and the same totals, by going through the hidden cells: what an
// auditor can say about each of them.
class Audit {
  public:
    Audit(const Table& table, const std::vector<Cell>& hidden) : hidden_(hidden) {
        rows_.assign(table.size(), 0);
        columns_.assign(table.front().size(), 0);
        for (const Cell& cell : hidden) {
            rows_[cell.row] += table[cell.row][cell.column];
            columns_[cell.column] += table[cell.row][cell.column];
        }
        low.assign(hidden.size(), 1000);
        high.assign(hidden.size(), -1);
        guess_.assign(hidden.size(), 0);
        go(0);
    }

    std::vector<std::int64_t> low, high;

  private:
    void go(std::size_t at) {
        if (at == hidden_.size()) {
            for (const std::int64_t left : columns_) {
                if (left != 0) return;
            }
            for (std::size_t i = 0; i < guess_.size(); ++i) {
                low[i] = std::min(low[i], guess_[i]);
                high[i] = std::max(high[i], guess_[i]);
            }
            return;
        }
        std::int64_t& row = rows_[hidden_[at].row];
        std::int64_t& column = columns_[hidden_[at].column];
        const bool last = at + 1 == hidden_.size() || hidden_[at + 1].row != hidden_[at].row;
        for (std::int64_t n = last ? row : 0; n <= std::min(row, column); ++n) {
            guess_[at] = n;
            row -= n;
            column -= n;
            go(at + 1);
            row += n;
            column += n;
        }
    }

    std::vector<Cell> hidden_;
    std::vector<std::int64_t> rows_, columns_, guess_;
};

TEST(Suppression, AnAuditorOfTwoWaysLearnsNoSmallCell) {
    base::Random random(21);
    int partial = 0;
    for (int round = 0; round < 300; ++round) {
        Table table(3, std::vector<std::int64_t>(3));
        for (auto& row : table) {
            for (std::int64_t& count : row)
                count = random.below(2) == 0 ? random.below(9) : 6 + random.below(3);
        }
        const std::vector<Cell> hidden = suppress_table(table, 4);
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                const bool is_small = table[i][j] > 0 && table[i][j] < 4;
                EXPECT_TRUE(!is_small || std::count(hidden.begin(), hidden.end(), Cell{i, j}) == 1);
            }
        }
        if (hidden.empty() || hidden.size() == 9) continue;
        ++partial;
        const Audit audit(table, hidden);
        for (std::size_t h = 0; h < hidden.size(); ++h) {
            EXPECT_LT(audit.low[h], audit.high[h]);
            const std::int64_t count = table[hidden[h].row][hidden[h].column];
            EXPECT_TRUE(count == 0 || count >= 4 || audit.low[h] == 0 || audit.high[h] >= 4);
        }
    }
    EXPECT_GT(partial, 100);
}

TEST(Suppression, TablesThatOfferNoCoverAreHiddenWhole) {
    EXPECT_EQ(suppress_table({{9, 2}, {0, 9}}, 5).size(), 4u);
    EXPECT_EQ(suppress_table({{9, 2, 7}}, 5).size(), 3u);
    EXPECT_TRUE(suppress_table({{9, 5}, {0, 9}}, 5).empty());
}

}  // namespace
}  // namespace vgap::stats
