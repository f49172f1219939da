#include "core/readiness/rating.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/answers/carry.hpp"
#include "core/answers/read.hpp"
#include "core/base/csv.hpp"
#include "core/base/number.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"

namespace vgap::readiness {

namespace {

using answers::AnswerState;
using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;
using json::Reader;
using json::Value;

constexpr std::string_view kSchema = "rating/1";
constexpr std::size_t kMostNameBytes = 256;

std::string options_of(const Instrument& instrument, Index question) {
    std::string list;
    for (const std::string& option : instrument.questions[question].options) {
        (list += list.empty() ? "" : ", ") += option;
    }
    return list;
}

// The role that was answered; nothing when it was not.
std::optional<Index> role_of(const Rules& rules, const answers::Answers& answers) {
    const answers::Answer& answer = answers[rules.role_question];
    if (answer.state != AnswerState::kAnswered) return std::nullopt;
    return static_cast<Index>(answer.point);
}

// Something that is no way to answer a choice, which its reader has told already.
bool is_wrong(const Reader& answer) {
    const json::Kind kind = answer.value().kind;
    return kind != json::Kind::kNull && kind != json::Kind::kString && kind != json::Kind::kObject;
}

std::string read_name(const Reader& reader) {
    std::string name = reader.string(kMostNameBytes);
    if (reader.value().kind == json::Kind::kString && name.empty()) {
        reader.report("error.readiness.no_name");
    }
    return name;
}

// A row of a table, as the object that a document would hold.
class Row {
  public:
    Row(const Instrument& instrument, const Rules& rules, const base::Table& table,
        const std::vector<Index>& questions)
        : instrument_(instrument), rules_(rules), table_(table), questions_(questions) {}

    std::optional<Rating> read(std::size_t row, base::Errors& problems) {
        Rating rating;
        rating.line = table_.lines[row];
        Value given;
        given.kind = json::Kind::kObject;
        const std::size_t before = problems.size();
        for (std::size_t c = 0; c < table_.names.size(); ++c) {
            const std::string_view cell = table_.cell(row, c);
            const std::string& name = table_.names[c];
            if (questions_[c] != kNone) {
                if (!cell.empty()) given.members.push_back({name, value_of(questions_[c], cell)});
            } else if (name == "pending_promotion") {
                read_pending(cell, table_.place(row, c), rating, problems);
            } else {
                (name == "candidate" ? rating.candidate : rating.rater) = cell;
                if (cell.empty() || cell.size() > kMostNameBytes) {
                    base::note(problems, {"error.readiness.no_name", table_.place(row, c), {}});
                }
            }
        }
        base::Errors own;
        rating.answers = answers::read_answers(instrument_, Reader(given, own));
        for (base::Error& error : own) {
            error.where = place_of(row, error.where);
            base::note(problems, std::move(error));
        }
        const std::optional<Index> role = role_of(rules_, rating.answers);
        if (role) {
            rating.role = *role;
        } else if (own.empty()) {
            const Question& question = instrument_.questions[rules_.role_question];
            base::note(problems, {"error.readiness.no_role",
                                  table_.place(row, *table_.find(question.id)),
                                  {{"id", question.id},
                                   {"allowed", options_of(instrument_, rules_.role_question)}}});
        }
        if (problems.size() != before) return std::nullopt;
        return rating;
    }

  private:
    static void read_pending(std::string_view cell, std::string place, Rating& rating,
                             base::Errors& problems) {
        if (cell.empty()) return;
        if (cell == "true" || cell == "false") {
            rating.pending_promotion = cell == "true";
            return;
        }
        base::note(
            problems,
            {"error.readiness.not_yes_or_no", std::move(place), {{"found", json::excerpt(cell)}}});
    }

    Value value_of(Index question, std::string_view cell) const {
        const auto text = [](std::string_view words) {
            Value value;
            value.kind = json::Kind::kString;
            value.string = words;
            return value;
        };
        Value value;
        for (const AnswerState state :
             {AnswerState::kDontKnow, AnswerState::kNotApplicable, AnswerState::kPreferNotToSay}) {
            if (cell != answers::to_string(state)) continue;
            value.kind = json::Kind::kObject;
            value.members.push_back({"no_answer", text(cell)});
            return value;
        }
        switch (instrument_.questions[question].kind) {
            case QuestionKind::kScale:
            case QuestionKind::kNumber:
                if (const std::optional<double> number = base::parse_number(cell)) {
                    value.kind = json::Kind::kNumber;
                    value.number = *number;
                    return value;
                }
                return text(cell);
            case QuestionKind::kMultiple:
                value.kind = json::Kind::kArray;
                while (!cell.empty()) {
                    const std::size_t blank = cell.find(' ');
                    if (blank != 0) value.elements.push_back(text(cell.substr(0, blank)));
                    cell = blank == cell.npos ? "" : cell.substr(blank + 1);
                }
                return value;
            case QuestionKind::kSingle:
            case QuestionKind::kText:
                return text(cell);
        }
        return value;
    }

    // "/to_route/..." is the cell in the column to_route.
    std::string place_of(std::size_t row, std::string_view pointer) const {
        const std::string_view name = pointer.substr(1, pointer.find('/', 1) - 1);
        const std::optional<std::size_t> column = table_.find(name);
        return table_.place(row, column.value_or(0));
    }

    const Instrument& instrument_;
    const Rules& rules_;
    const base::Table& table_;
    const std::vector<Index>& questions_;
};

}  // namespace

Rating read_rating(const Instrument& instrument, const Rules& rules, const Reader& reader) {
    Rating rating;
    if (reader.object(
            {"schema", "candidate", "rater", "pending_promotion", "instrument", "answers"})) {
        const Reader schema = reader.at("schema");
        const std::string found = schema.string();
        if (schema.value().kind == json::Kind::kString && found != kSchema) {
            schema.report("error.readiness.other_schema",
                          {{"found", json::excerpt(found)}, {"expected", std::string(kSchema)}});
        }
        rating.candidate = read_name(reader.at("candidate"));
        rating.rater = read_name(reader.at("rater"));
        if (reader.has("pending_promotion")) {
            rating.pending_promotion = reader.at("pending_promotion").boolean();
        }
        const Instrument& version = answers::find_version(instrument, reader.at("instrument"));
        const Reader given = reader.at("answers");
        rating.answers =
            answers::carry(instrument, version, answers::read_answers(version, given)).answers;
        const std::string& question = instrument.questions[rules.role_question].id;
        const std::optional<Index> role = role_of(rules, rating.answers);
        if (role) {
            rating.role = *role;
        } else if (given.value().kind == json::Kind::kObject && !is_wrong(given.at(question))) {
            given.report(
                "error.readiness.no_role",
                {{"id", question}, {"allowed", options_of(instrument, rules.role_question)}});
        }
    }
    return rating;
}

base::Result<Rating> read_rating(const Instrument& instrument, const Rules& rules,
                                 const Value& document) {
    base::Errors problems;
    Rating rating = read_rating(instrument, rules, Reader(document, problems));
    if (!problems.empty()) return base::fail(std::move(problems));
    return rating;
}

base::Result<std::vector<Rating>> read_rating_table(const Instrument& instrument,
                                                    const Rules& rules, std::string_view text) {
    base::Result<base::Table> table = base::read_table(text);
    if (!table) return base::fail(std::move(table.error()));
    base::Errors problems;
    std::vector<Index> questions;
    for (std::size_t c = 0; c < table->names.size(); ++c) {
        const std::string& name = table->names[c];
        questions.push_back(instrument.find_question(name));
        if (questions.back() != kNone || name == "candidate" || name == "rater" ||
            name == "pending_promotion") {
            continue;
        }
        base::note(problems, {"error.readiness.unknown_column",
                              "1:" + std::to_string(c + 1),
                              {{"found", json::excerpt(name)}}});
    }
    for (const std::string& needed : {std::string("candidate"), std::string("rater"),
                                      instrument.questions[rules.role_question].id}) {
        if (table->find(needed)) continue;
        base::note(problems, {"error.readiness.no_column", "1:1", {{"id", needed}}});
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    std::vector<Rating> ratings;
    Row row(instrument, rules, *table, questions);
    for (std::size_t r = 0; r < table->rows(); ++r) {
        std::optional<Rating> rating = row.read(r, problems);
        if (rating) ratings.push_back(std::move(*rating));
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return ratings;
}

std::vector<Fault> faults_between(const Rules& rules, std::span<const Rating> ratings) {
    std::vector<Fault> faults;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
    std::map<std::string_view, std::size_t> selves;
    std::map<std::string_view, const Rating*> pending;
    for (const Rating& rating : ratings) {
        const auto line_of = [](std::size_t line) { return std::to_string(line); };
        const auto [same, is_first] =
            seen.try_emplace({rating.candidate, rating.rater}, rating.line);
        if (!is_first) {
            faults.push_back({rating.line,
                              {"error.readiness.rated_twice",
                               "",
                               {{"rater", json::excerpt(rating.rater)},
                                {"candidate", json::excerpt(rating.candidate)},
                                {"line", line_of(same->second)}}}});
        }
        if (rules.roles[rating.role].view == View::kSelf) {
            const auto [self, is_only] = selves.try_emplace(rating.candidate, rating.line);
            if (!is_only) {
                faults.push_back({rating.line,
                                  {"error.readiness.second_self",
                                   "",
                                   {{"candidate", json::excerpt(rating.candidate)},
                                    {"line", line_of(self->second)}}}});
            }
        }
        if (!rating.pending_promotion) continue;
        const auto [said, is_new] = pending.try_emplace(rating.candidate, &rating);
        if (!is_new && said->second->pending_promotion != rating.pending_promotion) {
            faults.push_back({rating.line,
                              {"error.readiness.pending_differs",
                               "",
                               {{"candidate", json::excerpt(rating.candidate)},
                                {"line", line_of(said->second->line)}}}});
        }
    }
    return faults;
}

}  // namespace vgap::readiness
