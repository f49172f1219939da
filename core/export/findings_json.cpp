#include "core/export/findings_json.hpp"

#include <algorithm>

namespace vgap::export_ {

namespace {

using instrument::Finding;
using instrument::Severity;

constexpr int kSeverities = 3;

void write_range(json::Writer& write, const instrument::Range& range) {
    write.begin_object().key("least").number(range.low);
    write.key("most").number(range.high).end_object();
}

}  // namespace

const std::string& Linted::file_of(const Finding& finding) const {
    if (finding.catalogue == instrument::kRulesFile) return rules_file;
    return finding.catalogue == instrument::kInstrumentFile ? file : text_files[finding.catalogue];
}

std::size_t Linted::count(Severity severity) const {
    const auto is_one = [severity](const Finding& each) { return each.severity == severity; };
    return static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(), is_one));
}

void write_problem(json::Writer& write, const base::Error& error, const text::Catalogue& texts) {
    write.key("where").string(error.where);
    write.key("code").string(error.code);
    write.key("sentence").string(texts.say(error));
    write.key("arguments").begin_object();
    for (const base::Argument& argument : error.arguments) {
        write.key(argument.name).string(argument.value);
    }
    write.end_object();
}

void append_findings(std::string& out, const Linted& linted, const text::Catalogue& texts) {
    json::Writer write(out);
    write.begin_object().key("schema").string("findings/1").key("file").string(linted.file);
    write.key("instrument").begin_object().key("id").string(linted.instrument.id);
    write.key("version").string(linted.instrument.version);
    write.key("hash").string(linted.instrument.hash).end_object();
    write.key("findings").begin_array();
    for (const Finding& finding : linted.report.findings) {
        write.begin_object().key("severity").string(to_string(finding.severity));
        write.key("file").string(linted.file_of(finding));
        write_problem(write, finding.what, texts);
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
}

}  // namespace vgap::export_
