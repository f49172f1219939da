// cli/metrics — people and promotion decisions out of somebody's files: what is in them, and how the pipeline runs.

#include "core/report/metrics.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/number.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/export/metrics_csv.hpp"
#include "core/export/metrics_json.hpp"
#include "core/people/read.hpp"
#include "core/people/reconcile.hpp"
#include "core/people/stage_order.hpp"
#include "core/text/display.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/sheets.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--decisions", Takes::kValue, "FILE", "cli.metrics.decisions"},
    {"--as-of", Takes::kValue, "YYYY-MM-DD", "cli.metrics.as_of"},
    {"--targets", Takes::kValue, "FILE", "cli.metrics.targets"},
    {"--format", Takes::kValue, "FORMAT", "cli.metrics.format"},
    {"--map", Takes::kValues, "FIELD=COLUMN", "cli.metrics.map"},
    {"--dates", Takes::kValue, "FORM", "cli.metrics.dates"},
    {"--recorded-from", Takes::kValue, "YYYY-MM-DD", "cli.metrics.recorded_from"},
    {"--least-group", Takes::kValue, "N", "cli.metrics.least_group"},
    {"--preview", Takes::kNothing, "", "cli.metrics.preview"},
    {"--language", Takes::kValue, "TAG", "cli.metrics.language"},
    {"--json", Takes::kNothing, "", "cli.metrics.json"},
};

constexpr std::string_view kFormats[] = {"markdown", "html", "csv", "json"};

class Metrics {
  public:
    Metrics(const Options& options, Console& console) : options_(options), console_(console) {}

    int run() {
        if (!read_options() || !open_sheets() || !understand()) return kBad;
        people::Records records;
        people::read_people(people_.sheet, people_.mapping, people_.days, records);
        if (decisions_) {
            people::read_decisions(decisions_->sheet, decisions_->mapping, decisions_->days,
                                   records);
        }
        const base::Errors too_many = people::check_stages(records);
        if (!too_many.empty()) return told(people_.path, too_many), kBad;
        if (as_of_) {
            const Opened none;
            const Opened& moves = decisions_ ? *decisions_ : none;
            people::reconcile(records, {people_.sheet, people_.mapping},
                              {moves.sheet, moves.mapping}, {*as_of_, targets_.stages});
        }
        for (const people::Fault& fault : records.faults) {
            const bool of_people = fault.file == people::File::kPeople;
            console_.report({of_people ? people_.path : decisions_->path}, fault.what);
        }
        if (options_.has("--preview")) {
            preview(records);
        } else {
            write(records);
        }
        return records.faults.empty() ? kFine : kFindings;
    }

  private:
    bool refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        console_.report({}, base::Error{code, "", std::move(arguments)});
        return false;
    }

    bool read_day(std::string_view option, std::optional<base::Date>& day) {
        if (!options_.has(option)) return true;
        day = base::parse_date(options_.value(option));
        return day || refuse("error.cli.no_date", {{"found", std::string(options_.value(option))}});
    }

    bool read_options() {
        if (options_.operands.empty()) return refuse("error.cli.no_file");
        if (!read_day("--as-of", as_of_) || !read_day("--recorded-from", recorded_from_)) {
            return false;
        }
        if (!as_of_ && !options_.has("--preview")) return refuse("error.cli.no_as_of");
        if (options_.has("--format")) {
            format_ = format_named(options_.value("--format"));
        } else if (console_.form == Form::kJson) {
            format_ = "json";
        }
        if (std::find(std::begin(kFormats), std::end(kFormats), format_) == std::end(kFormats)) {
            return refuse("error.cli.unknown_format", {{"found", std::string(format_)},
                                                       {"known", "markdown, html, csv, json"}});
        }
        if (options_.has("--dates")) {
            days_ = people::day_form(options_.value("--dates"));
            if (!days_) {
                return refuse("error.cli.unknown_dates",
                              {{"found", std::string(options_.value("--dates"))}});
            }
        }
        if (options_.has("--least-group")) {
            const auto number = base::parse_number(options_.value("--least-group"));
            constexpr double kMost = 1000;
            if (!number || *number < 1 || *number > kMost ||
                *number != static_cast<double>(static_cast<std::size_t>(*number))) {
                return refuse("error.cli.least_group",
                              {{"found", std::string(options_.value("--least-group"))}});
            }
            least_group_ = static_cast<std::size_t>(*number);
        }
        if (options_.has("--language") && !speak(options_.value("--language"))) return false;
        return read_targets();
    }

    bool speak(std::string_view language) {
        const EmbeddedFile* const file =
            find_embedded("locales/" + std::string(language) + ".json");
        if (file == nullptr) {
            return refuse("error.cli.unknown_language",
                          {{"found", std::string(language)}, {"known", "de, en, es, fr"}});
        }
        texts_ = *text::Catalogue::read(file->bytes);
        return true;
    }

    bool read_targets() {
        if (!options_.has("--targets")) return true;
        const std::string path(options_.value("--targets"));
        const base::Result<std::string> bytes = read_file(path);
        if (!bytes) return told(path, bytes.error());
        base::Result<people::Targets> targets = people::read_targets(*bytes);
        if (!targets) return told(path, targets.error());
        targets_ = std::move(*targets);
        return true;
    }

    bool told(const std::string& path, const base::Errors& errors) {
        console_.report({path}, errors);
        return false;
    }

    bool open_sheets() {
        if (options_.operands[0] == "-" && options_.value("--decisions") == "-") {
            return refuse("error.cli.stdin_twice");
        }
        bool good = open_sheet(options_.operands[0], people_, console_);
        if (options_.has("--decisions")) {
            decisions_.emplace();
            good = open_sheet(options_.value("--decisions"), *decisions_, console_) && good;
        }
        return good;
    }

    bool understand() {
        const std::vector<std::string> pairs = options_.values("--map");
        std::vector<std::string> columns = people_.sheet.names;
        if (decisions_) {
            columns.insert(columns.end(), decisions_->sheet.names.begin(),
                           decisions_->sheet.names.end());
        }
        const base::Errors problems = people::check_told(pairs, columns);
        if (!problems.empty()) return told("--map", problems);
        bool good = understand_sheet(people::File::kPeople, people_, pairs, days_, console_);
        if (decisions_) {
            good =
                understand_sheet(people::File::kDecisions, *decisions_, pairs, days_, console_) &&
                good;
        }
        return good;
    }

    const text::Catalogue& texts() const { return texts_ ? *texts_ : console_.texts(); }

    void write(const people::Records& records) {
        const people::Question question = {*as_of_, targets_, least_group_, recorded_from_};
        const people::Metrics metrics = people::measure(records, question);
        std::string out;
        if (format_ == "json") {
            export_::append_metrics(out, {records, question, metrics});
            out += '\n';
        } else if (format_ == "csv") {
            export_::append_metrics_csv(out, {records, question, metrics}, texts());
        } else {
            const report::Report report =
                report::write_metrics(records, question, metrics, texts());
            if (format_ == "html") {
                export_::append_html(out, report, texts().language());
            } else {
                export_::append_markdown(out, report);
            }
        }
        console_.out(out);
    }

    std::string preview_of(people::File file, const Opened& opened, const people::Tally& tally) {
        const auto& say = texts();
        std::string out = text::display_line(opened.path) + "\n";
        const auto line = [&](const std::string& text) { out += "  " + text + "\n"; };
        line(say.say("cli.metrics.form", {{"encoding", base::to_string(opened.encoding)},
                                          {"delimiter", delimiter_of(opened.sheet)},
                                          {"dates", people::to_string(opened.days)}}));
        line(say.say("cli.metrics.rows",
                     {{"rows", tally.rows}, {"used", tally.used()}, {"left_out", tally.left_out}}));
        std::vector<bool> used(opened.sheet.names.size());
        for (const people::Field field : people::fields_of(file)) {
            const std::optional<people::Mapped>& mapped = opened.mapping[field];
            if (!mapped) {
                line(say.say("cli.metrics.column_none", {{"field", people::to_string(field)}}));
                continue;
            }
            used[mapped->column] = true;
            const std::string& name = opened.sheet.names[mapped->column];
            const std::string first =
                opened.sheet.rows.empty() ? "" : opened.sheet.rows[0][mapped->column];
            line(
                say.say(mapped->guessed ? "cli.metrics.column_guessed" : "cli.metrics.column_told",
                        {{"field", people::to_string(field)}, {"column", name}, {"first", first}}));
        }
        for (std::size_t at = 0; at < used.size(); ++at) {
            if (used[at]) continue;
            line(say.say("cli.metrics.column_unused", {{"column", opened.sheet.names[at]}}));
        }
        return out;
    }

    static void preview_json(json::Writer& write, people::File file, const Opened& opened,
                             const people::Tally& tally) {
        write.begin_object();
        write.key("file").string(people::to_string(file));
        write.key("path").string(opened.path);
        write.key("encoding").string(base::to_string(opened.encoding));
        write.key("delimiter").string(delimiter_of(opened.sheet));
        write.key("dates").string(people::to_string(opened.days));
        write.key("rows").number(static_cast<double>(tally.rows));
        write.key("left_out").number(static_cast<double>(tally.left_out));
        write.key("columns").begin_array();
        for (const people::Field field : people::fields_of(file)) {
            const std::optional<people::Mapped>& mapped = opened.mapping[field];
            write.begin_object().key("field").string(people::to_string(field));
            write.key("column");
            if (mapped) {
                write.string(opened.sheet.names[mapped->column]);
                write.key("guessed").boolean(mapped->guessed);
            } else {
                write.null();
            }
            write.end_object();
        }
        write.end_array().end_object();
    }

    void preview(const people::Records& records) {
        std::string out;
        if (format_ == "json") {
            json::Writer write(out);
            write.begin_array();
            preview_json(write, people::File::kPeople, people_, records.people_tally);
            if (decisions_) {
                preview_json(write, people::File::kDecisions, *decisions_, records.decisions_tally);
            }
            write.end_array();
            out += '\n';
        } else {
            out = preview_of(people::File::kPeople, people_, records.people_tally);
            if (decisions_) {
                out += preview_of(people::File::kDecisions, *decisions_, records.decisions_tally);
            }
        }
        console_.out(out);
    }

    const Options& options_;
    Console& console_;
    std::string_view format_ = "markdown";
    std::optional<base::Date> as_of_;
    std::optional<base::Date> recorded_from_;
    std::optional<people::DayForm> days_;
    std::size_t least_group_ = 5;
    people::Targets targets_;
    std::optional<text::Catalogue> texts_;
    Opened people_;
    std::optional<Opened> decisions_;
};

int metrics(const Options& options, Console& console) {
    return Metrics(options, console).run();
}

}  // namespace

const Command kMetrics = {
    "metrics", "cli.metrics.summary", "PEOPLE.csv", "cli.metrics.details", 1, kOptions, metrics};

}  // namespace vgap::cli
