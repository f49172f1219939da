// answers/session — one person's way through the questions, as a pure function: a state and an
// event give the next state. No clock, no storage, no drawing.
//
// In      State  where the person is, all answers ever given (also to questions that are not asked
//                now: they come back with their branch), and what is reachable with them
//         Event  what the person, or the program around, did
// Out     the next state. An event that makes no sense in a state leaves it as it is
// Errors  none
// Source  MODEL.md §1 (skip logic); PRODUCT.md §2 (intro, questions, review, result)
// Cost    O(questions + conditions) for each event
// Tested  tests/core/answers/session_test.cpp
//
//   intro --start--> first page --next--> ... --next--> review --finish--> result
//   start at a dimension: its page, ... the last one, the first one, ... the one before it, review.
//   again, from the result: what was answered becomes the earlier attempt, and the first page opens.
//   back goes the same way in reverse and keeps every answer. From review or result go_to opens a
//   page; its next and back then lead to the review again. Unreachable pages are passed over in
//   both directions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/answers/answer.hpp"
#include "core/answers/reach.hpp"
#include "core/base/date.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

enum class Screen : std::uint8_t { kIntro, kQuestions, kReview, kResult };

struct Place {
    Screen screen = Screen::kIntro;
    instrument::Index page = instrument::kNone;  // kQuestions only
    bool return_to_review = false;  // kQuestions only: next and back lead to the review
    // kQuestions only: the page that was opened first, when it was not the first one; those before it come after the last.
    instrument::Index from = instrument::kNone;
    friend bool operator==(const Place&, const Place&) = default;
};

// An attempt before this one, kept to compare with.
struct Earlier {
    std::optional<base::Date> date;  // not known when it came out of a file
    Response response;
    friend bool operator==(const Earlier&, const Earlier&) = default;
};

struct State {
    Place place;
    std::string response_id;  // copied into what is written; may be empty
    Answers answers;
    Reachable reachable;
    std::optional<Earlier> earlier = std::nullopt;
    std::string pipeline = {};  // answers/pipeline; stays when the answers are given again
    friend bool operator==(const State&, const State&) = default;
};

// Intro to the first reachable page; answers that are there stay.
struct Start {};
// Intro to the first reachable page that asks about a dimension, the others after it. Nothing where none does.
struct StartAt {
    instrument::Index dimension = instrument::kNone;
};
// Intro to a stored draft, at its place or the nearest reachable one after it.
struct Resume {
    Response response;
    Place place;
    std::optional<Earlier> earlier = std::nullopt;
};
// Anywhere to someone's complete response, at the review; an earlier attempt does not belong to it.
struct Load {
    Response response;
};
// An answer to a question of the page that is open; a skipped one clears it.
struct Give {
    instrument::Index question = instrument::kNone;
    Answer answer;
};
struct Clear {
    instrument::Index question = instrument::kNone;
};
struct Next {};
struct Back {};
struct GoToPage {
    instrument::Index page = instrument::kNone;
};
struct GoToReview {};
// Review to result.
struct Finish {};
// Result to the first page. The answers become the earlier attempt, in the place of the one before;
// those about the context stay as they are, because most of it will not have changed.
struct Again {
    std::optional<base::Date> today;
};
// Past the intro: a response from elsewhere becomes the earlier attempt.
struct CompareWith {
    Earlier earlier;
};
struct ForgetEarlier {};
// Answers that were merged with those of another tab (answers/merge). The place stays, or becomes the nearest reachable
// page after it.
struct Take {
    Answers answers;
    std::optional<Earlier> earlier = {};
    std::string pipeline = {};
};
// What is turned in the pipeline, as answers/pipeline wrote it; empty: nothing any more.
struct KeepPipeline {
    std::string pipeline;
};
// Anywhere to the intro, everything erased, the earlier attempt too.
struct Restart {};

using Event =
    std::variant<Start, StartAt, Resume, Load, Give, Clear, Next, Back, GoToPage, GoToReview,
                 Finish, Again, CompareWith, ForgetEarlier, Take, KeepPipeline, Restart>;

State begin(const instrument::Instrument& instrument);
State apply(const instrument::Instrument& instrument, State state, const Event& event);

// Can the page be opened: is any of its questions asked?
bool is_reachable(const instrument::Instrument& instrument, const Reachable& reachable,
                  instrument::Index page);

// The reachable page after (before) this one, or kNone. Before kNone stands the last page, after it
// the first.
instrument::Index page_after(const instrument::Instrument& instrument, const Reachable& reachable,
                             instrument::Index page);
instrument::Index page_before(const instrument::Instrument& instrument, const Reachable& reachable,
                              instrument::Index page);

// Questions that are asked, and how many of them have an answer or were expressly not answered.
struct Progress {
    int done = 0;
    int of = 0;
    friend bool operator==(const Progress&, const Progress&) = default;
};
Progress progress(const instrument::Instrument& instrument, const State& state);
Progress progress_of_page(const instrument::Instrument& instrument, const State& state,
                          instrument::Index page);

// Where to go on: the first page with a question that has no answer yet, or the review.
Place place_to_resume(const instrument::Instrument& instrument, const State& state);

}  // namespace vgap::answers
