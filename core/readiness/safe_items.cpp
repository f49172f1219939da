#include "core/readiness/safe_items.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace vgap::readiness {

namespace {

constexpr std::size_t kMostCombinations = 20000;

int count(const Flags& flags) {
    return static_cast<int>(std::count(flags.begin(), flags.end(), 1));
}

// Does the combination cancel this rater? `choice` has a divisor per item, 0 for an item left alone.
bool is_cancelled(const Flags& answered, const std::vector<int>& choice) {
    const int divisor = count(answered);
    for (std::size_t i = 0; i < answered.size(); ++i) {
        if (answered[i] == 1 && choice[i] != divisor) return false;
    }
    return true;
}

bool is_safe(const std::vector<Flags>& answered, const Flags& shown, int minimum) {
    std::set<int> counts;
    for (const Flags& rater : answered) counts.insert(count(rater));
    const std::vector<int> divisors(counts.begin(), counts.end());
    std::vector<std::size_t> digits(shown.size(), 0);
    std::vector<int> choice(shown.size(), 0);
    for (std::size_t tried = 0; tried < kMostCombinations; ++tried) {
        const auto left = std::count_if(answered.begin(), answered.end(), [&](const Flags& rater) {
            return !is_cancelled(rater, choice);
        });
        if (left > 0 && left < minimum) return false;
        std::size_t i = 0;
        for (; i < digits.size(); ++i) {
            if (shown[i] == 0) continue;
            digits[i] = (digits[i] + 1) % (divisors.size() + 1);
            choice[i] = digits[i] == 0 ? 0 : divisors[digits[i] - 1];
            if (digits[i] != 0) break;
        }
        if (i == digits.size()) return true;
    }
    return false;
}

}  // namespace

Flags safe_items(const std::vector<Flags>& answered, int minimum) {
    if (answered.empty()) return {};
    const std::size_t items = answered[0].size();
    std::vector<int> answers(items, 0);
    for (const Flags& rater : answered) {
        for (std::size_t i = 0; i < items; ++i) answers[i] += rater[i];
    }
    Flags shown(items, 0);
    for (std::size_t i = 0; i < items; ++i) shown[i] = answers[i] >= minimum ? 1 : 0;
    while (count(shown) > 0 && !is_safe(answered, shown, minimum)) {
        std::size_t least = items;
        for (std::size_t i = 0; i < items; ++i) {
            if (shown[i] == 1 && (least == items || answers[i] <= answers[least])) least = i;
        }
        shown[least] = 0;
    }
    return shown;
}

}  // namespace vgap::readiness
