// articles/pack_names — the words by which a pack names its parts, in the order of their enumerations.
//
// In      none
// Out     kMarks, kShapes
// Errors  none
// Source  articles/pack
// Cost    none
// Tested  tests/core/articles/pack_test.cpp
#pragma once

#include <string_view>

namespace vgap::articles {

inline constexpr std::string_view kMarks[] = {"", "emphasis", "strong", "link"};
inline constexpr std::string_view kShapes[] = {"heading", "paragraph", "quote",
                                               "bullets", "numbers",   "table"};

}  // namespace vgap::articles
