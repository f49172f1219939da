// people/words — the words that people write in cells and over columns, in the four languages, whatever their case,
// accents and blanks.
//
// In      UTF-8 text
// Out     folded: lower-case ASCII letters and digits only ("Führungs-Stufe" -> "fuhrungsstufe")
//         the state that a word names, or nullopt; an empty cell is for the caller to judge
// Errors  none
// Source  the exports of personnel systems in English, German, French and Spanish
// Cost    O(bytes + words)
// Tested  tests/core/people/import_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vgap::people {

enum class Outcome : std::uint8_t { kApproved, kNotYet, kPending, kWithdrawn };
enum class Readiness : std::uint8_t { kNotStated, kBuilding, kWithinTwelveMonths, kReadyNow };

std::string folded(std::string_view text);

// Is `word`, which is folded, among words that are separated by blanks?
bool is_among(std::string_view words, std::string_view word);

std::optional<bool> truth_of(std::string_view cell);  // a whole number: whether it is above 0
std::optional<Outcome> outcome_of(std::string_view cell);
std::optional<Readiness> readiness_of(std::string_view cell);

std::string_view to_string(Outcome outcome);
std::string_view to_string(Readiness readiness);

}  // namespace vgap::people
