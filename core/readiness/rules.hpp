// readiness/rules — how the ratings of one candidate by several people are read together, as data.
//
// In      readiness.json, which lies beside its instrument; the instrument
// Out     Rules: roles in the order of the role question's options, every reference held
// Errors  every problem at once with its JSON pointer: those of json/read, and error.readiness.
//         {other_schema, other_instrument, unknown_capability, capability_missing, not_a_choice,
//         unknown_option, role_missing, repeated, unknown_source, role_anonymous,
//         yes_and_no}
// Source  MODEL.md §3
// Cost    O(bytes)
// Tested  tests/core/readiness/rules_test.cpp; tools/fuzz/readiness_fuzz.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/instrument/types.hpp"
#include "core/json/value.hpp"

namespace vgap::readiness {

using instrument::Index;
using instrument::Instrument;

inline constexpr std::string_view kRulesSchema = "readiness_rules/1";

// self never counts among the others; a named rater's answers are known to be theirs; anonymous ones
// are shown only together.
enum class View : std::uint8_t { kSelf, kNamed, kAnonymous };
enum class SmallRoles : std::uint8_t { kOmit, kCombine };

struct Role {
    std::string id;
    View view = View::kAnonymous;
    double weight = 1;  // in the mean of role means
};

// Which options of a single choice, answered by one role, mean yes.
struct Answered {
    Index question = instrument::kNone;
    Index role = instrument::kNone;
    std::vector<std::uint8_t> yes, no;  // a flag an option
};

struct Rules {
    Index role_question = instrument::kNone;
    std::vector<Role> roles;  // by option of the role question
    int minimum_raters = 3;
    int minimum_comments = 5;
    int minimum_spread = 5;
    SmallRoles small_roles = SmallRoles::kOmit;
    double confidence = 0.9;
    double reliability = 0.7;
    int least_raters = 5;
    int least_views = 2;
    double usual_gap = 0;        // points by which people usually rate themselves higher
    std::vector<double> floors;  // by dimension
    double support_within = 0;
    Answered performance;  // yes: high
    Answered interest;
};

base::Result<Rules> read_rules(const Instrument& instrument, std::string_view text);
base::Result<Rules> read_rules(const Instrument& instrument, const json::Value& document);

}  // namespace vgap::readiness
