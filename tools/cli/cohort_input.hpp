// cli/cohort_input — files of responses (NDJSON or a table) and of summaries, into one summary.
//
// In      paths, - is standard input; a summary whose `by` and threshold are settled
// Out     true when the summary holds everything that could be read. NDJSON begins with {, a summary file
//         with {"schema":"cohort/1"; several summaries may stand in one file, one a line; all else is a
//         table with a header line, whose records are read one by one
// Errors  reported on the console with file, line and remedy; error.cli.{cannot_open, cannot_read,
//         line_too_long, no_responses}, those of cohort/collect, cohort/summary_json, base/csv
// Source  PRODUCT.md §4, §5
// Cost    O(bytes), memory of the longest line
// Tested  tests/cli/cohort.test.mjs
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/csv.hpp"
#include "core/cohort/collect.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/progress.hpp"

namespace vgap::cli {

enum class Accepts : std::uint8_t { kAnything, kResponses, kSummaries };

class CohortInput {
  public:
    CohortInput(const cohort::Layout& layout, cohort::Summary& summary, Console& console);

    // What the first summary file says is taken over when nothing was asked for.
    bool by_is_given = false;
    bool threshold_is_given = false;

    bool has_summaries() const { return any_summary_; }
    bool has_responses() const { return any_responses_; }

    bool read(const std::string& path, Accepts accepts);
    bool finish();  // says how many were refused; false when there was nothing at all

  private:
    bool read_lines(Lines& lines);
    bool read_table(Lines& lines);
    bool read_summaries(Lines& lines);
    bool take_record(const std::string& record, std::size_t line, bool is_header);
    bool refuse(std::size_t line, const base::Errors& errors);
    void report(std::size_t line, base::Errors errors);

    const cohort::Layout& layout_;
    cohort::Summary& summary_;
    cohort::Collector collector_;
    Console& console_;
    Progress progress_;
    std::string file_;
    base::Dialect dialect_;
    std::vector<std::string> names_;
    bool any_summary_ = false;
    bool any_responses_ = false;
};

}  // namespace vgap::cli
