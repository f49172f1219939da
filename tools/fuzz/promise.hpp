// fuzz/promise — what a fuzz target demands of what it drives.
//
// In      whether a promise holds; problems that a reader gave
// Out     nothing; a broken promise aborts
// Errors  none
// Source  PRODUCT.md §5 (every problem with place and remedy)
// Cost    O(arguments)
// Tested  by every target that includes it
#pragma once

#include <cstdlib>

#include "core/base/result.hpp"
#include "core/base/utf8.hpp"

namespace vgap::fuzz {

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline void require_good(const base::Error& problem) {
    require(problem.code.starts_with("error."));
    require(base::find_invalid_utf8(problem.where) == std::string_view::npos);
    for (const base::Argument& argument : problem.arguments) {
        require(base::find_invalid_utf8(argument.value) == std::string_view::npos);
    }
}

inline void require_good(const base::Errors& problems) {
    require(!problems.empty());
    for (const base::Error& problem : problems) require_good(problem);
}

}  // namespace vgap::fuzz
