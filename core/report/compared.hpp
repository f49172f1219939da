// report/compared — how a result differs from an earlier one, in sentences; the same on the screen, on paper and in files.
//
// In      Subject with an earlier attempt
// Out     sentences and phrases; `**bold**` is left to whoever draws
// Errors  none: without an earlier attempt everything is empty
// Source  PRODUCT.md §2 (a second attempt laid over the first)
// Cost    O(dimensions + patterns)
// Tested  tests/core/report/compared_test.cpp
#pragma once

#include <string>
#include <vector>

#include "core/report/words.hpp"

namespace vgap::report {

// "On 3 March 2026: 45. Now: 38. ..."
std::string change_of_index(const Subject& subject);

// What must be known to read that change: that something else is needed now, and what the number would be by the needs
// of then; that the two numbers rest on different areas. Often none.
std::vector<std::string> cautions(const Subject& subject);

// "new since then", for a pattern that is found now; empty without an earlier attempt.
std::string pattern_mark(const Subject& subject, std::size_t pattern);

// "No longer found: A, B.", and those that cannot be judged any more. Often none.
std::vector<std::string> patterns_left(const Subject& subject);

}  // namespace vgap::report
