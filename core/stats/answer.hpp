// stats/answer — the named values that a function gives back, on their way to JSON.
//
// In      values under the names of the conventions ("process.t_ci")
// Out     a JSON object; what is undefined is null, and `reasons` says why where that is known
// Errors  none
// Source  HOUSE.md §3 (snake_case keys); no NaN in a result (MODEL.md §1)
// Cost    O(values)
// Tested  tests/core/stats/functions_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/value.hpp"
#include "core/stats/matrix.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

class Answer {
  public:
    void number(std::string name, double x);
    void count(std::string name, std::size_t n) { number(std::move(name), real(n)); }
    void truth(std::string name, bool holds);
    void numbers(std::string name, const Numbers& numbers);
    void counts(std::string name, const std::vector<std::size_t>& counts);
    void interval(std::string name, const Interval& interval);
    void rows(std::string name, const Columns& rows);
    void matrix(std::string name, const Matrix& matrix);
    void text(std::string name, std::string text);
    void texts(std::string name, const std::vector<std::string>& texts);

    // Why a value is null: a code such as "no_variation".
    void reason(std::string name, std::string_view code);

    json::Value taken() &&;

  private:
    void add(std::string name, json::Value value);

    std::vector<json::Member> values_;
    std::vector<json::Member> reasons_;
};

}  // namespace vgap::stats
