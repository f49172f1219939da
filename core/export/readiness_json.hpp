// export/readiness_json — candidates' readiness as JSON (readiness/1), with the record of what was released.
//
// In      Readiness: instrument, rules, assessments, a slate if one was asked for; releases: of all candidates that
//         were ever told of, by id
// Out     {"schema":"readiness/1","engine","instrument","candidates":[..],"slate"?,"release":{..}}. A number that
//         does not exist is null. "release" is what the next export needs (readiness/release_read)
// Errors  none
// Source  MODEL.md §3; assets/schemas/readiness.schema.json
// Cost    O(candidates · items)
// Tested  tests/cli/readiness.test.mjs
#pragma once

#include <span>
#include <string>

#include "core/readiness/assess.hpp"
#include "core/readiness/slate.hpp"

namespace vgap::export_ {

struct Readiness {
    const instrument::Instrument& instrument;
    const readiness::Rules& rules;
    std::span<const readiness::Assessment> assessments;
    const readiness::Slate* slate = nullptr;  // none: not asked for
    std::span<const readiness::CandidateRelease> releases;
};

void append_readiness(std::string& out, const Readiness& told);

}  // namespace vgap::export_
