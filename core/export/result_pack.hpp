// export/result_pack — what anyone needs to make a result again: the instrument's id, version and
// hash, the answers, and the engine that scored them.
//
// In      instrument, answers, the response's id and what was turned in the pipeline (answers/pipeline; both may be empty);
//         or a pack's text
// Out     {"schema":"result_pack/1","id":..,"engine":..,"instrument":{id,version,hash},"answers":{..},
//         "pipeline":{..}}.
//         Reading checks it against the instrument, or the earlier version that it names; scoring what was read is the replay. The same
//         engine gives the same bytes; the caller compares `engine` with base::kEngineVersion
// Errors  error.result_pack.other_schema {found, expected}; those of answers/read
// Source  MODEL.md §1 (determinism)
// Cost    O(bytes)
// Tested  tests/core/export/result_pack_test.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/answers/answer.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"

namespace vgap::export_ {

struct ResultPack {
    std::string id;
    std::string engine;
    answers::Answers answers;  // to the present version
    answers::Carried carried;  // from an earlier one
    std::string pipeline;
};

void append_result_pack(std::string& out, const instrument::Instrument& instrument,
                        const answers::Answers& answers, std::string_view id = {},
                        std::string_view pipeline = {});

base::Result<ResultPack> read_result_pack(const instrument::Instrument& instrument,
                                          std::string_view text);

}  // namespace vgap::export_
