// base/csv — a table of text: comma-separated values with a header, record by record or whole.
//
// In      UTF-8 with or without byte order mark; LF, CRLF or CR ends a record; fields may be quoted
//         ("" inside quotes is one quote), over several lines too; blank lines mean nothing
//         Dialect: the delimiter; dialect_of takes the one of , ; tab | that splits the first
//         record into most fields
// Out     CsvReader: one record after the other, its fields valid until the next
//         Table: names and cells, which point into the text that was read: keep it
// Errors  with line:field, all of them: error.csv.{empty, unclosed_quote, after_quote, uneven_row,
//         name_twice, invalid_utf8, nul_byte}; an unclosed quote ends the reading
// Source  RFC 4180, and what spreadsheets write in its place
// Cost    O(bytes); a cell is 16 bytes, and only fields with doubled quotes are copied
// Tested  tests/core/base/csv_test.cpp; tools/fuzz/csv_fuzz.cpp
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace vgap::base {

struct Dialect {
    char delimiter = ',';
};

Dialect dialect_of(std::string_view text);

class CsvReader {
  public:
    CsvReader(std::string_view text, Dialect dialect);

    bool next();  // false at the end, or when nothing more can be read
    std::span<const std::string_view> fields() const { return fields_; }
    std::size_t line() const { return record_line_; }  // where the record begins, from 1
    const Errors& problems() const { return problems_; }

  private:
    bool at_end_of_line() const;
    void pass_end_of_line();
    bool read_field();

    std::string_view text_;
    Dialect dialect_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t record_line_ = 0;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  // of this record
    Errors problems_;
};

struct Table {
    Table() = default;
    Table(Table&&) = default;  // cells point into `unquoted`: a copy's would point into the first
    Table& operator=(Table&&) = default;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    std::vector<std::string> names;
    std::vector<std::string_view> cells;  // row after row
    std::vector<std::size_t> lines;       // of each row in the file
    std::deque<std::string> unquoted;     // cells that are not a part of the text as it stands

    std::size_t rows() const { return lines.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const {
        return cells[row * names.size() + column];
    }
    std::optional<std::size_t> find(std::string_view name) const;
    std::string place(std::size_t row, std::size_t column) const;  // "line:field"
};

Result<Table> read_table(std::string_view text);
Result<Table> read_table(std::string_view text, Dialect dialect);

}  // namespace vgap::base
