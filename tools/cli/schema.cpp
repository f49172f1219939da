// cli/schema — prints the JSON Schema of a file format, so that editors and other programs can
// check against it.
#include <string>

#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kFolder = "schemas/";
constexpr std::string_view kEnding = ".schema.json";

constexpr OptionRow kOptions[] = {{"--json", Takes::kNothing, "", "cli.schema.json"}};

std::string_view name_of(const EmbeddedFile& file) {
    if (!file.path.starts_with(kFolder) || !file.path.ends_with(kEnding)) return {};
    return file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kEnding.size());
}

int list(Console& console) {
    std::string out;
    json::Writer write(out);
    if (console.form == Form::kJson) write.begin_array();
    for (const EmbeddedFile& file : embedded_files()) {
        const std::string_view name = name_of(file);
        if (name.empty()) continue;
        if (console.form == Form::kJson) {
            write.string(name);
        } else {
            (out += name) += '\n';
        }
    }
    if (console.form == Form::kJson) {
        write.end_array();
        out += '\n';
    }
    console.out(out);
    return kFine;
}

int schema(const Options& options, Console& console) {
    if (options.operands.empty()) return list(console);
    std::string known;
    for (const EmbeddedFile& file : embedded_files()) {
        const std::string_view name = name_of(file);
        if (name.empty()) continue;
        if (name == options.operands[0]) {
            console.out(file.bytes);
            return kFine;
        }
        if (!known.empty()) known += ", ";
        known += name;
    }
    console.report({},
                   base::Error{"error.cli.unknown_schema",
                               "",
                               {{"found", std::string(options.operands[0])}, {"known", known}}});
    return kBad;
}

}  // namespace

const Command kSchema = {
    "schema", "cli.schema.summary", "[NAME]", "cli.schema.details", 1, kOptions, schema};

}  // namespace vgap::cli
