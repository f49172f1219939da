// calibration/keep — what may be put on record, and whether what is on record holds.
//
// In      Session; a Change with the time that the caller says it is
// Out     keep: the session with one entry more
//         verify: nothing, or every entry that does not hold, where it stands
//         record_of: the newest opinion about each candidate by each voter, and as decision
// Rules   votes come from voters, before the candidate is decided: afterwards they would not be independent
//         every entry says why; time does not run backwards; nothing changes once the session is locked
//         "not yet" names at least one gap, and says what was seen of this person
//         a session is locked when each decision has a development step, and each gap one for its area
// Errors  error.calibration.{locked, no_candidate, not_a_voter, nobody, vote_after_decision, no_why, no_gap,
//         vague_gap, no_development, gap_without_step, vague_step, moment, moment_before, lock_with_opinion,
//         no_opinion}; of verify beside them: error.calibration.{chain, hash, old_value}
// Source  MODEL.md §5. A chain shows what was altered, put in, taken out or moved; that its end was cut off, or all of it
//         written anew, shows only against a hash that was kept elsewhere (`head`)
// Cost    keep: O(log); verify: O(bytes · log log)
// Tested  tests/core/calibration/calibration_test.cpp
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/base/result.hpp"
#include "core/calibration/session.hpp"

namespace vgap::calibration {

// By candidate and voter; a decision has no voter.
using Record = std::map<std::pair<std::string, std::string>, Opinion>;

Record record_of(const Session& session);
std::optional<Opinion> decision_of(const Record& record, const std::string& candidate);

base::Result<bool> keep(Session& session, Change change);

base::Errors verify(const Session& session);

}  // namespace vgap::calibration
