// Numbers as ECMAScript writes them: append_number of json/write.

#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "core/base/fixed.hpp"
#include "core/json/write.hpp"

namespace vgap::json {

namespace {

constexpr double kFastBelow = 1e6;           // here every whole billionth has at most 15 digits
constexpr std::int64_t kThousandths = 1000;  // from 1e-6 on, ECMAScript writes no exponent

void append_integer(std::string& out, std::int64_t n) {
    std::array<char, 20> digits{};
    std::size_t at = digits.size();
    do {
        digits[--at] = static_cast<char>('0' + n % 10);
        n /= 10;
    } while (n > 0);
    out.append(digits.data() + at, digits.size() - at);
}

// A whole number of billionths is a decimal of at most 15 digits, and no other decimal of at most
// 15 digits is nearest to the same double: without its trailing zeros it is the shortest.
bool append_billionths(std::string& out, double number) {
    const std::int64_t billionths = base::to_billionths(number);
    if (base::from_billionths(billionths) != number) return false;
    const std::int64_t size = billionths < 0 ? -billionths : billionths;
    if (size != 0 && size < kThousandths) return false;
    constexpr std::int64_t kOne = 1'000'000'000;
    if (billionths < 0) out += '-';
    append_integer(out, size / kOne);
    std::int64_t fraction = size % kOne;
    if (fraction == 0) return true;
    std::array<char, 9> digits{};
    for (std::size_t i = digits.size(); i-- > 0; fraction /= 10) {
        digits[i] = static_cast<char>('0' + fraction % 10);
    }
    std::size_t kept = digits.size();
    while (digits[kept - 1] == '0') --kept;
    out += '.';
    out.append(digits.data(), kept);
    return true;
}

// Significant digits without trailing zeros, and the exponent of the first.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

using Text = std::array<char, 40>;

Decimal decimal_of(const Text& text) {
    Decimal decimal;
    const char* c = text.data();
    for (; *c != 'e'; ++c) {
        // The decimal mark is the locale's, so anything that is no digit is passed over.
        if (*c >= '0' && *c <= '9') decimal.digits += *c;
    }
    decimal.exponent = static_cast<int>(std::strtol(c + 1, nullptr, 10));
    while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
    return decimal;
}

// One unit more in the last place of 1.23e4. Below a power of two doubles lie closer, so there the
// decimal nearest to the number may miss it while the next one up still reads back as it.
bool step_up(Text& text) {
    std::size_t at = 0;
    while (text[at] != 'e') ++at;
    while (at-- > 0) {
        if (text[at] < '0' || text[at] > '9') continue;
        if (text[at] != '9') {
            ++text[at];
            return true;
        }
        text[at] = '0';
    }
    return false;
}

Decimal shortest(double size) {
    constexpr int kEnough = 17;
    Text text{};
    for (int digits = 1; digits < kEnough; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*e", digits - 1, size);
        if (std::strtod(text.data(), nullptr) == size) return decimal_of(text);
        if (step_up(text) && std::strtod(text.data(), nullptr) == size) return decimal_of(text);
    }
    std::snprintf(text.data(), text.size(), "%.*e", kEnough - 1, size);
    return decimal_of(text);
}

// ECMA-262 Number::toString: k digits s, and n with the value s · 10^(n-k).
void append_shortest(std::string& out, double number) {
    if (number < 0) out += '-';
    const Decimal decimal = shortest(std::fabs(number));
    const std::string& s = decimal.digits;
    const int k = static_cast<int>(s.size());
    const int n = decimal.exponent + 1;
    if (k <= n && n <= 21) {
        out += s;
        out.append(static_cast<std::size_t>(n - k), '0');
    } else if (0 < n && n <= 21) {
        out.append(s, 0, static_cast<std::size_t>(n));
        out += '.';
        out.append(s, static_cast<std::size_t>(n));
    } else if (-6 < n && n <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-n), '0');
        out += s;
    } else {
        out += s[0];
        if (k > 1) {
            out += '.';
            out.append(s, 1);
        }
        out += n - 1 < 0 ? "e-" : "e+";
        append_integer(out, std::abs(n - 1));
    }
}

}  // namespace

void append_number(std::string& out, double number) {
    assert(std::isfinite(number));
    if (std::fabs(number) < kFastBelow && append_billionths(out, number)) return;
    append_shortest(out, number);
}

}  // namespace vgap::json
