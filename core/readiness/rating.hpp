// readiness/rating — what one rater said about one candidate, from a document or from the row of a table.
//
// In      rating/1: {"schema", "candidate", "rater", "pending_promotion"?, "instrument", "answers"}; or a table
//         with the columns candidate, rater, perhaps pending_promotion, and the questions' ids: points from
//         0, options and ways of not answering by their ids, several options with blanks between
// Out     Rating; the role is the answer to the rules' role question. Answers to an earlier version of the
//         instrument are carried over; what cannot be reached is kept but counts nowhere
// Errors  all of answers/read, and error.readiness.{other_schema, no_role, no_name, no_column,
//         unknown_column, not_yes_or_no}, in a table with line:field
//         faults_between: what only shows between ratings: error.readiness.{rated_twice, second_self,
//         pending_differs}
// Source  MODEL.md §3
// Cost    O(bytes); faults_between O(n log n)
// Tested  tests/core/readiness/rating_test.cpp; tools/fuzz/readiness_fuzz.cpp
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/base/result.hpp"
#include "core/json/read.hpp"
#include "core/json/value.hpp"
#include "core/readiness/rules.hpp"

namespace vgap::readiness {

struct Rating {
    std::string candidate;
    std::string rater;
    Index role = instrument::kNone;  // in Rules::roles
    std::optional<bool> pending_promotion;
    answers::Answers answers;
    std::size_t line = 0;  // in its file
};

struct Fault {
    std::size_t line = 0;
    base::Error error;
};

base::Result<Rating> read_rating(const Instrument& instrument, const Rules& rules,
                                 const json::Value& document);
// The same inside a larger document: notes its problems with the reader, and is worth nothing where there are any.
Rating read_rating(const Instrument& instrument, const Rules& rules, const json::Reader& reader);
base::Result<std::vector<Rating>> read_rating_table(const Instrument& instrument,
                                                    const Rules& rules, std::string_view text);

std::vector<Fault> faults_between(const Rules& rules, std::span<const Rating> ratings);

}  // namespace vgap::readiness
