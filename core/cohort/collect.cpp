#include "core/cohort/collect.hpp"

#include <algorithm>

#include "core/answers/read.hpp"
#include "core/base/number.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"

namespace vgap::cohort {

using instrument::Index;
using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kNoAnswers[] = {"dont_know", "not_applicable", "prefer_not_to_say"};

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(kBlanks) - start + 1);
}

json::Value text_value(std::string_view text) {
    json::Value value;
    value.kind = json::Kind::kString;
    value.string = text;
    return value;
}

json::Value options_value(std::string_view cell) {
    json::Value list;
    list.kind = json::Kind::kArray;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        list.elements.push_back(text_value(trimmed(cell.substr(0, end))));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return list;
}

// As the answer would stand in a response; what does not fit is left as text for answers/read to refuse.
json::Value value_of(const Question& question, std::string_view cell) {
    if (std::find(std::begin(kNoAnswers), std::end(kNoAnswers), cell) != std::end(kNoAnswers) &&
        question.kind != QuestionKind::kText) {
        json::Value object;
        object.kind = json::Kind::kObject;
        object.members.push_back({"no_answer", text_value(cell)});
        return object;
    }
    if (question.kind == QuestionKind::kMultiple) return options_value(cell);
    json::Value value = text_value(cell);
    if (question.kind != QuestionKind::kScale && question.kind != QuestionKind::kNumber) {
        return value;
    }
    if (const std::optional<double> number = base::parse_number(cell)) {
        value.kind = json::Kind::kNumber;
        value.number = *number;
    }
    return value;
}

}  // namespace

Collector::Collector(const Layout& layout, Summary& summary)
    : layout_(layout), summary_(summary), scanner_(*layout.instrument), adder_(layout) {}

base::Result<bool> Collector::begin() {
    by_question_ = kNone;
    by_column_.reset();
    if (summary_.by.empty()) return true;
    by_question_ = layout_.instrument->find_question(summary_.by);
    if (by_question_ == kNone) return true;
    if (layout_.instrument->questions[by_question_].kind == QuestionKind::kSingle) return true;
    return base::fail({"error.cohort.not_one_choice", "", {{"found", summary_.by}}});
}

base::Result<bool> Collector::begin_lines() {
    base::Result<bool> begun = begin();
    if (!begun || summary_.by.empty() || by_question_ != kNone) return begun;
    std::string known;
    for (const Question& question : layout_.instrument->questions) {
        if (question.kind != QuestionKind::kSingle) continue;
        known += (known.empty() ? "" : ", ") + question.id;
    }
    return base::fail({"error.cohort.no_such_question",
                       "",
                       {{"found", json::excerpt(summary_.by)}, {"known", known}}});
}

base::Result<bool> Collector::begin_table(std::span<const std::string_view> names) {
    base::Result<bool> begun = begin();
    if (!begun) return begun;
    base::Errors problems;
    names_.clear();
    questions_.clear();
    columns_not_read_.clear();
    bool any = false;
    for (const std::string_view name : names) {
        const std::string_view title = trimmed(name);
        if (std::find(names_.begin(), names_.end(), title) != names_.end()) {
            base::note(problems,
                       {"error.cohort.column_twice", "", {{"found", json::excerpt(title)}}});
        }
        const Index q = layout_.instrument->find_question(title);
        questions_.push_back(q);
        if (q == kNone && title == summary_.by && !title.empty()) {
            by_column_ = names_.size();
        } else if (q == kNone && title != "id") {
            columns_not_read_.emplace_back(json::excerpt(title));
        }
        any = any || q != kNone;
        names_.emplace_back(title);
    }
    if (!any) base::note(problems, {"error.cohort.no_questions", "", {}});
    if (!summary_.by.empty() && by_question_ == kNone && !by_column_) {
        std::string known;
        for (const std::string& name : names_) known += (known.empty() ? "" : ", ") + name;
        base::note(problems, {"error.cohort.no_such_column",
                              "",
                              {{"found", json::excerpt(summary_.by)}, {"known", known}}});
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return true;
}

base::Result<bool> Collector::refused(base::Errors errors) {
    refuse();
    return base::fail(std::move(errors));
}

std::string_view Collector::segment_of(const answers::Answers& answers) const {
    if (by_question_ == kNone) return {};
    const answers::Answer& answer = answers[by_question_];
    if (answer.state != answers::AnswerState::kAnswered) return {};
    return layout_.instrument->questions[by_question_]
        .options[static_cast<std::size_t>(answer.point)];
}

base::Result<bool> Collector::add(const answers::Answers& answers, std::string_view segment) {
    if (last_ == nullptr || segment != last_segment_) {
        last_ = find_or_add(summary_, layout_, segment);
        last_segment_ = segment;
    }
    if (last_ == nullptr) {
        return refused(
            {{"error.cohort.too_many_segments", "", {{"most", std::to_string(kMostSegments)}}}});
    }
    adder_.score(answers);
    adder_.add(*last_, answers);
    return true;
}

base::Result<bool> Collector::take_line(std::string_view line) {
    if (scanner_.scan(line, answers_)) return add(answers_, segment_of(answers_));
    base::Result<answers::Response> response = answers::read(*layout_.instrument, line);
    if (!response) return refused(std::move(response.error()));
    if (!response->carried.from.empty()) ++carried_;
    return add(response->answers, segment_of(response->answers));
}

base::Result<bool> Collector::take_row(std::span<const std::string_view> cells) {
    if (cells.size() != names_.size()) {
        return refused({{"error.cohort.uneven_row",
                         "",
                         {{"found", std::to_string(cells.size())},
                          {"expected", std::to_string(names_.size())}}}});
    }
    json::Value object;
    object.kind = json::Kind::kObject;
    std::string_view segment;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::string_view cell = trimmed(cells[c]);
        if (by_column_ == c) segment = cell;
        if (questions_[c] == kNone || cell.empty()) continue;
        const Question& question = layout_.instrument->questions[questions_[c]];
        object.members.push_back({question.id, value_of(question, cell)});
    }
    base::Errors problems;
    const answers::Answers answers =
        answers::read_answers(*layout_.instrument, json::Reader(object, problems));
    if (segment.size() > kMostSegmentBytes) {
        base::note(problems, {"error.cohort.segment_too_long",
                              "/" + names_[*by_column_],
                              {{"most", std::to_string(kMostSegmentBytes)}}});
    }
    for (base::Error& error : problems) {  // a place in a row is its column
        error.where = error.where.substr(0, error.where.find('/', 1));
    }
    if (!problems.empty()) return refused(std::move(problems));
    return add(answers, by_column_ ? segment : segment_of(answers));
}

}  // namespace vgap::cohort
