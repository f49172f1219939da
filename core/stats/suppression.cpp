#include "core/stats/suppression.hpp"

#include <algorithm>

namespace vgap::stats {

namespace {

using Table = std::vector<std::vector<std::int64_t>>;

class Hiding {
  public:
    Hiding(const Table& counts, std::int64_t threshold) : counts_(counts), threshold_(threshold) {
        for (const std::vector<std::int64_t>& row : counts) hidden_.emplace_back(row.size());
    }

    std::vector<Cell> run() {
        std::vector<Cell> small;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = 0; j < counts_[i].size(); ++j) {
                if (counts_[i][j] > 0 && counts_[i][j] < threshold_) small.push_back({i, j});
            }
        }
        for (const Cell& cell : small) hidden_[cell.row][cell.column] = true;
        for (const Cell& cell : small) {
            if (!hide_rectangle(cell)) return all();
        }
        std::vector<Cell> result;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = 0; j < counts_[i].size(); ++j) {
                if (hidden_[i][j]) result.push_back({i, j});
            }
        }
        return result;
    }

  private:
    // What hiding the cell costs: its people, and a little for the cell itself.
    std::int64_t price(std::size_t i, std::size_t j) const {
        return hidden_[i][j] ? 0 : 2 * counts_[i][j] + 1;
    }

    // Along the rectangle x and the cell across from it rise while their neighbours fall, or the other
    // way: x can be 0 when across >= x, and reach the threshold when the neighbours can give so much.
    bool protects(std::int64_t x, std::int64_t beside, std::int64_t below,
                  std::int64_t across) const {
        if (beside == 0 || below == 0 || across == 0) return false;
        return across >= x || x + std::min(beside, below) >= threshold_;
    }

    bool hide_rectangle(const Cell& cell) {
        const std::int64_t x = counts_[cell.row][cell.column];
        std::int64_t least = -1;
        Cell corner;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = 0; j < counts_[i].size(); ++j) {
                if (i == cell.row || j == cell.column) continue;
                const std::int64_t beside = counts_[cell.row][j];
                const std::int64_t below = counts_[i][cell.column];
                if (!protects(x, beside, below, counts_[i][j])) continue;
                const std::int64_t sum = price(cell.row, j) + price(i, cell.column) + price(i, j);
                if (least >= 0 && sum >= least) continue;
                least = sum;
                corner = {i, j};
            }
        }
        if (least < 0) return false;
        hidden_[cell.row][corner.column] = true;
        hidden_[corner.row][cell.column] = true;
        hidden_[corner.row][corner.column] = true;
        return true;
    }

    std::vector<Cell> all() const {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = 0; j < counts_[i].size(); ++j) cells.push_back({i, j});
        }
        return cells;
    }

    const Table& counts_;
    std::int64_t threshold_;
    std::vector<std::vector<bool>> hidden_;
};

}  // namespace

std::vector<Cell> suppress_table(const Table& counts, std::int64_t threshold) {
    return Hiding(counts, threshold).run();
}

Suppressed suppress(std::span<const std::int64_t> counts, std::int64_t threshold) {
    Suppressed result;
    std::vector<bool> hidden(counts.size());
    std::size_t hidden_count = 0;
    std::int64_t hidden_people = 0;
    const auto hide = [&](std::size_t i) {
        hidden[i] = true;
        ++hidden_count;
        hidden_people += counts[i];
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0 || counts[i] >= threshold) continue;
        result.primary.push_back(i);
        hide(i);
    }
    while (hidden_count > 0 && (hidden_count < 2 || hidden_people < threshold)) {
        std::size_t smallest = counts.size();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (hidden[i] || counts[i] <= 0) continue;
            if (smallest == counts.size() || counts[i] < counts[smallest]) smallest = i;
        }
        if (smallest == counts.size()) break;  // all are hidden; only the total remains
        result.secondary.push_back(smallest);
        hide(smallest);
    }
    std::sort(result.secondary.begin(), result.secondary.end());
    return result;
}

}  // namespace vgap::stats
