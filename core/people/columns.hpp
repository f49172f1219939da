// people/columns — which column holds what: as told, or guessed from its name in the four languages.
//
// In      the names of a sheet's columns; pairs "field=column" that a person gave. A pair whose column this sheet lacks may
//         be meant for another one: the caller sees which were used
// Out     Mapping: for each field its column, and whether it was told or guessed
// Errors  error.people.{unknown_field, map_form, no_column, missing_column, two_columns}, all at once
// Source  MODEL.md §4 (input)
// Cost    O(fields · columns)
// Tested  tests/core/people/import_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace vgap::people {

enum class File : std::uint8_t { kPeople, kDecisions };

enum class Field : std::uint8_t {
    kId,
    kStage,
    kSince,
    kTrack,
    kPath,
    kGaps,
    kEntered,
    kLeft,
    kReadiness,
    kSuccessorFor,
    kGroup,
    kFrom,
    kTo,
    kSubmitted,
    kDecided,
    kOutcome,
    kAttempt,
};
inline constexpr std::size_t kFields = 17;

std::string_view to_string(File file);    // "people", "decisions"
std::string_view to_string(Field field);  // "id", "path_documented", ...
std::span<const Field> fields_of(File file);
bool is_needed(Field field);  // no row counts without it

struct Mapped {
    std::size_t column = 0;
    bool guessed = false;
};

struct Mapping {
    std::optional<Mapped> columns[kFields];

    const std::optional<Mapped>& operator[](Field field) const {
        return columns[static_cast<std::size_t>(field)];
    }
    std::optional<Mapped>& operator[](Field field) {
        return columns[static_cast<std::size_t>(field)];
    }
};

base::Result<Mapping> map_columns(File file, const std::vector<std::string>& names,
                                  std::span<const std::string> told);

// What is wrong with the pairs themselves, whichever sheets there are; `all` has the names of all of them.
base::Errors check_told(std::span<const std::string> told, std::span<const std::string> all);

}  // namespace vgap::people
