#include "core/answers/answer.hpp"

namespace vgap::answers {

std::string_view to_string(AnswerState state) {
    switch (state) {
        case AnswerState::kSkipped:
            return "skipped";
        case AnswerState::kAnswered:
            return "answered";
        case AnswerState::kDontKnow:
            return "dont_know";
        case AnswerState::kNotApplicable:
            return "not_applicable";
        case AnswerState::kPreferNotToSay:
            return "prefer_not_to_say";
    }
    return "";
}

}  // namespace vgap::answers
