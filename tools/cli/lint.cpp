// cli/lint — checks an instrument and its catalogues, and says what to mend.

#include <string>

#include "core/instrument/check.hpp"
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
    {"--json", Takes::kNothing, "", "cli.lint.json"},
};

constexpr int kSeverities = 3;

struct Linted {
    std::string file;
    std::vector<TextFile> texts;
    Instrument instrument;
    instrument::Report report;

    const std::string& file_of(const Finding& finding) const {
        return finding.catalogue == instrument::kInstrumentFile ? file
                                                                : texts[finding.catalogue].name;
    }
    std::size_t count(Severity severity) const {
        std::size_t count = 0;
        for (const Finding& finding : report.findings) count += finding.severity == severity;
        return count;
    }
};

std::string as_text(const Linted& linted, const Console& console) {
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

void write_range(json::Writer& write, const instrument::Range& range) {
    write.begin_object().key("least").number(range.low);
    write.key("most").number(range.high).end_object();
}

std::string as_json(const Linted& linted, const Console& console) {
    std::string out;
    json::Writer write(out);
    write.begin_object().key("schema").string("findings/1").key("file").string(linted.file);
    write.key("instrument").begin_object().key("id").string(linted.instrument.id);
    write.key("version").string(linted.instrument.version);
    write.key("hash").string(linted.instrument.hash).end_object();
    write.key("findings").begin_array();
    for (const Finding& finding : linted.report.findings) {
        write.begin_object().key("severity").string(to_string(finding.severity));
        write.key("file").string(linted.file_of(finding));
        console.write_members(write, finding.what);
        write.end_object();
    }
    write.end_array().key("dimensions").begin_array();
    for (std::size_t d = 0; d < linted.report.levels.size(); ++d) {
        const instrument::DimensionLevels& levels = linted.report.levels[d];
        write.begin_object().key("id").string(linted.instrument.dimensions[d].id);
        write.key("current");
        if (levels.current) {
            write_range(write, *levels.current);
        } else {
            write.null();
        }
        write.key("required");
        write_range(write, levels.required);
        write.end_object();
    }
    write.end_array();
    for (int s = 0; s < kSeverities; ++s) {
        const auto severity = static_cast<Severity>(s);
        write.key(std::string(to_string(severity)) + "s");
        write.number(static_cast<double>(linted.count(severity)));
    }
    write.end_object();
    return out + "\n";
}

int lint(const Options& options, Console& console) {
    if (options.operands.empty()) {
        console.report({}, base::Error{"error.cli.no_file", "", {}});
        return kBad;
    }
    const std::optional<Source> source = open_source(options.operands[0], console);
    if (!source) return kBad;
    std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    std::optional<std::vector<TextFile>> texts =
        read_texts(*source, *instrument, options.values("--texts"), console);
    if (!texts) return kBad;

    Linted linted = {source->name, std::move(*texts), std::move(*instrument), {}};
    linted.report = instrument::check(linted.instrument);
    std::vector<const text::Catalogue*> catalogues;
    for (const TextFile& file : linted.texts) catalogues.push_back(&file.catalogue);
    for (Finding& finding : instrument::check_texts(linted.instrument, catalogues)) {
        linted.report.findings.push_back(std::move(finding));
    }
    const bool as_object = console.form == Form::kJson;
    console.out(as_object ? as_json(linted, console) : as_text(linted, console));
    const bool is_clean =
        linted.count(Severity::kError) == 0 && linted.count(Severity::kWarning) == 0;
    return is_clean ? kFine : kFindings;
}

}  // namespace

const Command kLint = {"lint", "cli.lint.summary", "FILE", "cli.lint.details", 1, kOptions, lint};

}  // namespace vgap::cli
