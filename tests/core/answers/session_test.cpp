#include "core/answers/session.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/answers/draft.hpp"
#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

using instrument::Index;
using instrument::kNone;

const instrument::Instrument& small() {
    return sample::small();
}
Index id(const char* question) {
    return sample::question(small(), question);
}

State after(State state, std::initializer_list<Event> events) {
    for (const Event& event : events) state = apply(small(), std::move(state), event);
    return state;
}

Answer people(double number) {
    Answer answer = sample::point(0);
    answer.number = number;
    return answer;
}

// "screen" or "page" with a star when it returns to the review.
std::string place(const State& state) {
    switch (state.place.screen) {
        case Screen::kIntro:
            return "intro";
        case Screen::kReview:
            return "review";
        case Screen::kResult:
            return "result";
        case Screen::kQuestions:
            break;
    }
    return small().pages[state.place.page].id + (state.place.return_to_review ? "*" : "");
}

TEST(Session, GoesFromTheIntroThroughThePagesToTheResult) {
    State state = begin(small());
    EXPECT_EQ(place(state), "intro");
    state = after(state, {Start{}});
    EXPECT_EQ(place(state), "context");
    state = after(state, {Give{id("people"), people(5)}, Next{}});
    EXPECT_EQ(place(state), "first");
    state = after(state, {Next{}});
    EXPECT_EQ(place(state), "second");
    state = after(state, {Next{}});
    EXPECT_EQ(place(state), "review");
    state = after(state, {Finish{}});
    EXPECT_EQ(place(state), "result");
}

TEST(Session, GoesBackTheSameWayAndKeepsEveryAnswer) {
    State state =
        after(begin(small()), {Start{}, Give{id("people"), people(5)}, Next{},
                               Give{id("a"), sample::point(3)}, Next{}, Next{}, Finish{}});
    const Answers answers = state.answers;
    for (const char* const expected : {"review", "second", "first", "context", "intro", "intro"}) {
        state = after(state, {Back{}});
        EXPECT_EQ(place(state), expected);
    }
    EXPECT_EQ(state.answers, answers);
    EXPECT_EQ(after(state, {Start{}}).answers, answers);
}

// Every page to the review, and each place comes back from a draft.
std::string way_of(State state) {
    std::string way = place(state);
    for (int guard = 0; guard < 10 && state.place.screen == Screen::kQuestions; ++guard) {
        std::string text;
        append_draft(text, small(), state);
        const auto draft = read_draft(small(), text);
        EXPECT_TRUE(draft) << text;
        if (!draft) break;
        EXPECT_EQ(apply(small(), begin(small()), *draft).place, state.place) << text;
        state = after(std::move(state), {Next{}});
        way += " " + place(state);
    }
    return way;
}

TEST(Session, BeginsAtADimensionAndGoesRound) {
    const StartAt first = {small().questions[id("a")].dimension};
    const StartAt second = {small().questions[id("c")].dimension};
    const State fresh = begin(small());
    const State known = after(fresh, {Start{}, Give{id("people"), people(5)}, Back{}});
    EXPECT_EQ(way_of(after(fresh, {first})), "first context review");
    EXPECT_EQ(way_of(after(known, {first})), "first second context review");
    EXPECT_EQ(way_of(after(known, {second})), "second context first review");
    // Back leads the same way, and out of it.
    State state = after(known, {second, Next{}, Next{}});
    for (const char* const expected : {"context", "second", "intro"}) {
        state = after(state, {Back{}});
        EXPECT_EQ(place(state), expected);
    }
    EXPECT_EQ(place(after(state, {Start{}, Next{}})), "first") << "as if it had begun there";
    EXPECT_EQ(place(after(fresh, {second})), "intro") << "nobody is asked about that";
    EXPECT_EQ(place(after(fresh, {StartAt{}})), "intro") << "no such dimension";
}

TEST(Session, PassesOverUnreachablePagesInBothDirections) {
    State state = after(begin(small()), {Start{}, Next{}});
    EXPECT_EQ(place(state), "first");
    state = after(state, {Next{}});
    EXPECT_EQ(place(state), "review");
    state = after(state, {Back{}});
    EXPECT_EQ(place(state), "first");
    EXPECT_EQ(after(state, {GoToPage{2}}), state);
}

TEST(Session, KeepsAnAnswerThatBecomesUnreachableAndCountsItNot) {
    State state =
        after(begin(small()), {Start{}, Give{id("people"), people(5)}, GoToPage{2},
                               Give{id("c"), sample::point(2)}, Give{id("d"), sample::point(1)}});
    EXPECT_EQ(progress(small(), state), (Progress{3, 8}));
    state = after(state, {GoToPage{0}, Give{id("people"), people(1)}});
    EXPECT_EQ(progress(small(), state), (Progress{1, 6}));
    EXPECT_EQ(state.answers[id("d")].point, 1);
    EXPECT_FALSE(state.reachable[id("d")]);
    state = after(state, {Give{id("people"), people(2)}});
    EXPECT_TRUE(state.reachable[id("d")]);
    EXPECT_EQ(state.answers[id("d")].state, AnswerState::kAnswered);
}

TEST(Session, ReturnsToTheReviewFromAPageThatWasOpenedThere) {
    const State review = after(begin(small()), {Start{}, GoToReview{}});
    EXPECT_EQ(place(review), "review");
    const State page = after(review, {GoToPage{1}});
    EXPECT_EQ(place(page), "first*");
    EXPECT_EQ(place(after(page, {Next{}})), "review");
    EXPECT_EQ(place(after(page, {Back{}})), "review");
    EXPECT_EQ(place(after(page, {GoToPage{0}})), "context*");
    EXPECT_EQ(place(after(review, {Finish{}, GoToPage{0}, Next{}, Finish{}})), "result");
    // Going back from the review is an ordinary step again.
    EXPECT_EQ(place(after(page, {Next{}, Back{}})), "first");
}

TEST(Session, LeavesTheStateWhenAnEventMakesNoSense) {
    const State intro = begin(small());
    for (const Event& event :
         {Event{Next{}}, Event{Back{}}, Event{GoToPage{0}}, Event{GoToReview{}}, Event{Finish{}},
          Event{Give{id("a"), sample::point(1)}}, Event{Load{}}, Event{Resume{}}}) {
        EXPECT_EQ(apply(small(), intro, event), intro) << event.index();
    }
    const State page = after(intro, {Start{}});
    Answer nowhere = sample::point(0);
    nowhere.number = 5000;
    for (const Event& event :
         {Event{Start{}}, Event{Finish{}}, Event{GoToPage{kNone}}, Event{GoToPage{99}},
          Event{Give{kNone, sample::point(0)}}, Event{Give{id("a"), sample::point(1)}},
          Event{Give{id("size"), sample::point(2)}}, Event{Give{id("size"), sample::point(-1)}},
          Event{Give{id("size"), sample::not_answered(AnswerState::kDontKnow)}},
          Event{Give{id("people"), nowhere}}, Event{Clear{id("a")}}, Event{Clear{kNone}}}) {
        EXPECT_EQ(apply(small(), page, event), page) << event.index();
    }
}

TEST(Session, ClearsAnAnswer) {
    const State page = after(begin(small()), {Start{}});
    const State given = after(page, {Give{id("size"), sample::point(1)}});
    EXPECT_EQ(given.answers[id("size")].point, 1);
    EXPECT_EQ(after(given, {Clear{id("size")}}), page);
    EXPECT_EQ(after(given, {Give{id("size"), Answer{}}}), page);
}

TEST(Session, TakesAnEmptiedTextForSkipped) {
    const State page = after(begin(small()), {Start{}});
    Answer note = sample::point(0);
    note.text = "hello";
    const State written = after(page, {Give{id("note"), note}});
    EXPECT_EQ(written.answers[id("note")].text, "hello");
    note.text = "longer";
    EXPECT_EQ(after(written, {Give{id("note"), note}}), written);
    note.text.clear();
    EXPECT_EQ(after(written, {Give{id("note"), note}}), page);
}

TEST(Session, ErasesEverythingOnRestart) {
    const State state =
        after(begin(small()), {Start{}, Give{id("size"), sample::point(1)}, Next{}, Restart{}});
    EXPECT_EQ(state, begin(small()));
}

TEST(Session, CountsExpressNonAnswersAsDone) {
    State state =
        after(begin(small()),
              {Start{}, Next{}, Give{id("a"), sample::not_answered(AnswerState::kDontKnow)}});
    EXPECT_EQ(progress(small(), state), (Progress{1, 6}));
    EXPECT_EQ(progress_of_page(small(), state, 1), (Progress{1, 2}));
    EXPECT_EQ(progress_of_page(small(), state, 2), (Progress{0, 0}));
}

TEST(Session, ResumesAtTheFirstPageWithSomethingToAnswer) {
    State state = after(begin(small()), {Start{}, Next{}, Give{id("a"), sample::point(1)},
                                         Give{id("b"), sample::point(1)}});
    EXPECT_EQ(place_to_resume(small(), state), (Place{Screen::kQuestions, 0, false}));
    const auto full = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 50, 'rules': []}}],
        'items': [{'id': 'a', 'dimension': 'd', 'kind': 'scale', 'points': 2}],
        'pages': [{'id': 'p', 'questions': ['a']}], 'patterns': [], 'actions': []})");
    State short_one = apply(full, begin(full), Start{});
    short_one = apply(full, short_one, Give{0, sample::point(1)});
    EXPECT_EQ(place_to_resume(full, short_one).screen, Screen::kReview);
}

TEST(Session, ResumesAfterAPageThatIsNoLongerReachable) {
    Resume event{{"", Answers(small().questions.size())}, {Screen::kQuestions, 2, false}};
    EXPECT_EQ(place(apply(small(), begin(small()), event)), "review");
    event.place = {Screen::kQuestions, 1, true};
    EXPECT_EQ(place(apply(small(), begin(small()), event)), "first*");
    event.place = {Screen::kQuestions, 77, false};
    EXPECT_EQ(place(apply(small(), begin(small()), event)), "context");
}

TEST(Session, LoadsAResponseIntoTheReview) {
    const Answers answers = sample::answers(small(), {{"a", 1}, {"b", 2}});
    const State state = apply(small(), begin(small()), Load{{"r-9", answers}});
    EXPECT_EQ(place(state), "review");
    EXPECT_EQ(state.response_id, "r-9");
    EXPECT_EQ(place(after(state, {Finish{}})), "result");
    Answers impossible = answers;
    impossible[id("a")].point = 9;
    EXPECT_EQ(apply(small(), state, Load{{"", impossible}}), state);
}

State complete(std::initializer_list<Event> given) {
    State state = after(begin(small()), {Start{}, Give{id("people"), people(5)}, Next{}});
    state = after(std::move(state), given);
    return after(std::move(state), {GoToReview{}, Finish{}});
}

TEST(Session, TakesItAgainWithTheContextFilledInAndTheFirstResultKept) {
    const State first = complete({Give{id("a"), sample::point(1)}});
    const State second = after(first, {Again{base::Date{2026, 3, 3}}});
    EXPECT_EQ(place(second), "context");
    EXPECT_EQ(second.answers[id("people")], people(5));
    EXPECT_EQ(second.answers[id("a")], Answer{});
    ASSERT_TRUE(second.earlier);
    EXPECT_EQ(second.earlier->date, (base::Date{2026, 3, 3}));
    EXPECT_EQ(second.earlier->response.answers, first.answers);
    // A third one is compared with the second.
    const State third = after(second, {GoToReview{}, Finish{}, Again{}});
    EXPECT_EQ(third.earlier->response.answers, second.answers);
    EXPECT_EQ(third.earlier->date, std::nullopt);
}

TEST(Session, TakesItAgainOnlyFromTheResult) {
    const State page = after(begin(small()), {Start{}});
    EXPECT_EQ(after(page, {Again{}}), page);
    EXPECT_EQ(after(begin(small()), {Again{}}), begin(small()));
}

TEST(Session, ComparesWithWhatIsPossibleAndForgetsIt) {
    const State result = complete({});
    Earlier earlier{std::nullopt, {"r-1", sample::answers(small(), {{"a", 1}})}};
    const State compared = after(result, {CompareWith{earlier}});
    EXPECT_EQ(compared.earlier, earlier);
    EXPECT_EQ(compared.place, result.place);
    EXPECT_EQ(after(compared, {ForgetEarlier{}}), result);
    EXPECT_EQ(after(compared, {Restart{}}), begin(small()));
    EXPECT_EQ(after(begin(small()), {CompareWith{earlier}}), begin(small()));
    earlier.response.answers[id("a")].point = 9;
    EXPECT_EQ(after(result, {CompareWith{earlier}}), result);
    EXPECT_EQ(after(compared, {Load{{"", result.answers}}}).earlier, std::nullopt)
        << "it belongs to the answers that were replaced";
}

// Whatever happens, the state stays one that the screens can show.
TEST(Session, StaysWholeUnderRandomEvents) {
    std::uint32_t random = 7;
    const auto below = [&](std::uint32_t limit) {
        random = random * 1664525u + 1013904223u;
        return (random >> 8) % limit;
    };
    State state = begin(small());
    for (int step = 0; step < 20000; ++step) {
        Event event;
        switch (below(11)) {
            case 0:
                event = Start{};
                break;
            case 1:
                event = Back{};
                break;
            case 2:
                event = GoToPage{below(4)};
                break;
            case 3:
                event = GoToReview{};
                break;
            case 4:
                event = Finish{};
                break;
            case 5:
                event = Clear{below(9)};
                break;
            case 6:
                event = below(50) == 0 ? Event{Restart{}} : Event{Next{}};
                break;
            case 7:
                event = below(20) == 0  ? Event{ForgetEarlier{}}
                        : below(2) == 0 ? Event{CompareWith{{{}, {"e", state.answers}}}}
                                        : Event{Again{base::Date{2024, 2, 29}}};
                break;
            default: {
                Answer answer = sample::point(static_cast<int>(below(6)));
                answer.number = below(5);
                event = Give{below(9), answer};
            }
        }
        state = apply(small(), std::move(state), event);
        ASSERT_EQ(state.answers.size(), small().questions.size());
        Reachable reachable;
        find_reachable(small(), state.answers, reachable);
        ASSERT_EQ(state.reachable, reachable);
        if (state.place.screen == Screen::kQuestions) {
            ASSERT_LT(state.place.page, small().pages.size());
            ASSERT_TRUE(is_reachable(small(), state.reachable, state.place.page));
        } else {
            ASSERT_EQ(state.place.page, kNone);
            ASSERT_FALSE(state.place.return_to_review);
        }
        if (step % 100 == 0) {  // and a draft brings it back exactly
            std::string text;
            append_draft(text, small(), state);
            const auto draft = read_draft(small(), text);
            ASSERT_TRUE(draft) << text;
            ASSERT_EQ(apply(small(), begin(small()), *draft), state) << text;
        }
    }
}

}  // namespace
}  // namespace vgap::answers
