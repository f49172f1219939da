// base/result — the one way in which core reports bad data: a code with a place, never an exception.
//
// In      code       message id of the catalogue ("error.json.syntax"), never shown itself
//         where      JSON pointer ("/items/3/points"), or line:column for text that is not JSON
//         arguments  named values for the sentence, already text
// Out     Result<T>: a value, or every problem that was found
// Errors  this is the error type
// Source  HOUSE.md §3
// Cost    allocates only when there is a problem
// Tested  tests/core/base/result_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

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

}  // namespace vgap::base
