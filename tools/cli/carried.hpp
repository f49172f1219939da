// cli/carried — says what became of answers that were given to an earlier version of the instrument.
//
// In      where they stand; instrument; what answers/carry found
// Out     notes on standard error, one line each; nothing for answers to this version
// Errors  none: a note changes no exit code
// Source  PRODUCT.md §5 (migrated and said so)
// Cost    O(questions)
// Tested  tests/cli/earlier.test.mjs
#pragma once

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "tools/cli/console.hpp"

namespace vgap::cli {

void say_carried(Console& console, const Place& place, const instrument::Instrument& instrument,
                 const answers::Carried& carried);

}  // namespace vgap::cli
