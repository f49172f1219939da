#include "tools/cli/workspace_report.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/export/tables_csv.hpp"
#include "core/export/workspace_json.hpp"
#include "core/report/workspace.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/days.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/workspace_file.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kFormats[] = {"markdown", "html", "json", "csv"};

template <class Names>
std::string joined(const Names& names) {
    std::string out;
    for (const std::string_view name : names) (out += out.empty() ? "" : ", ") += name;
    return out;
}

// Of an instrument in the language that is asked for, or else in its first one.
void lay_over(text::Catalogue& texts, const workspace::Listed& listed) {
    const instrument::Instrument& instrument = listed.known.instrument;
    std::optional<text::Catalogue> own;
    const auto take = [&](std::string_view bytes) {
        base::Result<text::Catalogue> read = text::Catalogue::read(bytes);
        if (read && (!own || read->language() == texts.language())) own = std::move(*read);
    };
    for (const std::string& file : listed.texts) take(file);
    if (!listed.is_own) {
        for (const std::string& language : instrument.languages) {
            const EmbeddedFile* const file =
                find_embedded("instruments/" + instrument.id + "/" + language + ".json");
            if (file != nullptr) take(file->bytes);
        }
    }
    if (own) texts.add(*own);
}

}  // namespace

bool may_be_workspace(std::string_view bytes) {
    const std::string_view kName = "\"workspace/";
    return bytes.find(kName) != bytes.npos;
}

int report_workspace(const std::string& path, std::string bytes, const Options& options,
                     Console& console) {
    const auto refuse = [&](const char* code, std::vector<base::Argument> arguments = {}) {
        console.report({}, base::Error{code, "", std::move(arguments)});
        return kBad;
    };
    const std::string_view format =
        options.has("--format")
            ? format_named(options.value("--format"))
            : std::string_view(console.form == Form::kJson ? "json" : "markdown");
    if (std::find(std::begin(kFormats), std::end(kFormats), format) == std::end(kFormats)) {
        return refuse("error.cli.unknown_format",
                      {{"found", std::string(format)}, {"known", joined(kFormats)}});
    }
    const std::string all = [] {
        std::string names;
        for (const std::string_view name : report::kSections) {
            (names += names.empty() ? "" : ",") += name;
        }
        return names;
    }();
    const auto sections = report::sections_named(
        options.has("--sections") ? options.value("--sections") : std::string_view(all));
    if (!sections) {
        return refuse("error.cli.unknown_section",
                      {{"found", std::string(options.value("--sections"))},
                       {"known", joined(report::kSections)}});
    }
    std::optional<base::Date> date = today();
    if (!read_day(options, "--date", date, console)) return kBad;
    text::Catalogue texts = console.texts();
    if (options.has("--language")) {
        const EmbeddedFile* const file =
            find_embedded("locales/" + std::string(options.value("--language")) + ".json");
        if (file == nullptr) {
            return refuse(
                "error.cli.unknown_language",
                {{"found", std::string(options.value("--language"))}, {"known", "de, en, es, fr"}});
        }
        texts = *text::Catalogue::read(file->bytes);
    }
    const std::string output(options.value("--output"));
    if (!output.empty() && same_file(output, path)) {
        return refuse("error.cli.output_is_source", {{"found", output}});
    }
    const std::vector<workspace::Known> library = shipped_instruments();
    const auto workspace = read_workspace(path, std::move(bytes), library, console);
    if (!workspace) return kBad;

    std::vector<text::Catalogue> by_instrument;
    for (const workspace::Listed& listed : workspace->instruments) {
        lay_over(by_instrument.emplace_back(texts), listed);
    }
    const workspace::Results results = workspace::results_of(*workspace);
    const report::WorkspaceTold told = {*workspace, results, texts, by_instrument, *date};
    std::string out;
    if (format == "json") {
        export_::append_workspace_report(out, told, *sections);
        out += '\n';
    } else {
        const report::Report report = report::write_workspace(told, *sections);
        if (format == "html") {
            export_::append_html(out, report, texts.language());
        } else if (format == "csv") {
            export_::append_tables_csv(out, report);
        } else {
            export_::append_markdown(out, report);
        }
    }
    bool holds = true;
    const auto is_told = [&](report::Section section) {
        return std::find(sections->begin(), sections->end(), section) != sections->end();
    };
    if (results.pipeline && is_told(report::Section::kPipeline)) {
        for (const people::Fault& fault : results.pipeline->records.faults) {
            console.report({path}, fault.what);
            holds = false;
        }
    }
    for (const base::Errors& faults : results.sessions) {
        if (faults.empty() || !is_told(report::Section::kCalibration)) continue;
        console.report({path}, faults);
        holds = false;
    }
    if (output.empty()) {
        console.out(out);
    } else if (!write_whole(output, out, console)) {
        return kBad;
    }
    return holds ? kFine : kFindings;
}

}  // namespace vgap::cli
