// base/version — the engine's version, as it stands in every result.
//
// In      nothing
// Out     semantic version; a change of any reported number raises at least the minor one
// Errors  none
// Source  MODEL.md §1 (a result names the engine that made it)
// Cost    none
// Tested  tests/core/export/profile_json_test.cpp
#pragma once

#include <string_view>

namespace vgap::base {

inline constexpr std::string_view kEngineVersion = "0.1.0";

}  // namespace vgap::base
