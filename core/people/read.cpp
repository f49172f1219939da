#include "core/people/read.hpp"

#include <algorithm>

#include "core/json/pointer.hpp"

namespace vgap::people {

namespace {

constexpr Field kDays[] = {Field::kSince, Field::kEntered, Field::kLeft, Field::kSubmitted,
                           Field::kDecided};

// One row's cells by field; what is wrong with them goes to the list.
class Row {
  public:
    Row(File file, const Sheet& sheet, const Mapping& mapping, DayForm form, std::size_t row,
        std::vector<Fault>& faults)
        : file_(file), sheet_(sheet), mapping_(mapping), form_(form), row_(row), faults_(faults) {}

    bool usable() const { return usable_; }

    std::string_view cell(Field field) const {
        const std::optional<Mapped>& mapped = mapping_[field];
        return mapped ? std::string_view(sheet_.rows[row_][mapped->column]) : std::string_view();
    }

    std::string needed(Field field) {
        const std::string_view text = cell(field);
        if (text.empty()) say(field, "error.people.empty_cell", Treatment::kLeftOut);
        return std::string(text);
    }

    std::optional<base::Date> day(Field field) {
        const std::string_view text = cell(field);
        if (text.empty()) return std::nullopt;
        const std::optional<base::Date> day = read_day(text, form_);
        if (!day) say(field, "error.people.not_a_day", Treatment::kLeftOut);
        return day;
    }

    base::Tri truth(Field field) {
        const std::string_view text = cell(field);
        if (text.empty()) return base::Tri::kUnknown;
        const std::optional<bool> truth = truth_of(text);
        if (truth) return base::tri(*truth);
        say(field, "error.people.not_yes_or_no", Treatment::kRepaired);
        return base::Tri::kUnknown;
    }

    std::vector<std::string> list(Field field) const {
        std::vector<std::string> entries;
        std::string_view text = cell(field);
        while (!text.empty()) {
            const std::size_t end = text.find_first_of(";|");
            const std::string_view entry = trimmed(text.substr(0, end));
            if (!entry.empty()) entries.emplace_back(entry);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return entries;
    }

    void say(Field field, const char* code, Treatment treatment) {
        if (treatment == Treatment::kLeftOut) usable_ = false;
        const std::optional<Mapped>& mapped = mapping_[field];
        const std::size_t column = mapped ? mapped->column : 0;
        faults_.push_back(
            {file_,
             treatment,
             {code,
              sheet_.place(row_, column),
              {{"found", json::excerpt(cell(field))}, {"field", std::string(to_string(field))}}}});
    }

  private:
    File file_;
    const Sheet& sheet_;
    const Mapping& mapping_;
    DayForm form_;
    std::size_t row_;
    std::vector<Fault>& faults_;
    bool usable_ = true;
};

void take_over(File file, const Sheet& sheet, Tally& tally, std::vector<Fault>& faults) {
    tally.rows += sheet.rows.size() + sheet.left_out;
    tally.left_out += sheet.left_out;
    for (const base::Error& error : sheet.unread) {
        faults.push_back({file, Treatment::kLeftOut, error});
    }
}

Person read_person(Row& row) {
    Person person;
    person.id = row.needed(Field::kId);
    person.stage = row.needed(Field::kStage);
    person.since = row.day(Field::kSince);
    person.entered = row.day(Field::kEntered);
    person.left = row.day(Field::kLeft);
    person.track = row.cell(Field::kTrack);
    person.group = row.cell(Field::kGroup);
    person.path = row.truth(Field::kPath);
    person.gaps = row.truth(Field::kGaps);
    if (!row.cell(Field::kReadiness).empty()) {
        const std::optional<Readiness> readiness = readiness_of(row.cell(Field::kReadiness));
        if (readiness) {
            person.readiness = *readiness;
        } else {
            row.say(Field::kReadiness, "error.people.not_a_readiness", Treatment::kRepaired);
        }
    }
    person.successor_for = row.list(Field::kSuccessorFor);
    return person;
}

int read_attempt(Row& row) {
    const std::string_view text = row.cell(Field::kAttempt);
    if (text.empty()) return 0;
    const bool is_whole = text.size() <= 2 && text[0] != '0' &&
                          text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_whole) {
        row.say(Field::kAttempt, "error.people.not_an_attempt", Treatment::kRepaired);
        return 0;
    }
    int attempt = 0;
    for (const char digit : text) attempt = attempt * 10 + (digit - '0');
    return attempt;
}

Decision read_decision(Row& row) {
    Decision decision;
    decision.id = row.needed(Field::kId);
    decision.from = row.needed(Field::kFrom);
    decision.to = row.needed(Field::kTo);
    decision.submitted = row.day(Field::kSubmitted);
    decision.decided = row.day(Field::kDecided);
    decision.attempt = read_attempt(row);
    decision.gaps = row.list(Field::kGaps);
    const std::string_view outcome = row.cell(Field::kOutcome);
    if (outcome.empty()) {
        // What nobody has decided is pending; a day without an outcome is a gap in the file.
        if (decision.decided) {
            row.say(Field::kOutcome, "error.people.decided_without_outcome", Treatment::kLeftOut);
        }
    } else if (const std::optional<Outcome> read = outcome_of(outcome)) {
        decision.outcome = *read;
    } else {
        row.say(Field::kOutcome, "error.people.not_an_outcome", Treatment::kLeftOut);
    }
    return decision;
}

}  // namespace

std::vector<DayCell> day_cells(File file, const Sheet& sheet, const Mapping& mapping) {
    std::vector<DayCell> cells;
    const std::span<const Field> fields = fields_of(file);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (const Field field : kDays) {
            if (!mapping[field] || std::find(fields.begin(), fields.end(), field) == fields.end()) {
                continue;
            }
            const std::size_t column = mapping[field]->column;
            const std::string& text = sheet.rows[row][column];
            if (!text.empty()) cells.push_back({text, sheet.place(row, column)});
        }
    }
    return cells;
}

void read_people(const Sheet& sheet, const Mapping& mapping, DayForm form, Records& records) {
    take_over(File::kPeople, sheet, records.people_tally, records.faults);
    records.has_successors = mapping[Field::kSuccessorFor].has_value();
    records.has_readiness = mapping[Field::kReadiness].has_value();
    for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
        Row row(File::kPeople, sheet, mapping, form, at, records.faults);
        Person person = read_person(row);
        person.row = at;
        if (row.usable()) {
            records.people.push_back(std::move(person));
        } else {
            ++records.people_tally.left_out;
        }
    }
}

void read_decisions(const Sheet& sheet, const Mapping& mapping, DayForm form, Records& records) {
    take_over(File::kDecisions, sheet, records.decisions_tally, records.faults);
    for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
        Row row(File::kDecisions, sheet, mapping, form, at, records.faults);
        Decision decision = read_decision(row);
        decision.row = at;
        if (row.usable()) {
            records.decisions.push_back(std::move(decision));
        } else {
            ++records.decisions_tally.left_out;
        }
    }
}

}  // namespace vgap::people
