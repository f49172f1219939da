#include "core/answers/carry.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/answers/read.hpp"

namespace vgap::answers {

using instrument::Index;
using instrument::Instrument;
using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;

namespace {

std::optional<std::size_t> position(const std::vector<std::string>& options,
                                    const std::string& option) {
    const auto found = std::find(options.begin(), options.end(), option);
    if (found == options.end()) return std::nullopt;
    return static_cast<std::size_t>(found - options.begin());
}

// By id; every option of now must have been offered then, and every chosen one must still be.
bool carry_selected(const Question& now, const Question& then, Answer& answer) {
    std::vector<std::uint8_t> selected(now.options.size(), 0);
    for (const std::string& option : now.options) {
        if (!position(then.options, option)) return false;
    }
    for (std::size_t at = 0; at < answer.selected.size(); ++at) {
        if (answer.selected[at] == 0) continue;
        const auto place = position(now.options, then.options[at]);
        if (!place) return false;
        selected[*place] = 1;
    }
    answer.selected = std::move(selected);
    return true;
}

// The same answer to the question as it is now; nullopt: it would mean something else, or nothing.
std::optional<Answer> carry_answer(const Question& now, const Question& then, Answer answer) {
    if (!is_possible(then, answer)) return std::nullopt;
    if (answer.state == AnswerState::kAnswered) {
        if (now.kind != then.kind) return std::nullopt;
        if (now.kind == QuestionKind::kScale && now.points != then.points) return std::nullopt;
        if (now.kind == QuestionKind::kSingle) {
            const auto place =
                position(now.options, then.options[static_cast<std::size_t>(answer.point)]);
            if (!place) return std::nullopt;
            answer.point = static_cast<int>(*place);
        }
        if (now.kind == QuestionKind::kMultiple && !carry_selected(now, then, answer)) {
            return std::nullopt;
        }
    }
    if (!is_possible(now, answer)) return std::nullopt;
    return answer;
}

}  // namespace

Response carry(const Instrument& instrument, const Instrument& version, Answers given) {
    Response response;
    if (&version == &instrument) {
        response.answers = std::move(given);
        return response;
    }
    response.answers.resize(instrument.questions.size());
    Carried& carried = response.carried;
    carried.from = version.version;
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
        const Question& now = instrument.questions[q];
        const Index then = version.find_question(now.id);
        if (then == kNone) {
            carried.added.push_back(now.id);
            continue;
        }
        if (given[then].state == AnswerState::kSkipped) continue;
        auto answer = carry_answer(now, version.questions[then], std::move(given[then]));
        if (answer) {
            response.answers[q] = std::move(*answer);
            ++carried.kept;
        } else {
            carried.changed.push_back(now.id);
        }
    }
    for (std::size_t q = 0; q < version.questions.size(); ++q) {
        const std::string& id = version.questions[q].id;
        if (given[q].state == AnswerState::kSkipped) continue;
        if (instrument.find_question(id) == kNone) carried.gone.push_back(id);
    }
    return response;
}

}  // namespace vgap::answers
