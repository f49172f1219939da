// json/parse — text to Value, refusing what a later reader could misunderstand.
//
// In      text    UTF-8, with or without byte order mark
//         limits  bytes, nesting depth, number of values: a clear refusal instead of exhausted memory
// Out     Value
// Errors  error.json.syntax (line, column), error.json.duplicate_key (pointer), error.json.too_deep,
//         error.json.too_large, error.json.too_many_values, error.json.number_range
//         (duplicate keys are all listed; the others end the reading)
// Source  RFC 8259; RFC 7493 (I-JSON: no duplicate names, no lone surrogates)
// Cost    O(bytes); one allocation a value
// Tested  tests/core/json/parse_test.cpp; tools/fuzz/json_fuzz.cpp
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.hpp"
#include "core/json/value.hpp"

namespace vgap::json {

struct Limits {
    std::size_t bytes = 8u << 20;
    std::size_t depth = 64;
    std::size_t values = 1u << 20;
};

base::Result<Value> parse(std::string_view text, const Limits& limits = {});

}  // namespace vgap::json
