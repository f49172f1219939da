// whole — an instrument with one of everything, for tests to change a piece of it.
//
// In      with: a piece that stands in it once, and what to put there
// Out     its text; noted: a reading's problems as one line, without the "error."
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"

namespace vgap::instrument {

inline constexpr std::string_view kWhole = R"({
 "schema": "instrument/1", "id": "whole", "version": "1.2.0", "languages": ["en", "pt-BR"],
 "minimum_answered_pct": 60, "duration_min": {"least": 2, "most": 4},
 "sources": [{"id": "book"}, {"id": "seed_a"}],
 "context": [
  {"id": "size", "kind": "single", "options": ["up_to_10", "11_to_25"],
   "no_answers": ["prefer_not_to_say"], "source": "book"},
  {"id": "tracks", "kind": "multiple", "options": ["management", "technical"]},
  {"id": "heads", "kind": "number", "least": 1, "most": 90000},
  {"id": "mood", "kind": "scale", "points": 3},
  {"id": "where", "kind": "text", "max_length": 80}],
 "dimensions": [
  {"id": "clarity", "weight": 2, "required": {"base": 50, "rules": [
   {"id": "clarity_size", "add": 10, "source": "seed_a",
    "when": {"any": [{"context": "size", "equals": "11_to_25"},
                     {"not": {"context": "heads", "below": 20}}]}}]}},
  {"id": "pace", "required": {"base": 40}}],
 "items": [
  {"id": "criteria", "kind": "scale", "dimension": "clarity", "points": 5, "weight": 1.5,
   "no_answers": ["dont_know", "not_applicable"], "source": "book"},
  {"id": "secret", "kind": "scale", "dimension": "clarity", "points": 2, "reverse": true,
   "when": {"all": [{"item": "criteria", "at_least": 25}, {"context": "heads", "at_least": 5}]}},
  {"id": "speed", "kind": "scale", "dimension": "pace", "points": 4},
  {"id": "note", "kind": "text", "max_length": 500}],
 "pages": [
  {"id": "first", "questions": ["size", "tracks", "heads", "mood", "where"]},
  {"id": "second", "questions": ["criteria", "secret"]},
  {"id": "third", "questions": ["speed", "note"], "when": {"item": "criteria", "below": 50}}],
 "patterns": [
  {"id": "slow", "source": "seed_a",
   "when": {"all": [{"dimension": "pace", "below": 30}, {"dimension": "clarity", "at_least": 60}]}}],
 "actions": [
  {"id": "write_down", "horizon": "week", "effort_days": 0.5, "source": "book",
   "targets": {"dimensions": ["clarity"], "patterns": ["slow"]},
   "moves": [{"item": "criteria", "points": 4}, {"item": "secret", "points": 1}]},
  {"id": "meet", "horizon": "quarter", "effort_days": 3, "targets": {}}],
 "bands": [{"id": "fine", "below": 20.5}, {"id": "hmm", "below": 100}, {"id": "bad"}]
})";

inline std::string noted(const base::Result<Instrument>& result) {
    std::string out;
    if (result) return out;
    for (const base::Error& error : result.error()) {
        if (!out.empty()) out += "; ";
        out += error.code.substr(error.code.find('.') + 1) + " " + error.where;
        for (const auto& [name, value] : error.arguments) {
            if (name != "allowed") out.append(" ").append(name).append("=").append(value);
        }
    }
    return out;
}

inline std::string with(std::string_view from, std::string_view to) {
    std::string text(kWhole);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    EXPECT_EQ(text.find(from, at + 1), text.npos) << from << " is there twice";
    return text.replace(at, from.size(), to);
}

}  // namespace vgap::instrument
