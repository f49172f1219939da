#include "core/text/language.hpp"

#include <cmath>
#include <cstdint>

namespace vgap::text {

namespace {

// The operands of CLDR's rules, after rounding to what is shown: i = whole part, v = decimals
// shown.
struct Operands {
    std::int64_t i;
    bool v;
};

using Rule = PluralForm (*)(Operands);

PluralForm only_other(Operands) {
    return PluralForm::kOther;
}
PluralForm one_is_one(Operands n) {
    return n.i == 1 && !n.v ? PluralForm::kOne : PluralForm::kOther;
}
PluralForm one_below_two(Operands n) {
    return n.i < 2 ? PluralForm::kOne : PluralForm::kOther;
}
PluralForm west_slavic(Operands n) {
    if (n.v) return PluralForm::kMany;
    if (n.i == 1) return PluralForm::kOne;
    return n.i >= 2 && n.i <= 4 ? PluralForm::kFew : PluralForm::kOther;
}
bool ends_in_few(Operands n) {
    return n.i % 10 >= 2 && n.i % 10 <= 4 && (n.i % 100 < 12 || n.i % 100 > 14);
}
PluralForm polish(Operands n) {
    if (n.v) return PluralForm::kOther;
    if (n.i == 1) return PluralForm::kOne;
    return ends_in_few(n) ? PluralForm::kFew : PluralForm::kMany;
}
PluralForm east_slavic(Operands n) {
    if (n.v) return PluralForm::kOther;
    if (n.i % 10 == 1 && n.i % 100 != 11) return PluralForm::kOne;
    return ends_in_few(n) ? PluralForm::kFew : PluralForm::kMany;
}

struct Row {
    std::string_view language;
    Rule plural;
    std::string_view decimal_sign;
};

constexpr Row kRows[] = {
    {"en", one_is_one, "."},  {"de", one_is_one, ","},  {"fr", one_below_two, ","},
    {"es", one_is_one, ","},  {"it", one_is_one, ","},  {"pt", one_below_two, ","},
    {"nl", one_is_one, ","},  {"sv", one_is_one, ","},  {"da", one_is_one, ","},
    {"nb", one_is_one, ","},  {"fi", one_is_one, ","},  {"pl", polish, ","},
    {"cs", west_slavic, ","}, {"sk", west_slavic, ","}, {"ru", east_slavic, ","},
    {"uk", east_slavic, ","}, {"tr", one_is_one, ","},  {"ja", only_other, "."},
    {"zh", only_other, "."},  {"ko", only_other, "."},
};

const Row& row_of(std::string_view language) {
    static constexpr Row kDefault = {"", only_other, "."};
    const std::string_view base = language.substr(0, language.find('-'));
    for (const Row& row : kRows) {
        if (row.language == base) return row;
    }
    return kDefault;
}

constexpr double kMostShown = 9e15;

// Tenths, halves up; beyond what a double holds exactly nobody reads the decimal.
std::int64_t tenths(double number) {
    if (!(std::fabs(number) < kMostShown / 10)) return 0;
    return static_cast<std::int64_t>(std::floor(number * 10 + 0.5));
}

}  // namespace

std::string_view to_string(PluralForm form) {
    constexpr std::string_view kNames[] = {"zero", "one", "two", "few", "many", "other"};
    return kNames[static_cast<int>(form)];
}

PluralForm plural_form(std::string_view language, double number) {
    const std::int64_t shown = tenths(std::fabs(number));
    return row_of(language).plural({shown / 10, shown % 10 != 0});
}

std::string format_number(std::string_view language, double number) {
    const std::int64_t shown = tenths(number);
    const std::int64_t size = shown < 0 ? -shown : shown;
    std::string out = shown < 0 ? "−" : "";
    out += std::to_string(size / 10);
    if (size % 10 != 0) {
        out += row_of(language).decimal_sign;
        out.push_back(static_cast<char>('0' + size % 10));
    }
    return out;
}

}  // namespace vgap::text
