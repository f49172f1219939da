// readiness/check — the linter of rules: what their reader accepts and an author would still regret.
//
// In      an instrument, the rules beside it, its catalogues in any order
// Out     findings as those of instrument/check, with places in readiness.json (kRulesFile), or in a catalogue where
//         a language lacks what raters are told before they rate
//         error    no candidate can get what the rules promise: more sides than there are roles, no primer
//         warning  something has no effect, or promises less than it seems to
// Errors  none: findings are the result
// Source  MODEL.md §3
// Cost    O(instrument)
// Tested  tests/core/readiness/check_test.cpp, tests/cli/lint.test.mjs
#pragma once

#include <span>
#include <vector>

#include "core/instrument/check.hpp"
#include "core/readiness/rules.hpp"

namespace vgap::readiness {

std::vector<instrument::Finding> check_rules(const Instrument& instrument, const Rules& rules,
                                             std::span<const text::Catalogue* const> catalogues);

}  // namespace vgap::readiness
