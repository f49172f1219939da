// readiness/release_write — what is released of anonymous raters, as the next export needs it.
//
// In      instrument, rules; releases of all candidates that were ever told of, by id
// Out     {"instrument":{id,version,hash},"candidates":[..]}, the value of a member whose key is already written;
//         readiness/release_read reads it
// Errors  none
// Source  MODEL.md §3
// Cost    O(raters · items)
// Tested  tests/core/readiness/release_test.cpp, tests/cli/readiness.test.mjs
#pragma once

#include <span>

#include "core/json/write.hpp"
#include "core/readiness/release.hpp"

namespace vgap::readiness {

void write_release(json::Writer& write, const Instrument& instrument, const Rules& rules,
                   std::span<const CandidateRelease> releases);

}  // namespace vgap::readiness
