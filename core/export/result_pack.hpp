// export/result_pack — what anyone needs to make a result again: the instrument's id, version and
// hash, the answers, and the engine that scored them.
//
// In      instrument, answers, the response's id and what was turned in the pipeline (answers/pipeline; both may be empty)
// Out     {"schema":"result_pack/1","id":..,"engine":..,"instrument":{id,version,hash},"answers":{..},
//         "pipeline":{..}}. answers/read reads it, against the instrument or the earlier version that it names; scoring what was read
//         is the replay. The same engine gives the same bytes; whoever compares looks at `engine`
// Errors  none
// Source  MODEL.md §1 (determinism)
// Cost    O(bytes)
// Tested  tests/core/export/result_pack_test.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"

namespace vgap::export_ {

void append_result_pack(std::string& out, const instrument::Instrument& instrument,
                        const answers::Answers& answers, std::string_view id = {},
                        std::string_view pipeline = {});

}  // namespace vgap::export_
