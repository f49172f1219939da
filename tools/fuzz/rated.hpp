// fuzz/rated — a small questionnaire that raters answer, with its rules: every kind of question, a branch, four roles.
//
// In      nothing
// Out     instrument/1 and readiness_rules/1 as JSON; they hold together
// Errors  none
// Source  MODEL.md §3
// Cost    data only
// Tested  by the targets that include it: they abort when it cannot be read
#pragma once

#include <string_view>

namespace vgap::fuzz {

inline constexpr std::string_view kInstrument = R"({
"schema":"instrument/1","id":"fuzzed","version":"1.0.0","languages":["en"],
"sources":[{"id":"book"}],
"context":[
 {"id":"role","kind":"single","options":["self","manager","peer","report"],"source":"book"},
 {"id":"good","kind":"single","options":["low","high"],"no_answers":["dont_know"]},
 {"id":"want","kind":"single","options":["yes","no"]},
 {"id":"where","kind":"multiple","options":["here","there"]}],
"dimensions":[{"id":"d","required":{"base":60}},{"id":"e","required":{"base":50}}],
"items":[
 {"id":"i","dimension":"d","kind":"scale","points":5,"no_answers":["dont_know"]},
 {"id":"j","dimension":"d","kind":"scale","points":5,"reverse":true},
 {"id":"k","dimension":"e","kind":"scale","points":3},
 {"id":"l","dimension":"e","kind":"scale","points":2,"when":{"item":"i","at_least":50}},
 {"id":"said","kind":"text","max_length":9}],
"pages":[{"id":"p","questions":["role","good","want","where","i","j","k","l","said"]}],
"actions":[{"id":"a","horizon":"quarter","effort_days":2,"targets":{"dimensions":["d"]},
 "moves":[{"item":"i","points":1}]}]})";

inline constexpr std::string_view kRules = R"({
"schema":"readiness_rules/1","instrument":{"id":"fuzzed","version":"1.0.0"},
"role_question":"role",
"roles":[{"id":"self","view":"self"},{"id":"manager","view":"named"},
 {"id":"peer","view":"anonymous"},{"id":"report","view":"anonymous","weight":2}],
"anonymity":{"minimum_raters":2,"minimum_comments":2,"minimum_spread":3,"small_roles":"combine"},
"evidence":{"confidence_pct":90,"reliability":0.7,"least_raters":3,"least_views":1},
"usual_leniency":{"d":0.3,"deviation":20,"source":"book"},
"capabilities":[{"id":"d","floor":40},{"id":"e","floor":30}],"support_within":15,
"performance":{"question":"good","role":"manager","high":["high"]},
"interest":{"question":"want","role":"self","yes":["yes"],"no":["no"]}})";

}  // namespace vgap::fuzz
