// app/sentences — what is said of answers from outside: why they are refused, what of an earlier version is taken over,
// where another tab's differ.
//
// In      model, for its texts, its instrument and its answers
// Out     sentences; a refusal with many problems ends in one that says so. append_problems: JSON for the shell
// Errors  none
// Source  PRODUCT.md §5 (every problem at once, each with place and remedy)
// Cost    O(problems)
// Tested  tests/web/app/offer_test.cpp
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "web/app/model.hpp"

namespace vgap::app {

enum class Places : std::uint8_t { kLeaveOut, kInclude };

std::vector<std::string> refusals(const Model& model, const base::Errors& errors, Places places);
// of: whose answers, to be given again or only compared with.
enum class Of : std::uint8_t { kThis, kEarlier };
std::vector<std::string> carried(const Model& model, const answers::Carried& carried,
                                 Of of = Of::kThis);
void append_problems(std::string& out, const text::Catalogue& texts, const base::Errors& errors);
std::string elsewhere(const Model& model);  // empty: nothing to say

bool any_answer(const answers::Answers& answers);
std::string asked(const Model& model, instrument::Index question);

}  // namespace vgap::app
