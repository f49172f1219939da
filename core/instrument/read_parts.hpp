// instrument/read_parts — how read.cpp is divided: each part fills its lists of one Reading.
//
// In      Readers on the entries of a list; all ids are declared before any part is read, so parts
//         may refer to each other in any order
// Out     the Reading's instrument
// Errors  into the Readers' shared list of problems
// Source  MODEL.md §0, §1
// Cost    O(entries)
// Tested  tests/core/instrument/read_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/instrument/names.hpp"
#include "core/instrument/types.hpp"
#include "core/json/read.hpp"

namespace vgap::instrument {

using Entries = std::vector<json::Reader>;

struct Reading {
    Instrument instrument;
    Names questions, dimensions, pages, patterns, actions, bands, sources, rules;
};

inline constexpr double kLeastWeight = 0.001, kMostWeight = 1000;

// Which operands a condition may name.
enum class Operands : std::uint8_t { kContext, kQuestions, kQuestionsAndDimensions };

Condition read_condition(const json::Reader& reader, Operands operands, const Reading& reading);

// The optional `when` of an entry; false when there is none.
bool read_when(const json::Reader& entry, Operands operands, const Reading& reading,
               Condition& when);

// The optional `source` of an entry.
std::string read_source(const json::Reader& entry, const Reading& reading);

// Are `least` and `most` of this object in order?
void check_order(const json::Reader& range);

// kind, kind's fields, dimension: everything that conditions ask about, so read before any of them.
void read_question(const json::Reader& entry, const Reading& reading, Question& question);
// The same of a question of an earlier version: the kind and what an answer needs of it.
void read_earlier_question(const json::Reader& entry, Question& question);
// Part of a file's name or of a key, so only what is plain everywhere.
std::string read_version(const json::Reader& reader);
void read_earlier_versions(const json::Reader& list, Reading& reading);
void read_dimension(const json::Reader& entry, Reading& reading, Dimension& dimension);
void read_page(const json::Reader& entry, Reading& reading, Index index);
void read_pattern(const json::Reader& entry, const Reading& reading, Pattern& pattern);
void read_action(const json::Reader& entry, const Reading& reading, Action& action);
void read_bands(const json::Reader& reader, Reading& reading);

}  // namespace vgap::instrument
