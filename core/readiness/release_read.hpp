// readiness/release_read — what an earlier export released, out of its own record.
//
// In      a result (readiness/1), of which only "release" is read; the instrument and the rules of now
// Out     Release: candidates in the order of their ids
// Errors  every problem at once with its JSON pointer: those of json/read, and error.readiness.{other_schema,
//         other_instrument, unknown_role, unknown_capability, unknown_item, repeated}
// Source  MODEL.md §3
// Cost    O(bytes)
// Tested  tests/core/readiness/release_test.cpp; tools/fuzz/readiness_fuzz.cpp
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/json/read.hpp"
#include "core/json/value.hpp"
#include "core/readiness/release.hpp"

namespace vgap::readiness {

inline constexpr std::string_view kResultSchema = "readiness/1";

struct Release {
    std::vector<CandidateRelease> candidates;

    const CandidateRelease* find(std::string_view candidate) const;
};

base::Result<Release> read_release(const Instrument& instrument, const Rules& rules,
                                   const json::Value& document);
// The same inside a larger document: notes its problems with the reader, and is worth nothing where there are any.
Release read_release(const Instrument& instrument, const Rules& rules, const json::Reader& reader);

}  // namespace vgap::readiness
