// json/parse — text to Value, refusing what a later reader could misunderstand.
//
// In      text    UTF-8, with or without byte order mark
//         limits  bytes, nesting depth, number of values: a refusal, not exhausted memory
//         numbers  kAsWritten: a number whose text is not the one that json/write would give (1.10, or more digits than
//                  a double holds) keeps its text in Value::string, for who writes the document again
// Out     Value
// Errors  with line:column: error.json.syntax, unexpected_end, empty, invalid_utf8, nul_byte,
//         lone_surrogate, number_range; with a JSON pointer: duplicate_key (all of them are listed,
//         the others end the reading), too_deep, too_many_values; too_large
// Source  RFC 8259; RFC 7493 (I-JSON: no duplicate names, no lone surrogates)
// Cost    O(bytes), one allocation a value; no recursion, whatever the depth
// Tested  tests/core/json/parse_test.cpp; tools/fuzz/json_fuzz.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/result.hpp"
#include "core/json/value.hpp"

namespace vgap::json {

struct Limits {
    std::size_t bytes = 8u << 20;
    std::size_t depth = 64;  // freeing and writing recurse, so keep it in the hundreds
    std::size_t values = 1u << 20;
};

enum class Numbers : std::uint8_t { kValues, kAsWritten };

base::Result<Value> parse(std::string_view text, const Limits& limits = {},
                          Numbers numbers = Numbers::kValues);

}  // namespace vgap::json
