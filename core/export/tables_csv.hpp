// export/tables_csv — every table of a document in one table: a cell a row.
//
// In      report
// Out     section,heading,table,row,column,value: the headings of levels 2 and 3 or below that the table stands under, its caption, the
//         first cell of the row, the column's name, and what a reader would see there
// Errors  none
// Source  RFC 4180; cells that a spreadsheet would take for formulas are neutralised (export/csv)
// Cost    O(cells)
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <string>

#include "core/report/report.hpp"

namespace vgap::export_ {

void append_tables_csv(std::string& out, const report::Report& report);

}  // namespace vgap::export_
