// instrument/types — a questionnaire as data: what is asked, how it scores, what follows from it.
// The engine knows nothing about leadership; everything it knows stands here. Texts are not here but
// in the instrument's message catalogues, under keys made of these ids.
//
// In      built by instrument/read; indices are positions in the vectors of the same Instrument
// Out     plain data, immutable after reading
// Errors  none here
// Source  MODEL.md §0, §1
// Cost    data only
// Tested  tests/core/instrument/read_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vgap::instrument {

using Index = std::uint32_t;
inline constexpr Index kNone = 0xFFFFFFFFu;

enum class QuestionKind : std::uint8_t { kScale, kSingle, kMultiple, kNumber, kText };

// A set of allowed non-answers; each is a different thing in the data.
struct NoAnswers {
    bool dont_know = false;
    bool not_applicable = false;
    bool prefer_not_to_say = false;
};

// Three-valued rule. A flat pool of nodes; children of all/any/not are a range in `children`.
enum class Operator : std::uint8_t {
    kAll,
    kAny,
    kNot,
    kItemBelow,
    kItemAtLeast,  // keyed score, 0..100
    kDimensionBelow,
    kDimensionAtLeast,  // current, 0..100
    kContextEquals,     // option of a single or multiple choice
    kContextBelow,
    kContextAtLeast  // number question
};

struct Condition {
    Operator op = Operator::kAll;
    std::vector<Condition> children;  // all, any, not (exactly one)
    Index subject = kNone;            // question or dimension
    Index option = kNone;             // kContextEquals
    double threshold = 0;
};

// Context questions and items alike: whatever can be asked.
struct Question {
    std::string id;
    QuestionKind kind = QuestionKind::kScale;
    bool is_context = false;
    bool reverse = false;
    bool conditional = false;          // `when` below is in force
    Index dimension = kNone;           // scale items: the dimension that they score
    Index page = kNone;                // kNone: on no page, so never asked
    int points = 0;                    // scale: k ordered points
    double weight = 1;                 // > 0
    double least = 0, most = 0;        // number
    int max_length = 0;                // text, in code points
    std::vector<std::string> options;  // single, multiple
    NoAnswers no_answers;
    Condition when;
    std::string source;
};

struct Rule {
    std::string id;
    Condition when;  // context operands only
    double add = 0;
    std::string source;
};

struct Dimension {
    std::string id;
    double weight = 1;         // > 0
    double required_base = 0;  // 0..100
    std::vector<Rule> rules;
    std::vector<Index> items;  // scored questions, in instrument order
};

struct Page {
    std::string id;
    std::vector<Index> questions;
    bool conditional = false;
    Condition when;
};

struct Pattern {
    std::string id;
    Condition when;
    std::string source;
};

enum class Horizon : std::uint8_t { kWeek, kMonth, kQuarter };
inline constexpr int kHorizons = 3;

struct Move {
    Index item = kNone;
    int points = 1;  // 1..k-1, in the keyed (better) direction
};

struct Action {
    std::string id;
    Horizon horizon = Horizon::kWeek;
    double effort_days = 1;  // person-days, > 0
    std::vector<Index> dimensions;
    std::vector<Index> patterns;
    std::vector<Move> moves;
    std::string source;
};

struct Band {
    std::string id;
    double below = 101;  // the last band has no upper edge
};

struct Source {
    std::string id;
};

struct Instrument {
    std::string id;
    std::string version;
    std::string hash;  // SHA-256 of the canonical file without earlier_versions, hex
    std::vector<std::string> languages;
    double minimum_answered_pct = 50;
    int least_minutes = 0, most_minutes = 0;  // 0: not stated
    std::vector<Question> questions;          // context first, then items, in file order
    std::vector<Dimension> dimensions;
    std::vector<Page> pages;
    std::vector<Pattern> patterns;
    std::vector<Action> actions;
    std::vector<Band> bands;
    std::vector<Source> sources;
    // Versions before this one, so that answers given to them can still be read: of each only id, version, hash and
    // questions, and of a question only what an answer needs.
    std::vector<Instrument> earlier_versions;

    Index find_question(std::string_view id) const;
    Index find_dimension(std::string_view id) const;
};

std::string_view to_string(Horizon horizon);    // "week", "month", "quarter"
std::string_view to_string(QuestionKind kind);  // "scale", ...

}  // namespace vgap::instrument
