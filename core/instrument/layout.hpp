// instrument/layout — what a later version must know of this one to read the answers given to it.
//
// In      instrument
// Out     appended to `out`: an entry of `earlier_versions`, a question a line, as JSON for an author to paste
// Errors  none
// Source  MODEL.md §1 (result pack); PRODUCT.md §5 (older version of a file)
// Cost    O(questions)
// Tested  tests/core/instrument/earlier_test.cpp, tests/cli/earlier.test.mjs
#pragma once

#include <string>

#include "core/instrument/types.hpp"

namespace vgap::instrument {

void append_layout(std::string& out, const Instrument& instrument);

}  // namespace vgap::instrument
