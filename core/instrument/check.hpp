// instrument/check — the linter: what a reader accepts and an author would still regret.
//
// In      an instrument that was read; for check_texts its catalogues, in any order
// Out     findings, each with a code, a place and arguments; for every dimension the levels that
//         answers can reach and that contexts can require
//         error    a respondent or the result is wrong: never asked, never true, no text
//         warning  something has no effect, or is left unexplained
//         note     the linter could not decide
// Errors  none: findings are the result
// Source  MODEL.md §1; what can hold is looked up case by case (instrument/decide)
// Cost    O(conditions · combinations); well under a second for a questionnaire
// Tested  tests/core/instrument/check_test.cpp, tests/core/instrument/check_texts_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/instrument/decide.hpp"
#include "core/instrument/types.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::instrument {

enum class Severity : std::uint8_t { kError, kWarning, kNote };

std::string_view to_string(Severity severity);

inline constexpr std::size_t kInstrumentFile = static_cast<std::size_t>(-1);
inline constexpr std::size_t kRulesFile = static_cast<std::size_t>(-2);  // readiness.json beside it

struct Finding {
    Severity severity = Severity::kError;
    base::Error what;  // code lint.*, JSON pointer, arguments
    std::size_t catalogue =
        kInstrumentFile;  // position of the catalogue that `what` points into, or a file above
};

struct DimensionLevels {
    std::optional<Range> current;  // none: no answers make the dimension sufficient
    Range required;                // clamped to 0..100
};

struct Report {
    std::vector<Finding> findings;
    std::vector<DimensionLevels> levels;  // by dimension
};

Report check(const Instrument& instrument);

std::vector<Finding> check_texts(const Instrument& instrument,
                                 std::span<const text::Catalogue* const> catalogues);

// Both, the instrument's own findings first.
Report check_all(const Instrument& instrument, std::span<const text::Catalogue* const> catalogues);

}  // namespace vgap::instrument
