// cli/cohort — many responses to one questionnaire: summed up in parts, and merged.

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/number.hpp"
#include "core/cohort/summary_json.hpp"
#include "tools/cli/cohort_input.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kDefaultInstrument = "leadership-pipeline";
constexpr std::size_t kMostFiles = 100'000;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.cohort.instrument"},
    {"--by", Takes::kValue, "NAME", "cli.cohort.by"},
    {"--threshold", Takes::kValue, "N", "cli.cohort.threshold"},
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

enum class Step : std::uint8_t { kSummarize, kMerge };

int run_step(Step step, std::vector<std::string> files, const Options& options, Console& console) {
    const bool has_threshold = options.has("--threshold");
    const std::optional<cohort::Count> threshold =
        has_threshold ? threshold_of(options.value("--threshold")) : cohort::kDefaultThreshold;
    if (!threshold) {
        return complain(console, "error.cohort.bad_threshold",
                        {{"least", std::to_string(cohort::kLeastThreshold)},
                         {"most", std::to_string(cohort::kMostThreshold)}});
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

    const cohort::Layout layout(*instrument);
    cohort::Summary summary;
    summary.by = options.value("--by");
    if (step == Step::kSummarize) summary.threshold = {*threshold, {*threshold}, {}};
    CohortInput input(layout, summary, console);
    input.by_is_given = options.has("--by");
    input.threshold_is_given = step == Step::kSummarize;
    bool good = true;
    for (const std::string& file : files) {
        good = input.read(file, step == Step::kMerge ? Accepts::kSummaries : Accepts::kResponses) &&
               good;
    }
    good = input.finish() && good;
    if (!good) return kBad;  // half a summary would pass for a whole one
    if (step == Step::kMerge && has_threshold) summary.threshold.change(*threshold);
    std::string out;
    cohort::append_summary(out, layout, summary);
    console.out(out += '\n');
    return step == Step::kSummarize && summary.refused > 0 ? kFindings : kFine;
}

int run_cohort(const Options& options, Console& console) {
    std::vector<std::string> files(options.operands.begin(), options.operands.end());
    const std::string step = files.empty() ? std::string() : files.front();
    if (step != "summarize" && step != "merge") {
        return complain(console, "error.cohort.no_step", {{"known", "summarize, merge"}});
    }
    files.erase(files.begin());
    return run_step(step == "merge" ? Step::kMerge : Step::kSummarize, std::move(files), options,
                    console);
}

}  // namespace

const Command kCohort = {"cohort",
                         "cli.cohort.summary",
                         "summarize|merge [FILE...]",
                         "cli.cohort.details",
                         kMostFiles,
                         kOptions,
                         run_cohort};

}  // namespace vgap::cli
