// stats/scales — answers to try scales on: reproducible, correlated, on a scale of 1 to 5.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/base/philox.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

inline Columns some_items(std::size_t items, std::size_t rows, std::uint64_t seed = 1) {
    base::Random random(seed);
    Columns columns(items, Numbers(rows));
    for (std::size_t r = 0; r < rows; ++r) {
        const double common = random.unit();
        for (Numbers& column : columns) {
            column[r] = 1 + std::floor(5 * (0.6 * common + 0.4 * random.unit()));
        }
    }
    return columns;
}

inline Columns repeated(const Columns& columns, std::size_t times) {
    Columns result(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t t = 0; t < times; ++t) {
            result[i].insert(result[i].end(), columns[i].begin(), columns[i].end());
        }
    }
    return result;
}

}  // namespace vgap::stats
