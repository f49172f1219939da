// stats/functions — every function by name: arguments as JSON and a table in, named values out. One
// row a function; what `velocity-gap stats` runs.
//
// In      name; table, or none for functions that take their numbers as arguments; arguments, and the
//         pointer at which they stand
// Out     an object of values under the names of the conventions; null where there is no value, with
//         `reasons` where the cause is known
// Errors  error.stats.unknown_function (naming all), those of stats/call
// Source  the oracle's conventions: tests/oracles/README.md
// Cost    the function's
// Tested  tests/core/stats/functions_test.cpp, tests/cli/stats.test.mjs
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/csv.hpp"
#include "core/base/result.hpp"
#include "core/json/value.hpp"

namespace vgap::stats {

class Call;

struct FunctionRow {
    std::string_view name;
    void (*run)(Call& call);
};

const FunctionRow* find_function(std::string_view name);
std::vector<std::string_view> function_names();

enum class Unknown : std::uint8_t { kRefused, kPassedOver };  // arguments nobody asks for

base::Result<json::Value> evaluate(std::string_view function, const base::Table* table,
                                   const json::Value& arguments, std::string pointer = "",
                                   Unknown unknown = Unknown::kRefused);

}  // namespace vgap::stats
