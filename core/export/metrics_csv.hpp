// export/metrics_csv — the figures of a pipeline for a spreadsheet: a row a figure, every digit.
//
// In      Measured (export/metrics_json), texts for names and definitions
// Out     CSV: metric, name, stage, to, month, unit, state, reason, value, low, high, df, p, count, n, open, target, meets,
//         definition; CRLF. A cell that does not apply is empty. Stage names that a spreadsheet would take for a
//         formula begin with an apostrophe
// Errors  none
// Source  RFC 4180; OWASP, CSV injection; PRODUCT.md §5
// Cost    O(figures)
// Tested  tests/cli/metrics.test.mjs
#pragma once

#include <string>

#include "core/export/metrics_json.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::export_ {

void append_metrics_csv(std::string& out, const Measured& measured, const text::Catalogue& texts);

}  // namespace vgap::export_
