#include "core/base/wide.hpp"

#include <algorithm>

namespace vgap::base {

std::string wide_text(Wide x) {
    const bool negative = x < 0;
    std::string digits;
    do {
        const int digit = static_cast<int>(x % 10);
        digits += static_cast<char>('0' + (negative ? -digit : digit));
        x /= 10;
    } while (x != 0);
    if (negative) digits += '-';
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::optional<Wide> wide_of(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > kMostWideDigits) return std::nullopt;
    if (digits.front() == '0' && text != "0") return std::nullopt;
    Wide x = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        x = 10 * x + (digit - '0');
    }
    return negative ? -x : x;
}

}  // namespace vgap::base
