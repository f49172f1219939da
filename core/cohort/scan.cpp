#include "core/cohort/scan.hpp"

#include <algorithm>

#include "core/answers/read.hpp"

namespace vgap::cohort {

using answers::Answer;
using answers::AnswerState;
using instrument::Index;
using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;

namespace {

constexpr int kMostDigits = 9;

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= ' ' && c < 0x7F && c != '\\' && c != '"'; });
}

}  // namespace

Scanner::Scanner(const instrument::Instrument& instrument)
    : instrument_(instrument),
      next_(instrument.questions.size() + 1, 0),
      seen_(instrument.questions.size(), 0) {
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
        questions_.emplace(instrument.questions[q].id, static_cast<Index>(q));
        next_[q] = static_cast<Index>(q + 1 < instrument.questions.size() ? q + 1 : 0);
    }
}

void Scanner::pass_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
}

bool Scanner::pass(char expected) {
    if (at_ < text_.size() && text_[at_] == expected) {
        ++at_;
        return true;
    }
    pass_blanks();
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
}

bool Scanner::pass_text(std::string_view text) {
    if (text_.compare(at_, text.size(), text) != 0) return false;
    at_ += text.size();
    return true;
}

// A text without escapes; its bytes are looked at by whoever takes it for more than a name.
bool Scanner::read_string(std::string_view& text) {
    if (!pass('"')) return false;
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) return false;
    text = text_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
}

bool Scanner::read_whole(std::int64_t& number) {
    pass_blanks();
    const bool negative = at_ < text_.size() && text_[at_] == '-';
    if (negative) ++at_;
    const std::size_t start = at_;
    number = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
        if (at_ - start == kMostDigits) return false;
        number = 10 * number + (text_[at_++] - '0');
    }
    const std::size_t digits = at_ - start;
    if (digits == 0 || (digits > 1 && text_[start] == '0')) return false;
    if (negative) number = -number;
    // What goes on is a fraction or an exponent, or no number.
    return at_ < text_.size() && (text_[at_] == ',' || text_[at_] == '}' || text_[at_] == ' ');
}

bool Scanner::scan(std::string_view line, answers::Answers& answers) {
    text_ = line;
    at_ = 0;
    ++line_;
    if (answers.size() != instrument_.questions.size()) {
        answers.assign(instrument_.questions.size(), {});
    }
    for (Answer& answer : answers) {
        answer.state = AnswerState::kSkipped;
        answer.point = 0;
        answer.number = 0;
        answer.selected.clear();
        answer.text.clear();
    }
    if (!read_top(answers)) return false;
    pass_blanks();
    return at_ == text_.size();
}

bool Scanner::read_top(answers::Answers& answers) {
    bool schema = false, id = false, instrument = false, answered = false;
    if (!pass('{')) return false;
    do {
        std::string_view key, value;
        if (!read_string(key) || !pass(':')) return false;
        if (key == "answers" && !answered) {
            answered = read_answers(answers);
            if (!answered) return false;
        } else if (key == "instrument" && !instrument) {
            instrument = read_instrument();
            if (!instrument) return false;
        } else if (key == "schema" && !schema) {
            schema = read_string(value) && value == "response/1";
            if (!schema) return false;
        } else if (key == "id" && !id) {
            id = read_string(value) && value.size() <= answers::kMostIdBytes && is_plain(value);
            if (!id) return false;
        } else {
            return false;
        }
    } while (pass(','));
    return pass('}') && schema && instrument && answered;
}

bool Scanner::read_instrument() {
    bool id = false, version = false, hash = false;
    if (!pass('{')) return false;
    do {
        std::string_view key, value;
        if (!read_string(key) || !pass(':') || !read_string(value)) return false;
        bool* given = nullptr;
        const std::string* expected = nullptr;
        if (key == "id") {
            given = &id;
            expected = &instrument_.id;
        } else if (key == "version") {
            given = &version;
            expected = &instrument_.version;
        } else if (key == "hash") {
            given = &hash;
            expected = &instrument_.hash;
        }
        if (given == nullptr || *given || value != *expected) return false;
        *given = true;
    } while (pass(','));
    return pass('}') && id;
}

bool Scanner::read_answers(answers::Answers& answers) {
    if (!pass('{')) return false;
    if (pass('}')) return true;
    std::size_t before = instrument_.questions.size();
    do {
        pass_blanks();
        Index q = next_[before];
        const std::string_view rest = text_.substr(std::min(at_, text_.size()));
        const std::string_view guess =
            q < instrument_.questions.size() ? instrument_.questions[q].id : std::string_view();
        if (rest.size() > guess.size() + 2 && rest[0] == '"' && rest[guess.size() + 1] == '"' &&
            rest.compare(1, guess.size(), guess) == 0) {
            at_ += guess.size() + 2;
        } else {
            q = read_question();
            if (q == kNone) return false;
            next_[before] = q;
        }
        before = q;
        if (seen_[q] == line_ || !pass(':')) return false;
        seen_[q] = line_;
        if (!read_answer(instrument_.questions[q], answers[q])) return false;
    } while (pass(','));
    return pass('}');
}

Index Scanner::read_question() {
    std::string_view id;
    if (!read_string(id)) return kNone;
    const auto found = questions_.find(id);
    return found == questions_.end() ? kNone : found->second;
}

bool Scanner::read_answer(const Question& question, Answer& answer) {
    pass_blanks();
    if (at_ >= text_.size()) return false;
    if (text_[at_] == 'n') return pass_text("null");
    if (text_[at_] == '{') return read_no_answer(question, answer);
    answer.state = AnswerState::kAnswered;
    switch (question.kind) {
        case QuestionKind::kScale: {
            std::int64_t point = 0;
            if (!read_whole(point) || point < 0 || point >= question.points) return false;
            answer.point = static_cast<int>(point);
            return text_[at_ - 1] != '0' || text_[at_ - 2] != '-';  // -0 is for the strict reader
        }
        case QuestionKind::kSingle:
            return read_option(question, answer.point);
        case QuestionKind::kMultiple:
            return read_selected(question, answer);
        case QuestionKind::kNumber: {
            std::int64_t number = 0;
            if (!read_whole(number)) return false;
            answer.number = static_cast<double>(number);
            return answer.number >= question.least && answer.number <= question.most;
        }
        case QuestionKind::kText:
            break;
    }
    std::string_view text;
    if (!read_string(text) || !is_plain(text)) return false;
    if (text.size() > static_cast<std::size_t>(std::max(question.max_length, 0))) return false;
    answer.text = text;
    if (text.empty()) answer.state = AnswerState::kSkipped;
    return true;
}

bool Scanner::read_no_answer(const Question& question, Answer& answer) {
    std::string_view key, value;
    if (!pass('{') || !read_string(key) || key != "no_answer" || !pass(':')) return false;
    if (!read_string(value) || !pass('}')) return false;
    const instrument::NoAnswers& allowed = question.no_answers;
    if (value == "dont_know" && allowed.dont_know) {
        answer.state = AnswerState::kDontKnow;
    } else if (value == "not_applicable" && allowed.not_applicable) {
        answer.state = AnswerState::kNotApplicable;
    } else if (value == "prefer_not_to_say" && allowed.prefer_not_to_say) {
        answer.state = AnswerState::kPreferNotToSay;
    } else {
        return false;
    }
    return true;
}

bool Scanner::read_option(const Question& question, int& option) {
    std::string_view name;
    if (!read_string(name)) return false;
    const auto found = std::find(question.options.begin(), question.options.end(), name);
    option = static_cast<int>(found - question.options.begin());
    return found != question.options.end();
}

bool Scanner::read_selected(const Question& question, Answer& answer) {
    answer.selected.assign(question.options.size(), 0);
    if (!pass('[')) return false;
    if (pass(']')) return true;
    do {
        int option = 0;
        if (!read_option(question, option)) return false;
        std::uint8_t& selected = answer.selected[static_cast<std::size_t>(option)];
        if (selected != 0) return false;
        selected = 1;
    } while (pass(','));
    return pass(']');
}

}  // namespace vgap::cohort
