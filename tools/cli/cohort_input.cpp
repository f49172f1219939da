#include "tools/cli/cohort_input.hpp"

#include <algorithm>

#include "core/base/utf8.hpp"
#include "core/cohort/summary_json.hpp"

namespace vgap::cli {

namespace {

constexpr std::size_t kMostSummary = 64u << 20;
constexpr std::string_view kBlanks = " \t\r";

base::Errors too_long(std::size_t most) {
    return {{"error.cli.line_too_long", "", {{"most", std::to_string(most >> 10)}}}};
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

// A place within a line or record, as line:column, becomes one in the file.
void move_to_line(base::Error& error, std::size_t line) {
    const std::size_t colon = error.where.find(':');
    if (line == 0 || colon == std::string::npos || error.where.starts_with('/')) return;
    const std::string moved = std::to_string(std::stoul(error.where) + line - 1);
    error.where = moved + error.where.substr(colon);
    for (base::Argument& argument : error.arguments) {
        if (argument.name == "line") argument.value = moved;
    }
}

bool has_open_quote(std::string_view record) {
    return std::count(record.begin(), record.end(), '"') % 2 != 0;
}

}  // namespace

CohortInput::CohortInput(const cohort::Layout& layout, cohort::Summary& summary, Console& console)
    : layout_(layout),
      summary_(summary),
      collector_(layout, summary),
      console_(console),
      progress_(console) {}

void CohortInput::report(std::size_t line, base::Errors errors) {
    progress_.clear();
    for (base::Error& error : errors) {
        move_to_line(error, line);
        console_.report({file_, line}, error);
    }
}

// False when reading on makes no sense.
bool CohortInput::refuse(std::size_t line, const base::Errors& errors) {
    report(line, errors);
    return errors.empty() || errors.front().code != "error.cohort.too_many_segments";
}

bool CohortInput::read(const std::string& path, Accepts accepts) {
    file_ = path;
    Lines lines(accepts == Accepts::kResponses ? kMostLine : kMostSummary);
    if (const base::Result<bool> opened = lines.open(path); !opened) {
        report(0, opened.error());
        return false;
    }
    bool any = false;
    while (!any && lines.next()) any = lines.too_long() || !is_blank(lines.line());
    bool good = true;
    if (any) {
        const std::string_view first = lines.line();
        const bool is_summary = first.starts_with(cohort::kSummaryStart);
        if (accepts == Accepts::kSummaries || (is_summary && accepts == Accepts::kAnything)) {
            good = read_summaries(lines);
        } else if (lines.limit(kMostLine);
                   lines.too_long() || first.find_first_not_of(kBlanks) == first.find('{')) {
            good = read_lines(lines);
        } else {
            good = read_table(lines);
        }
    }
    if (lines.failed()) {
        report(0, {{"error.cli.cannot_read", "", {{"reason", ""}}}});
        return false;
    }
    return good;
}

bool CohortInput::read_lines(Lines& lines) {
    if (const base::Result<bool> begun = collector_.begin_lines(); !begun) {
        report(0, begun.error());
        return false;
    }
    do {
        if (lines.too_long() || lines.line().size() > kMostLine) {
            any_responses_ = true;
            collector_.refuse();
            refuse(lines.number(), too_long(kMostLine));
            continue;
        }
        const std::string_view line = lines.line();
        if (is_blank(line)) continue;
        any_responses_ = true;
        const base::Result<bool> taken = collector_.take_line(line);
        if (!taken && !refuse(lines.number(), taken.error())) return false;
        progress_.tick();
    } while (lines.next());
    return true;
}

// A record ends with its line, unless a quote is still open.
bool CohortInput::read_table(Lines& lines) {
    std::string record;
    std::size_t start = 0;
    bool is_header = true;
    do {
        if (record.empty()) start = lines.number();
        if (!record.empty()) record += '\n';
        record += lines.line();
        if (lines.too_long() || record.size() > kMostLine) {
            any_responses_ = true;
            collector_.refuse();
            refuse(start, too_long(kMostLine));
            if (is_header) return false;
            record.clear();
            continue;
        }
        if (has_open_quote(record)) continue;
        if (!is_blank(record) && !take_record(record, start, is_header)) return false;
        is_header = false;
        record.clear();
        progress_.tick();
    } while (lines.next());
    return record.empty() || take_record(record, start, is_header);
}

bool CohortInput::take_record(const std::string& record, std::size_t line, bool is_header) {
    if (is_header) dialect_ = base::dialect_of(record);
    base::CsvReader reader(record, dialect_);
    const bool any = reader.next();
    if (base::find_invalid_utf8(record) != std::string_view::npos || !any ||
        !reader.problems().empty()) {
        base::Errors errors = reader.problems();
        if (errors.empty()) {
            errors = {{"error.csv.invalid_utf8", "", {{"line", "1"}, {"field", "1"}}}};
        }
        for (base::Error& error : errors) {
            if (error.where.empty()) error.where = "1:1";
        }
        if (!is_header) {
            any_responses_ = true;
            collector_.refuse();
        }
        return refuse(line, errors) && !is_header;
    }
    if (is_header) {
        const base::Result<bool> begun = collector_.begin_table(reader.fields());
        names_.assign(reader.fields().begin(), reader.fields().end());
        if (!begun) {
            report(line, begun.error());
            return false;
        }
        std::string list;
        for (const std::string& name : collector_.columns_not_read()) {
            list += (list.empty() ? "" : ", ") + name;
        }
        if (!list.empty()) {
            report(line, {{"cli.cohort.columns_not_read", "", {{"columns", list}}}});
        }
        return true;
    }
    any_responses_ = true;
    const base::Result<bool> taken = collector_.take_row(reader.fields());
    return taken || refuse(line, taken.error());
}

bool CohortInput::read_summaries(Lines& lines) {
    bool good = true;
    do {
        if (lines.too_long()) {
            report(lines.number(), too_long(kMostSummary));
            good = false;
            continue;
        }
        if (is_blank(lines.line())) continue;
        base::Result<cohort::Summary> part = cohort::read_summary(layout_, lines.line());
        if (!part) {
            report(lines.number(), part.error());
            good = false;
            continue;
        }
        if (!any_summary_ && !any_responses_) {
            if (!by_is_given) summary_.by = part->by;
            if (!threshold_is_given) summary_.threshold = part->threshold;
        }
        any_summary_ = true;
        if (const base::Result<bool> merged = merge(summary_, layout_, *part); !merged) {
            report(lines.number(), merged.error());
            good = false;
        }
    } while (lines.next());
    return good;
}

bool CohortInput::finish() {
    progress_.clear();
    file_.clear();
    if (!any_summary_ && !any_responses_) {
        report(0, {{"error.cli.no_responses", "", {}}});
        return false;
    }
    const auto refused = static_cast<std::size_t>(summary_.refused);
    const auto people = static_cast<std::size_t>(summary_.people());
    if (collector_.carried() > 0) {
        report(0, {{"cli.cohort.carried", "", {{"n", std::to_string(collector_.carried())}}}});
    }
    if (console_.form == Form::kJson) {
        std::string line;
        json::Writer write(line);
        write.begin_object().key("responses").number(static_cast<double>(people + refused));
        write.key("refused").number(static_cast<double>(refused)).end_object();
        console_.err(line + "\n");
    } else if (refused > 0) {
        console_.err(console_.texts().say("cli.cohort.refused",
                                          {{"n", refused}, {"total", people + refused}}) +
                     "\n");
    }
    return true;
}

}  // namespace vgap::cli
