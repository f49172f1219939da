// cli/report — a response as a document that a client can read, in the format and language that is asked for.

#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/export/formats.hpp"
#include "core/export/saved.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/score.hpp"
#include "core/workspace/read.hpp"
#include "tools/cli/carried.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/days.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"
#include "tools/cli/workspace_file.hpp"
#include "tools/cli/workspace_report.hpp"

namespace vgap::cli {

namespace {

using instrument::Instrument;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.score.instrument"},
    {"--format", Takes::kValue, "FORMAT", "cli.report.format"},
    {"--language", Takes::kValue, "TAG", "cli.report.language"},
    {"--date", Takes::kValue, "YYYY-MM-DD", "cli.report.date"},
    {"--earlier", Takes::kValue, "FILE", "cli.report.earlier"},
    {"--earlier-date", Takes::kValue, "YYYY-MM-DD", "cli.report.earlier_date"},
    {"--texts", Takes::kValues, "FILE", "cli.score.texts"},
    {"--sections", Takes::kValue, "NAMES", "cli.report.sections"},
    {"--output", Takes::kValue, "FILE", "cli.workspace.output"},
    {"--json", Takes::kNothing, "", "cli.report.json"},
};

std::optional<answers::Response> read_answers(const Instrument& instrument, const std::string& path,
                                              Console& console) {
    const base::Result<std::string> bytes = read_file(path);
    if (!bytes) {
        console.report({path}, bytes.error());
        return std::nullopt;
    }
    base::Result<answers::Response> response = export_::read_saved(instrument, *bytes);
    if (response) return std::move(*response);
    console.report({path}, response.error());
    return std::nullopt;
}

// The interface's and the instrument's texts in one language; nullopt after saying what is missing.
std::optional<text::Catalogue> texts_in(std::string_view language, const Source& source,
                                        const Instrument& instrument, const Options& options,
                                        Console& console) {
    const auto files = read_texts(source, instrument, options.values("--texts"), console);
    if (!files) return std::nullopt;
    const auto spoken = find_language(language, source, *files, console);
    if (!spoken) return std::nullopt;
    text::Catalogue texts = *text::Catalogue::read(spoken->interface_bytes);
    texts.add(spoken->own->catalogue);
    return texts;
}

int report(const Options& options, Console& console) {
    const std::string path(options.operands.empty() ? "-" : options.operands[0]);
    const std::string earlier_path(options.value("--earlier"));
    const auto refuse = [&](const char* code, std::vector<base::Argument> arguments = {}) {
        console.report({}, base::Error{code, "", std::move(arguments)});
        return kBad;
    };
    const std::string_view name = options.value("--instrument");
    if (name.empty()) {
        // Only a workspace says by itself what was asked.
        if (options.operands.empty()) return refuse("error.cli.no_instrument");
        base::Result<std::string> bytes = read_file(path, workspace::kLimits.bytes);
        if (!bytes) return console.report({path}, bytes.error()), kBad;
        if (!may_be_workspace(*bytes)) return refuse("error.cli.no_instrument");
        return report_workspace(path, std::move(*bytes), options, console);
    }
    if (options.has("--sections")) return refuse("error.cli.sections_of_workspace");
    if ((name == "-") + (path == "-") + (earlier_path == "-") > 1) {
        return refuse("error.cli.stdin_twice");
    }
    if (options.has("--earlier-date") && !options.has("--earlier")) {
        return refuse("error.cli.earlier_date_alone");
    }
    const std::string_view asked =
        options.has("--format")
            ? options.value("--format")
            : std::string_view(console.form == Form::kJson ? "json" : "markdown");
    const export_::Format* const format = export_::find_format(format_named(asked));
    if (format == nullptr) {
        return refuse("error.cli.unknown_format",
                      {{"found", std::string(asked)}, {"known", export_::known_formats()}});
    }
    std::optional<base::Date> date = today();
    std::optional<base::Date> earlier_date;
    if (!read_day(options, "--date", date, console) ||
        !read_day(options, "--earlier-date", earlier_date, console)) {
        return kBad;
    }
    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    const std::string_view language =
        options.has("--language") ? options.value("--language") : console.texts().language();
    const auto texts = texts_in(language, *source, *instrument, options, console);
    if (!texts) return kBad;
    const auto response = read_answers(*instrument, path, console);
    if (!response) return kBad;
    say_carried(console, {path}, *instrument, response->carried);

    scoring::Profile profile;
    scoring::score(*instrument, response->answers, profile);
    plan::Plan plan;
    plan::rank(*instrument, response->answers, profile, plan);

    std::optional<answers::Response> earlier;
    scoring::Profile before;
    scoring::Comparison comparison;
    std::optional<report::Earlier> compared;
    if (options.has("--earlier")) {
        earlier = read_answers(*instrument, earlier_path, console);
        if (!earlier) return kBad;
        say_carried(console, {earlier_path}, *instrument, earlier->carried);
        scoring::score(*instrument, earlier->answers, before);
        comparison = scoring::compare(*instrument, before, profile);
        compared.emplace(report::Earlier{earlier_date, earlier->answers, before, comparison});
    }
    std::string out;
    format->write(out, {{*instrument, *texts, response->answers, profile, compared},
                        plan,
                        *date,
                        response->id,
                        response->pipeline});
    if (!options.has("--output")) {
        console.out(out);
        return kFine;
    }
    const std::string output(options.value("--output"));
    if (same_file(output, path)) return refuse("error.cli.output_is_source", {{"found", output}});
    return write_whole(output, out, console) ? kFine : kBad;
}

}  // namespace

const Command kReport = {
    "report", "cli.report.summary", "[FILE]", "cli.report.details", 1, kOptions, report};

}  // namespace vgap::cli
