#include "core/stats/suppression.hpp"

#include <algorithm>

namespace vgap::stats {

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
