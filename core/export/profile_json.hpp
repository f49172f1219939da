// export/profile_json — a result as canonical JSON (profile/1): the same bytes wherever it was
// scored.
//
// In      instrument, the response's id (may be empty), its profile and plan
//         levels: write the trees of current and required under each dimension ("levels"), or not
//         earlier: an attempt that it is compared with ("comparison"), or null
// Out     appended to `out`, which a caller that writes many may reuse. Key order, and which keys
//         there are, is fixed; a number that does not exist is null
// Errors  none
// Source  MODEL.md §1 (determinism)
// Cost    O(bytes), no allocation once `out` is large enough
// Tested  tests/core/export/profile_json_test.cpp, tests/core/scenario_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/instrument/types.hpp"
#include "core/plan/rank.hpp"
#include "core/report/words.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::export_ {

enum class Levels : std::uint8_t { kLeaveOut, kInclude };

void append_profile(std::string& out, const instrument::Instrument& instrument,
                    std::string_view response_id, const scoring::Profile& profile,
                    const plan::Plan& plan, Levels levels = Levels::kLeaveOut,
                    const report::Earlier* earlier = nullptr);

}  // namespace vgap::export_
