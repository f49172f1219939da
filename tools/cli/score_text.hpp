// cli/score_text — one result for reading in a terminal: index, dimensions, patterns, plan.
//
// In      the tool's sentences with the instrument's laid over them; what was scored
// Out     text that ends in a newline. An id stands in where the instrument has no text
// Errors  none
// Source  PRODUCT.md §2 (the result, top down)
// Cost    O(dimensions + patterns + plan)
// Tested  tests/cli/score.test.mjs
#pragma once

#include <string>
#include <string_view>

#include "core/instrument/types.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/profile.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::cli {

std::string result_as_text(const text::Catalogue& texts, const instrument::Instrument& instrument,
                           std::string_view response_id, const scoring::Profile& profile,
                           const plan::Plan& plan);

}  // namespace vgap::cli
