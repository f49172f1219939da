#include "core/base/number.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

namespace vgap::base {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

std::size_t after_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// [+-] digits [. digits] [e [+-] digits], with a digit on at least one side of the point.
bool is_number(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
    const std::size_t whole_ends = after_digits(text, at);
    std::size_t digits = whole_ends - at;
    at = whole_ends;
    if (at < text.size() && text[at] == '.') {
        const std::size_t ends = after_digits(text, at + 1);
        digits += ends - at - 1;
        at = ends;
    }
    if (digits == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t ends = after_digits(text, at);
        if (ends == at) return false;
        at = ends;
    }
    return at == text.size();
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    constexpr std::size_t kExactDigits = 15;
    if (!text.empty() && text.size() <= kExactDigits && after_digits(text, 0) == text.size()) {
        double whole = 0;
        for (const char c : text) whole = whole * 10 + (c - '0');
        return whole;
    }
    if (!is_number(text)) return std::nullopt;
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace vgap::base
