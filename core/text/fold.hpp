// text/fold — text as it is compared by who searches: without case, accents and punctuation.
//
// In      a code point, or UTF-8 text
// Out     append_folded: its letters in lower case and without accents ("Ü" -> "u", "ß" -> "ss", "Œ" -> "oe"); Greek and
//         Cyrillic in lower case; a letter of another script as it is. False: it separates words, and nothing is appended.
//         An accent that stands by itself, behind its letter, belongs to the word and appends nothing
//         folded_words: the words of a text, folded, in order
// Errors  none
// Source  Unicode 15: Latin-1 Supplement, Latin Extended-A, Combining Diacritical Marks
// Cost    O(bytes)
// Tested  tests/core/text/fold_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vgap::text {

bool append_folded(std::string& out, char32_t c);
std::vector<std::string> folded_words(std::string_view text);

}  // namespace vgap::text
