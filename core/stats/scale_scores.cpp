#include "core/stats/scale_scores.hpp"

#include "core/stats/interval.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

Numbers weighted_means(const Columns& columns, const Numbers& weights, std::size_t least) {
    const std::size_t rows = columns.empty() ? 0 : columns.front().size();
    Numbers result(rows, kUndefined);
    for (std::size_t r = 0; r < rows; ++r) {
        double sum = 0;
        double weight = 0;
        std::size_t answered = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!is_defined(columns[i][r])) continue;
            ++answered;
            sum += weights[i] * columns[i][r];
            weight += weights[i];
        }
        if (answered >= least && answered > 0) result[r] = ratio(sum, weight);
    }
    return result;
}

Group group_of(const Numbers& scores, double confidence) {
    const Numbers scored = present(scores);
    Group result;
    result.n = scored.size();
    result.mean = mean(scored);
    result.deviation = deviation(scored);
    result.error = result.deviation / std::sqrt(real(scored.size()));
    result.limits = t_interval(result.mean, result.error, real(result.n) - 1, confidence);
    return result;
}

}  // namespace vgap::stats
