// instrument/read — an instrument's file to an Instrument in which every reference holds.
//
// In      text (or its parsed value, with the pointer at which it stands in a larger file)
// Out     Instrument; hash is SHA-256 of the canonical form (RFC 8785), so spaces and the order of
//         keys do not make another instrument. `earlier_versions` is left out of it: what is known of
//         the past does not change what is asked
// Errors  every problem of every part at once, each with its JSON pointer: what json/parse and
//         json/read find, and error.instrument.* (each with a test). A file of another
//         kind or schema version gives that one problem alone
// Source  MODEL.md §0, §1
// Cost    O(bytes); lookups by id are O(log ids)
// Tested  tests/core/instrument/read_test.cpp, read_refusals_test.cpp; tools/fuzz/instrument_fuzz.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/instrument/types.hpp"
#include "core/json/parse.hpp"

namespace vgap::instrument {

// What a file may hold. Above these a questionnaire is no longer one that a person fills in.
inline constexpr int kMostPoints = 11;
inline constexpr int kMostQuestions = 500;
inline constexpr int kMostDimensions = 64;
inline constexpr int kMostOptions = 100;
inline constexpr int kMostConditionDepth = 16;
inline constexpr int kMostEarlierVersions = 100;

inline constexpr std::string_view kSchema = "instrument/1";

base::Result<Instrument> read(std::string_view text, const json::Limits& limits = {});
base::Result<Instrument> read(const json::Value& value, std::string pointer = "");

}  // namespace vgap::instrument
