// people/sheet — rows of named cells, from a table or from objects one a line, before anybody says what they mean.
//
// In      UTF-8 text: a table (base/csv), or NDJSON where its first sign is {
// Out     Sheet: names of columns in the order in which they first come; cells without blanks around them; a
//         list in JSON becomes its entries with ; between, true and false these words, null nothing
// Errors  error.csv.* where nothing can be read. A row that cannot be read is a fault, and left out:
//         error.csv.{uneven_row, after_quote, unclosed_quote}, error.json.*, error.people.not_a_cell
// Source  RFC 4180; the NDJSON convention
// Cost    O(bytes)
// Tested  tests/core/people/import_test.cpp; tools/fuzz/people_fuzz.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/csv.hpp"
#include "core/base/result.hpp"

namespace vgap::people {

enum class Shape : std::uint8_t { kTable, kLines };

struct Sheet {
    Shape shape = Shape::kTable;
    base::Dialect dialect;  // of a table
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;  // a cell each name
    std::vector<std::size_t> lines;              // of each row in the file
    base::Errors unread;                         // rows that were left out
    std::size_t left_out = 0;

    std::string place(std::size_t row, std::size_t column) const;  // "line:field", "line:/name"
};

base::Result<Sheet> read_sheet(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace vgap::people
