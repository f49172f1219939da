// answers/pipeline — what somebody turned in the pipeline of people and months, kept beside their answers: which scenario it
// began with, and the numbers that were turned.
//
// In      {"scenario": a shipped one's id, or a whole flow/1, "turned": {"paths.ID.KEY": number}}
// Out     the same as canonical JSON, which is how it is kept; empty: nothing was turned. What the scenario says and whether
//         its numbers may be so is for flow/read to judge, where the pipeline is opened
// Errors  error.json.{missing, wrong_kind, unknown_key, not_an_identifier, out_of_range, too_many_elements, too_long}
// Source  MODEL.md §6; PRODUCT.md §2
// Cost    O(bytes)
// Tested  tests/core/answers/pipeline_test.cpp; tools/fuzz/response_fuzz.cpp
#pragma once

#include <cstddef>
#include <string>

#include "core/json/read.hpp"

namespace vgap::answers {

inline constexpr std::size_t kMostTurned = 1000;
inline constexpr std::size_t kMostPipelineBytes = 256u << 10;

std::string read_pipeline(const json::Reader& reader);

}  // namespace vgap::answers
