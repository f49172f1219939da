// text/language — what differs between languages besides the words: plural forms, decimal sign.
//
// In      language  BCP 47 tag; only the part before the first '-' counts
//         number    as it will be shown (integers, or one decimal)
// Out     plural_form: which form of a message fits; format_number: the number as text
// Errors  none: a language without a row has one plural form and a decimal point
// Source  Unicode CLDR 42, plural rules (cardinal) and number symbols; a language is a row
// Cost    O(rows)
// Tested  tests/core/text/language_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vgap::text {

enum class PluralForm : std::uint8_t { kZero, kOne, kTwo, kFew, kMany, kOther };
inline constexpr int kPluralForms = 6;

std::string_view to_string(PluralForm form);  // "zero", "one", ... as in a catalogue

PluralForm plural_form(std::string_view language, double number);

// Rounded to at most one decimal, halves up; a whole number has none. Minus is U+2212.
std::string format_number(std::string_view language, double number);

}  // namespace vgap::text
