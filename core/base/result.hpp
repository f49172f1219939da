// base/result — how core reports bad data, everywhere: a code with a place, never an exception.
//
// In      code       message id of the catalogue ("error.json.syntax"), never shown itself
//         where      JSON pointer ("/items/3/points"), or line:column for text that is not JSON
//         arguments  named values for the sentence, already text
// Out     Result<T>: a value, or every problem that was found
// Errors  this is the error type
// Source  HOUSE.md §3
// Cost    allocates only when there is a problem; note() keeps the first thousand and then
//         error.more_problems, so that a hostile file cannot exhaust memory with its faults
// Tested  tests/core/base/result_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace vgap::base {

struct Argument {
    std::string name;
    std::string value;
    friend bool operator==(const Argument&, const Argument&) = default;
};

struct Error {
    std::string code;
    std::string where;
    std::vector<Argument> arguments;
    friend bool operator==(const Error&, const Error&) = default;
};

using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Errors>;

inline tl::unexpected<Errors> fail(Error error) {
    Errors errors;
    errors.push_back(std::move(error));
    return tl::unexpected<Errors>(std::move(errors));
}

inline tl::unexpected<Errors> fail(Errors errors) {
    return tl::unexpected<Errors>(std::move(errors));
}

inline constexpr std::size_t kMostProblems = 1000;

inline void note(Errors& errors, Error error) {
    if (errors.size() < kMostProblems) {
        errors.push_back(std::move(error));
    } else if (errors.size() == kMostProblems) {
        errors.push_back({"error.more_problems", "", {{"most", std::to_string(kMostProblems)}}});
    }
}

}  // namespace vgap::base
