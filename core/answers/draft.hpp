// answers/draft — an unfinished assessment as JSON, so that whoever has a store can keep it.
//
// In      instrument, session state; or a draft's text
// Out     {"schema":"draft/1","response":{response/1, whose answers include those that are not
//         reachable now},"pipeline":{answers/pipeline},"earlier":{"date":"2026-03-03","response":{response/1}},"place":{"screen":
//         "questions","page":"calibration","return_to_review":false,"from":"pathways"}}. pipeline and earlier only when there is
//         one, date only when it is known; page and return_to_review only with "questions",
//         from only where the first page was not the first one
// Errors  error.draft.other_schema {found, expected}, error.draft.unknown_page {found}, error.draft.no_date
//         {found}; those of
//         answers/read (an earlier version that the instrument knows is carried over, another one is
//         refused with both named) and json/read
// Source  PRODUCT.md §2 (autosave), §5 (nothing half-loaded)
// Cost    O(bytes)
// Tested  tests/core/answers/draft_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/answers/session.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

void append_draft(std::string& out, const instrument::Instrument& instrument, const State& state);

// What a stored draft holds: the event that takes a session to it.
base::Result<Resume> read_draft(const instrument::Instrument& instrument, std::string_view text);

}  // namespace vgap::answers
