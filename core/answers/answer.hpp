// answers/answer — what one person said to one question, and the set of all of it.
//
// In      state     answered, or one of four different ways of not answering; none is a zero
//         point     scale: 0..k-1 as shown, before reverse keying; single: index of the option
//         selected  multiple: a flag per option
//         number, text
// Out     Answers: one Answer per question of the instrument, by index
// Errors  none here; answers/read checks a file against an instrument
// Source  MODEL.md §1
// Cost    data only
// Tested  tests/core/answers/read_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vgap::answers {

enum class AnswerState : std::uint8_t {
    kSkipped,
    kAnswered,
    kDontKnow,
    kNotApplicable,
    kPreferNotToSay
};

struct Answer {
    AnswerState state = AnswerState::kSkipped;
    int point = 0;
    double number = 0;
    std::vector<std::uint8_t> selected;
    std::string text;
    friend bool operator==(const Answer&, const Answer&) = default;
};

using Answers = std::vector<Answer>;  // by question index

// What became of answers that were given to an earlier version of the instrument (answers/carry).
struct Carried {
    std::string from;  // that version; empty: the answers were given to this one
    int kept = 0;      // answers that still mean the same
    // Ids of questions:
    std::vector<std::string> changed;  // still asked, but the answer no longer fits
    std::vector<std::string> gone;     // had an answer and are no longer asked
    std::vector<std::string> added;    // were not asked in that version
    friend bool operator==(const Carried&, const Carried&) = default;
};

struct Response {
    std::string id;   // may be empty
    Answers answers;  // to the present version
    Carried carried = {};
    std::string pipeline = {};  // answers/pipeline; may be empty
    friend bool operator==(const Response&, const Response&) = default;
};

std::string_view to_string(AnswerState state);  // "skipped", "answered", "dont_know", ...

}  // namespace vgap::answers
