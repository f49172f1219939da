#include "core/answers/session.hpp"

#include <algorithm>
#include <utility>

#include "core/answers/read.hpp"

namespace vgap::answers {

using instrument::Index;
using instrument::Instrument;
using instrument::kNone;

namespace {

Place review() {
    return {Screen::kReview, kNone, false};
}

Place page_or_review(Index page) {
    return page == kNone ? review() : Place{Screen::kQuestions, page, false};
}

bool are_possible(const Instrument& instrument, const Answers& answers) {
    if (answers.size() != instrument.questions.size()) return false;
    for (std::size_t q = 0; q < answers.size(); ++q) {
        if (!is_possible(instrument.questions[q], answers[q])) return false;
    }
    return true;
}

bool is_open(const Instrument& instrument, const State& state, Index question) {
    return state.place.screen == Screen::kQuestions && question < instrument.questions.size() &&
           instrument.questions[question].page == state.place.page && state.reachable[question];
}

// Only what the question's kind uses, so that equal answers compare equal. An emptied text is
// skipped.
Answer tidied(const instrument::Question& question, const Answer& given) {
    using instrument::QuestionKind;
    Answer answer;
    answer.state = given.state;
    if (given.state != AnswerState::kAnswered) return answer;
    switch (question.kind) {
        case QuestionKind::kScale:
        case QuestionKind::kSingle:
            answer.point = given.point;
            break;
        case QuestionKind::kMultiple:
            answer.selected = given.selected;
            break;
        case QuestionKind::kNumber:
            answer.number = given.number;
            break;
        case QuestionKind::kText:
            if (given.text.empty()) return Answer{};
            answer.text = given.text;
            break;
    }
    return answer;
}

// One function an event. Each changes the state in place, or leaves it.
struct Step {
    const Instrument& instrument;
    State& state;

    Index after(Index page) const { return page_after(instrument, state.reachable, page); }
    Index before(Index page) const { return page_before(instrument, state.reachable, page); }

    void take(const Response& response) const {
        state.response_id = response.id;
        state.answers = response.answers;
        state.pipeline = response.pipeline;
        find_reachable(instrument, state.answers, state.reachable);
    }

    void operator()(const Start&) const {
        if (state.place.screen == Screen::kIntro) state.place = page_or_review(after(kNone));
    }

    void operator()(const StartAt& event) const {
        if (state.place.screen != Screen::kIntro) return;
        for (const instrument::Question& question : instrument.questions) {
            if (question.dimension == kNone || question.dimension != event.dimension) continue;
            if (question.page == kNone) continue;
            if (!is_reachable(instrument, state.reachable, question.page)) continue;
            const bool is_first = question.page == after(kNone);
            state.place = {Screen::kQuestions, question.page, false,
                           is_first ? kNone : question.page};
            return;
        }
    }

    void operator()(const Resume& event) const {
        if (state.place.screen != Screen::kIntro) return;
        if (!are_possible(instrument, event.response.answers)) return;
        take(event.response);
        state.earlier.reset();
        if (event.earlier && are_possible(instrument, event.earlier->response.answers)) {
            state.earlier = event.earlier;
        }
        Place place = event.place;
        if (place.screen != Screen::kQuestions) {
            place = {place.screen, kNone, false};
        } else if (place.page >= instrument.pages.size()) {
            place = place_to_resume(instrument, state);
        } else if (!is_reachable(instrument, state.reachable, place.page)) {
            place = place.return_to_review ? review() : page_or_review(after(place.page));
        }
        state.place = place;
    }

    void operator()(const Load& event) const {
        if (!are_possible(instrument, event.response.answers)) return;
        take(event.response);
        state.earlier.reset();
        state.place = review();
    }

    void operator()(const Give& event) const {
        if (!is_open(instrument, state, event.question)) return;
        const instrument::Question& question = instrument.questions[event.question];
        Answer answer = tidied(question, event.answer);
        if (!is_possible(question, answer)) return;
        state.answers[event.question] = std::move(answer);
        find_reachable(instrument, state.answers, state.reachable);
    }

    void operator()(const Clear& event) const { (*this)(Give{event.question, Answer{}}); }

    void operator()(const Next&) const {
        if (state.place.screen != Screen::kQuestions) return;
        const Place& place = state.place;
        Index next = after(place.page);
        if (place.from != kNone) {
            const bool is_last = next == kNone && place.page >= place.from;
            if (is_last) next = after(kNone);
            if ((is_last || place.page < place.from) && next >= place.from) next = kNone;
        }
        move(place.return_to_review ? kNone : next);
    }
    // To another page of the same way, or to the review.
    void move(Index page) const {
        const Index from = state.place.from;
        state.place = page_or_review(page);
        if (page != kNone) state.place.from = from;
    }

    void operator()(const Back&) const {
        switch (state.place.screen) {
            case Screen::kIntro:
                return;
            case Screen::kQuestions: {
                if (state.place.return_to_review) {
                    state.place = review();
                    return;
                }
                Index page = before(state.place.page);
                if (state.place.from != kNone) {
                    if (page == kNone) page = before(kNone);
                    if (state.place.page == state.place.from) page = kNone;
                }
                if (page == kNone) {
                    state.place = Place{};
                } else {
                    move(page);
                }
                return;
            }
            case Screen::kReview: {
                const Index page = before(kNone);
                state.place = page == kNone ? Place{} : page_or_review(page);
                return;
            }
            case Screen::kResult:
                state.place = review();
                return;
        }
    }

    void operator()(const GoToPage& event) const {
        if (state.place.screen == Screen::kIntro) return;
        if (event.page >= instrument.pages.size()) return;
        if (!is_reachable(instrument, state.reachable, event.page)) return;
        const bool from_page = state.place.screen == Screen::kQuestions;
        state.place = {Screen::kQuestions, event.page, !from_page || state.place.return_to_review};
    }

    void operator()(const GoToReview&) const {
        if (state.place.screen != Screen::kIntro) state.place = review();
    }

    void operator()(const Finish&) const {
        if (state.place.screen == Screen::kReview) state.place = {Screen::kResult, kNone, false};
    }

    void operator()(const Again& event) const {
        if (state.place.screen != Screen::kResult) return;
        state.earlier = {event.today, {state.response_id, state.answers}};
        state.response_id.clear();
        for (std::size_t q = 0; q < state.answers.size(); ++q) {
            if (!instrument.questions[q].is_context) state.answers[q] = Answer{};
        }
        find_reachable(instrument, state.answers, state.reachable);
        state.place = page_or_review(after(kNone));
    }

    void operator()(const CompareWith& event) const {
        if (state.place.screen == Screen::kIntro) return;
        if (!are_possible(instrument, event.earlier.response.answers)) return;
        state.earlier = event.earlier;
    }

    void operator()(const ForgetEarlier&) const { state.earlier.reset(); }

    void operator()(const Take& event) const {
        if (!are_possible(instrument, event.answers)) return;
        state.answers = event.answers;
        state.pipeline = event.pipeline;
        state.earlier.reset();
        if (event.earlier && are_possible(instrument, event.earlier->response.answers)) {
            state.earlier = event.earlier;
        }
        find_reachable(instrument, state.answers, state.reachable);
        Place& place = state.place;
        if (place.screen != Screen::kQuestions) return;
        if (is_reachable(instrument, state.reachable, place.page)) return;
        place = place.return_to_review ? review() : page_or_review(after(place.page));
    }

    void operator()(const KeepPipeline& event) const { state.pipeline = event.pipeline; }

    void operator()(const Restart&) const { state = begin(instrument); }
};

void count(const State& state, Index question, Progress& progress) {
    if (!state.reachable[question]) return;
    ++progress.of;
    if (state.answers[question].state != AnswerState::kSkipped) ++progress.done;
}

}  // namespace

State begin(const Instrument& instrument) {
    State state;
    state.answers.resize(instrument.questions.size());
    find_reachable(instrument, state.answers, state.reachable);
    return state;
}

State apply(const Instrument& instrument, State state, const Event& event) {
    std::visit(Step{instrument, state}, event);
    return state;
}

bool is_reachable(const Instrument& instrument, const Reachable& reachable, Index page) {
    const std::vector<Index>& questions = instrument.pages[page].questions;
    return std::any_of(questions.begin(), questions.end(),
                       [&](Index q) { return reachable[q] != 0; });
}

Index page_after(const Instrument& instrument, const Reachable& reachable, Index page) {
    for (Index p = page == kNone ? 0 : page + 1; p < instrument.pages.size(); ++p) {
        if (is_reachable(instrument, reachable, p)) return p;
    }
    return kNone;
}

Index page_before(const Instrument& instrument, const Reachable& reachable, Index page) {
    for (Index p = page == kNone ? static_cast<Index>(instrument.pages.size()) : page; p-- > 0;) {
        if (is_reachable(instrument, reachable, p)) return p;
    }
    return kNone;
}

Progress progress(const Instrument& instrument, const State& state) {
    Progress progress;
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
        count(state, static_cast<Index>(q), progress);
    }
    return progress;
}

Progress progress_of_page(const Instrument& instrument, const State& state, Index page) {
    Progress progress;
    for (const Index q : instrument.pages[page].questions) count(state, q, progress);
    return progress;
}

Place place_to_resume(const Instrument& instrument, const State& state) {
    for (Index p = 0; p < instrument.pages.size(); ++p) {
        const Progress page = progress_of_page(instrument, state, p);
        if (page.done < page.of) return {Screen::kQuestions, p, false};
    }
    return review();
}

}  // namespace vgap::answers
