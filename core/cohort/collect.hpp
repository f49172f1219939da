// cohort/collect — responses into a summary, one after the other: a line of NDJSON or a row of a table.
//
// In      what `by` names: a question with one choice, or for tables also a column that is no question.
//         take_line: a response/1. take_row: cells by column; columns named after questions hold
//         their answers (a point from 0, an option, options with ; between, a number, a text, or
//         dont_know, not_applicable, prefer_not_to_say; empty: skipped); `id` and other columns
//         are not read
// Out     the summary, one response larger; on a refusal `refused` is, and nothing else
//         columns_not_read: what is in a table for nothing
// Errors  of answers/read, for rows at the column's name; error.cohort.{no_such_question, not_one_choice,
//         no_such_column, column_twice, no_questions, uneven_row, segment_too_long,
//         too_many_segments, too_many_people}
// Source  MODEL.md §2; response/1
// Cost    O(bytes), see cohort/scan; a row takes the slower way of answers/read
// Tested  tests/core/cohort/summary_test.cpp, tests/cli/cohort.test.mjs
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/cohort/scan.hpp"
#include "core/cohort/summary.hpp"

namespace vgap::cohort {

class Collector {
  public:
    Collector(const Layout& layout, Summary& summary);

    // Can lines be segmented by what the summary says? Asked once before the first.
    base::Result<bool> begin_lines();
    base::Result<bool> take_line(std::string_view line);

    base::Result<bool> begin_table(std::span<const std::string_view> names);
    base::Result<bool> take_row(std::span<const std::string_view> cells);
    const std::vector<std::string>& columns_not_read() const { return columns_not_read_; }

    void refuse() { ++summary_.refused; }  // a line that could not even be read

    // Answers that were given to an earlier version of the instrument and carried over.
    Count carried() const { return carried_; }

  private:
    base::Result<bool> add(const answers::Answers& answers, std::string_view segment);
    base::Result<bool> refused(base::Errors errors);
    base::Result<bool> begin();
    std::string_view segment_of(const answers::Answers& answers) const;

    const Layout& layout_;
    Summary& summary_;
    Scanner scanner_;
    Adder adder_;
    answers::Answers answers_;
    instrument::Index by_question_ = instrument::kNone;
    std::optional<std::size_t> by_column_;
    std::vector<std::string> names_;
    std::vector<instrument::Index> questions_;  // by column
    std::vector<std::string> columns_not_read_;
    Count carried_ = 0;
    std::string last_segment_;
    Tally* last_ = nullptr;
};

}  // namespace vgap::cohort
