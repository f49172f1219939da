// export/comparison_json — what changed since an earlier attempt, as the value of a profile's member "comparison".
//
// In      instrument; the earlier attempt with its comparison (report/words)
// Out     {"date","index":{"before","change","as_needed_before"},"same_dimensions","dimensions":[{"id","state","current",
//         "required","gap" (all of then),"current_change","required_change","gap_change"}],"patterns":[{"id","change"}]};
//         a number that does not exist, and a date that is not known, is null
// Errors  none
// Source  scoring/comparison; assets/schemas/profile.schema.json
// Cost    O(bytes)
// Tested  tests/core/export/comparison_json_test.cpp, tests/cli/report.test.mjs
#pragma once

#include "core/instrument/types.hpp"
#include "core/json/write.hpp"
#include "core/report/words.hpp"

namespace vgap::export_ {

void write_comparison(json::Writer& write, const instrument::Instrument& instrument,
                      const report::Earlier& earlier);

}  // namespace vgap::export_
