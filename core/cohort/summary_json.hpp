// cohort/summary_json — the summary file (cohort/1): written in one way only, read with suspicion.
//
// In      Summary and its instrument; a parsed document or its text
// Out     append_summary: one line of JSON. read_summary: a Summary that writes to the same bytes
//         The file holds the counts as they are, small ones too: it is working material like the
//         responses, not a report.
// Errors  of json/parse and json/read; error.response.{other_instrument, other_version, other_hash};
//         error.cohort.other_schema {found, expected}; error.cohort.not_consistent: counts that
//         do not add up, or do not fit the instrument; error.cohort.segment_twice {found}
// Source  MODEL.md §2; assets/schemas/cohort.schema.json
// Cost    O(bytes)
// Tested  tests/core/cohort/summary_test.cpp; tools/fuzz/cohort_fuzz.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/cohort/summary.hpp"

namespace vgap::cohort {

inline constexpr std::string_view kSummaryStart = R"({"schema":"cohort/1")";

void append_summary(std::string& out, const Layout& layout, const Summary& summary);

base::Result<Summary> read_summary(const Layout& layout, std::string_view text);

}  // namespace vgap::cohort
