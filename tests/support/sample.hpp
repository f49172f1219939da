// support/sample — small questionnaires for unit tests, and short ways to answer them.
//
// In      JSON text; ids and points
// Out     an Instrument, Answers, a Profile with its plan
// Errors  a test instrument that cannot be read ends the test program with its errors
// Source  MODEL.md §1
// Cost    data only
// Tested  by every test that uses it
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/profile.hpp"

namespace vgap::sample {

// JSON with ' for ", so that it reads well in C++.
instrument::Instrument instrument(std::string_view json);

// Two dimensions of two items each (five and three points; one reverse), a context question of
// every other kind, a rule, a pattern, three actions, the default bands.
const instrument::Instrument& small();

// Three dimensions with weights, scales of two to seven points, reverse keys, skip logic, rules
// beyond 100 and six actions that share items: what random tests are run on.
const instrument::Instrument& varied();

// The same answers everywhere for the same seed; about one in seven is no answer.
answers::Answers random_answers(const instrument::Instrument& instrument, std::uint32_t seed);

instrument::Index question(const instrument::Instrument& instrument, std::string_view id);

answers::Answer point(int point);
answers::Answer not_answered(answers::AnswerState state);

answers::Answers answers(const instrument::Instrument& instrument,
                         std::initializer_list<std::pair<std::string_view, int>> points);

scoring::Profile scored(const instrument::Instrument& instrument, const answers::Answers& answers);
std::string profile_json(const instrument::Instrument& instrument, const answers::Answers& answers,
                         std::string_view response_id = "");

// The text of a file, by its path from the repository's root; empty when there is none.
std::string file(const std::string& path);

}  // namespace vgap::sample
