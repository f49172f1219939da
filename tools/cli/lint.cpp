// cli/lint — checks an instrument and its catalogues, and says what to mend.

#include <string>
#include <utility>
#include <vector>

#include "core/export/findings_json.hpp"
#include "core/instrument/check.hpp"
#include "core/instrument/layout.hpp"
#include "core/readiness/check.hpp"
#include "core/text/display.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using instrument::Finding;
using instrument::Instrument;
using instrument::Severity;

constexpr OptionRow kOptions[] = {
    {"--texts", Takes::kValues, "FILE", "cli.lint.texts"},
    {"--layout", Takes::kNothing, "", "cli.lint.layout"},
    {"--json", Takes::kNothing, "", "cli.lint.json"},
};

std::string as_text(const export_::Linted& linted, const Console& console) {
    const text::Catalogue& texts = console.texts();
    std::string out;
    for (const Finding& finding : linted.report.findings) {
        const std::string severity =
            texts.say("cli.lint." + std::string(to_string(finding.severity)));
        out += text::display_line(linted.file_of(finding) + ":" + finding.what.where) + ": ";
        out += severity + ": " + texts.say(finding.what) + "\n";
    }
    if (!out.empty()) out += "\n";
    for (std::size_t d = 0; d < linted.report.levels.size(); ++d) {
        const instrument::DimensionLevels& levels = linted.report.levels[d];
        const std::string& id = linted.instrument.dimensions[d].id;
        const instrument::Range& required = levels.required;
        if (levels.current) {
            out += texts.say("cli.lint.levels", {{"id", id},
                                                 {"least", levels.current->low},
                                                 {"most", levels.current->high},
                                                 {"required_least", required.low},
                                                 {"required_most", required.high}});
        } else {
            out += texts.say(
                "cli.lint.levels_none",
                {{"id", id}, {"required_least", required.low}, {"required_most", required.high}});
        }
        out += "\n";
    }
    return out +
           texts.say("cli.lint.summary_line", {{"errors", linted.count(Severity::kError)},
                                               {"warnings", linted.count(Severity::kWarning)},
                                               {"notes", linted.count(Severity::kNote)}}) +
           "\n";
}

// What is wrong with the rules of readiness beside an instrument, and what an author would regret.
void add_rules(const Source& source, const std::vector<const text::Catalogue*>& catalogues,
               export_::Linted& linted) {
    const std::optional<Beside> beside = read_beside(source, "readiness.json");
    if (!beside) return;
    linted.rules_file = beside->name;
    const base::Result<readiness::Rules> rules =
        readiness::read_rules(linted.instrument, beside->bytes);
    std::vector<Finding> found;
    if (rules) {
        found = readiness::check_rules(linted.instrument, *rules, catalogues);
    } else {
        for (const base::Error& error : rules.error()) {
            found.push_back({Severity::kError, error, instrument::kRulesFile});
        }
    }
    linted.report.findings.insert(linted.report.findings.end(), found.begin(), found.end());
}

int lint(const Options& options, Console& console) {
    if (options.operands.empty()) {
        console.report({}, base::Error{"error.cli.no_file", "", {}});
        return kBad;
    }
    const std::optional<Source> source = open_source(options.operands[0], console);
    if (!source) return kBad;
    const std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    if (options.has("--layout")) {
        std::string layout;
        instrument::append_layout(layout, *instrument);
        console.out(layout + "\n");
        return kFine;
    }
    const std::optional<std::vector<TextFile>> texts =
        read_texts(*source, *instrument, options.values("--texts"), console);
    if (!texts) return kBad;

    std::vector<const text::Catalogue*> catalogues;
    std::vector<std::string> names;
    for (const TextFile& file : *texts) {
        catalogues.push_back(&file.catalogue);
        names.push_back(file.name);
    }
    export_::Linted linted = {*instrument, instrument::check_all(*instrument, catalogues),
                              source->name, std::move(names)};
    add_rules(*source, catalogues, linted);
    std::string out;
    if (console.form == Form::kJson) {
        export_::append_findings(out, linted, console.texts());
        out += '\n';
    } else {
        out = as_text(linted, console);
    }
    console.out(out);
    const bool is_clean =
        linted.count(Severity::kError) == 0 && linted.count(Severity::kWarning) == 0;
    return is_clean ? kFine : kFindings;
}

}  // namespace

const Command kLint = {"lint", "cli.lint.summary", "FILE", "cli.lint.details", 1, kOptions, lint};

}  // namespace vgap::cli
