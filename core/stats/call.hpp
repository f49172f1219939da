// stats/call — one call of a function: reads its arguments and the columns they name, and notes every
// problem with its place.
//
// In      arguments as JSON; a table, or none
// Out     numbers with kUndefined for missing ones, labels, matrices
//         Missing in a column of numbers: an empty cell, NA, N/A, NaN, DK, and the codes in
//         `missing_codes`. In a column of labels: an empty cell and those codes.
// Errors  of json/read at a JSON pointer of the arguments; at line:field of the table
//         error.stats.{not_a_number, cell_out_of_range}; error.json.unknown_key; error.stats.{no_data, no_column, no_group,
//         twice, not_an_item, wrong_size, row_over_one, shares_not_one}
// Source  oracle conventions; HOUSE.md §3
// Cost    O(cells read)
// Tested  tests/core/stats/functions_test.cpp
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/csv.hpp"
#include "core/base/result.hpp"
#include "core/json/read.hpp"
#include "core/stats/answer.hpp"
#include "core/stats/matrix.hpp"
#include "core/stats/scale_scores.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::stats {

// Rows by what stands in a column: labels in order, as numbers if all of them are.
struct Grouping {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::vector<std::string> labels;
    std::vector<std::size_t> of_row;  // index into labels, or kNone
    bool are_numbers = false;

    Columns split(const Numbers& numbers) const;  // without missing ones
};

struct Range {
    double least;
    double most;
};

class Call {
  public:
    Call(const base::Table* table, json::Reader arguments, base::Errors& problems);

    const json::Reader& arguments() const { return arguments_; }
    json::Reader at(std::string_view key) const;
    Answer answer;

    bool failed() const { return !problems_->empty(); }
    bool has(std::string_view key) const;

    // Notes the arguments that nobody asked for: misspelt, or another function's.
    void refuse_unknown();

    // Arguments.
    double confidence() const;
    Scale scale() const;
    std::uint64_t seed() const;
    std::vector<std::string> texts(std::string_view key, std::size_t least) const;  // no two alike
    Numbers numbers_of(std::string_view key, std::size_t expected, Range range) const;
    Matrix matrix_of(std::string_view key, std::size_t rows, std::size_t columns,
                     Range range) const;

    // The table's columns, by name.
    std::size_t rows() const { return table_ == nullptr ? 0 : table_->rows(); }
    bool has_table() const { return table_ != nullptr; }
    Numbers column(std::string_view name, const json::Reader& place);
    Numbers column(std::string_view name, const json::Reader& place, Range range);
    Numbers fixed_column(std::string_view name, Range range);  // a name of the function's own
    Numbers confidences();  // the column "conf", or conf_level for every row
    Numbers column_at(std::string_view key);
    Columns columns_at(std::string_view key, std::size_t least);
    std::vector<std::string> labels(std::string_view name, const json::Reader& place);
    Grouping grouping(std::string_view key);
    Matrix table_of_numbers(Range range);  // all columns
    Matrix named_matrix(const std::vector<std::string>& row_names,
                        const std::vector<std::string>& column_names, Range range);

    // "items" with those in "reverse" turned around, complete rows only.
    Columns keyed_items(std::size_t least);
    std::vector<bool> reversed(const std::vector<std::string>& items);

    void note(base::Error error) { base::note(*problems_, std::move(error)); }

  private:
    std::optional<std::size_t> find(std::string_view name, const json::Reader& place);
    bool is_missing_number(std::string_view cell) const;
    bool is_missing_label(std::string_view cell) const;
    double cell(std::size_t row, std::size_t column, Range range);

    const base::Table* table_;
    json::Reader arguments_;
    base::Errors* problems_;
    std::vector<std::string> missing_codes_;
    mutable std::vector<std::string> asked_;
};

// "9" for a string and for the number 9.
std::string label_at(const json::Reader& reader);
std::string number_text(double x);

// What compare by label: numbers by value, the rest byte by byte.
bool same_label(std::string_view a, std::string_view b);

}  // namespace vgap::stats
