// cli/cohort — many responses to one questionnaire: reported, or summed up in parts and merged.

#include "core/report/cohort.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/number.hpp"
#include "core/cohort/summary_json.hpp"
#include "core/export/cohort_csv.hpp"
#include "core/export/cohort_json.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "tools/cli/cohort_input.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kDefaultInstrument = "leadership-pipeline";
constexpr std::size_t kMostFiles = 100'000;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.cohort.instrument"},
    {"--by", Takes::kValue, "NAME", "cli.cohort.by"},
    {"--threshold", Takes::kValue, "N", "cli.cohort.threshold"},
    {"--format", Takes::kValue, "FORMAT", "cli.cohort.format"},
    {"--texts", Takes::kValues, "FILE", "cli.cohort.texts"},
    {"--json", Takes::kNothing, "", "cli.cohort.json"},
};

int complain(Console& console, const char* code, std::vector<base::Argument> arguments = {}) {
    console.report({}, base::Error{code, "", std::move(arguments)});
    return kBad;
}

std::optional<cohort::Count> threshold_of(std::string_view text) {
    const std::optional<double> number = base::parse_number(text);
    if (!number || *number < cohort::kLeastThreshold || *number > cohort::kMostThreshold ||
        *number != static_cast<double>(static_cast<cohort::Count>(*number))) {
        return std::nullopt;
    }
    return static_cast<cohort::Count>(*number);
}

enum class Step : std::uint8_t { kReport, kSummarize, kMerge };

constexpr Accepts accepted_by(Step step) {
    switch (step) {
        case Step::kSummarize:
            return Accepts::kResponses;
        case Step::kMerge:
            return Accepts::kSummaries;
        default:
            return Accepts::kAnything;
    }
}

enum class Format : std::uint8_t { kJson, kMarkdown, kHtml, kCsv };

std::optional<Format> format_of(const Options& options) {
    const std::string_view name = format_named(options.value("--format"));
    if (!options.has("--format") || name == "json") return Format::kJson;
    if (name == "markdown") return Format::kMarkdown;
    if (name == "html") return Format::kHtml;
    if (name == "csv") return Format::kCsv;
    return std::nullopt;
}

void append_as(Format format, std::string& out, const cohort::Layout& layout,
               const cohort::Summary& summary, const text::Catalogue& texts) {
    const cohort::Report report = cohort::report_on(layout, summary);
    switch (format) {
        case Format::kJson:
            return export_::append_cohort_json(out, layout, summary, report);
        case Format::kMarkdown:
            return export_::append_markdown(out,
                                            report::write_cohort(layout, summary, report, texts));
        case Format::kHtml:
            return export_::append_html(out, report::write_cohort(layout, summary, report, texts),
                                        texts.language());
        case Format::kCsv:
            return export_::append_cohort_csv(out, layout, summary, report);
    }
}

int run_step(Step step, std::vector<std::string> files, const Options& options, Console& console) {
    const bool has_threshold = options.has("--threshold");
    const std::optional<cohort::Count> threshold =
        has_threshold ? threshold_of(options.value("--threshold")) : cohort::kDefaultThreshold;
    if (!threshold) {
        return complain(console, "error.cohort.bad_threshold",
                        {{"least", std::to_string(cohort::kLeastThreshold)},
                         {"most", std::to_string(cohort::kMostThreshold)}});
    }
    const std::optional<Format> format = format_of(options);
    if (!format) {
        return complain(console, "error.cli.unknown_format",
                        {{"found", std::string(options.value("--format"))},
                         {"known", "json, markdown, html, csv"}});
    }
    if (files.empty()) files.emplace_back("-");
    if (std::count(files.begin(), files.end(), "-") > 1) {
        return complain(console, "error.cli.stdin_twice");
    }
    const std::string_view name =
        options.has("--instrument") ? options.value("--instrument") : kDefaultInstrument;
    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const std::optional<instrument::Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;

    std::optional<text::Catalogue> texts = console.texts();
    if (*format == Format::kMarkdown || *format == Format::kHtml) {
        texts = texts_over(*source, *instrument, options.values("--texts"), console);
    }
    if (!texts) return kBad;

    const cohort::Layout layout(*instrument);
    cohort::Summary summary;
    summary.by = options.value("--by");
    if (step != Step::kMerge) summary.threshold = {*threshold, {*threshold}, {}};
    CohortInput input(layout, summary, console);
    input.by_is_given = options.has("--by");
    input.threshold_is_given = step == Step::kSummarize;  // else a file's own goes first
    bool good = true;
    for (const std::string& file : files) {
        good = input.read(file, accepted_by(step)) && good;
    }
    const bool has_any = input.finish();
    // Half a summary would pass for a whole one; but a part may well have nothing in it.
    if (!good || (!has_any && step != Step::kSummarize)) return kBad;
    if (step == Step::kMerge && has_threshold) summary.threshold.change(*threshold);
    if (step == Step::kReport && has_threshold && input.has_summaries() &&
        (summary.threshold.now != *threshold || summary.threshold.frozen.size() > 1)) {
        return complain(console, "error.cohort.threshold_frozen",
                        {{"frozen", std::to_string(*summary.threshold.frozen.rbegin())}});
    }
    std::string out;
    if (step == Step::kReport) {
        append_as(*format, out, layout, summary, *texts);
    } else {
        cohort::append_summary(out, layout, summary);
    }
    if (!out.ends_with('\n')) out += '\n';
    console.out(out);
    return !has_any || (input.has_responses() && summary.refused > 0) ? kFindings : kFine;
}

int run_cohort(const Options& options, Console& console) {
    std::vector<std::string> files(options.operands.begin(), options.operands.end());
    Step step = Step::kReport;
    if (!files.empty() && files.front() == "summarize") step = Step::kSummarize;
    if (!files.empty() && files.front() == "merge") step = Step::kMerge;
    if (step != Step::kReport) {
        if (options.has("--format")) return complain(console, "error.cohort.format_of_report");
        files.erase(files.begin());
    }
    return run_step(step, std::move(files), options, console);
}

}  // namespace

const Command kCohort = {"cohort",
                         "cli.cohort.summary",
                         "[summarize|merge] [FILE...]",
                         "cli.cohort.details",
                         kMostFiles,
                         kOptions,
                         run_cohort};

}  // namespace vgap::cli
