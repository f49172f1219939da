// cli/prerender — the first screens of an assessment as data, for pages that show them before the engine is there.
#include <optional>
#include <string>
#include <utility>

#include "tools/cli/command.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"
#include "web/app/first.hpp"
#include "web/host/headless_glyphs.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.score.instrument"},
    {"--texts", Takes::kValues, "FILE", "cli.prerender.texts"},
    {"--interface", Takes::kValue, "FILE", "cli.prerender.interface"},
    {"--language", Takes::kValue, "TAG", "cli.report.language"},
    {"--offer", Takes::kValues, "TAG=NAME", "cli.prerender.offer"},
    {"--json", Takes::kNothing, "", "cli.prerender.json"},
};

// As the shell tells them: a line each, tag, tab, name.
std::string offered(const Options& options) {
    std::string out;
    for (std::string language : options.values("--offer")) {
        const std::size_t equals = language.find('=');
        if (equals == std::string::npos) continue;
        language[equals] = '\t';
        if (!out.empty()) out += '\n';
        out += language;
    }
    return out;
}

int prerender(const Options& options, Console& console) {
    const std::string_view name = options.value("--instrument");
    if (name.empty()) {
        console.report({}, base::Error{"error.cli.no_instrument", "", {}});
        return kBad;
    }
    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const auto instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    const auto texts = read_texts(*source, *instrument, options.values("--texts"), console);
    if (!texts) return kBad;
    const std::string_view language =
        options.has("--language") ? options.value("--language") : console.texts().language();
    const auto spoken = find_language(language, *source, *texts, console);
    if (!spoken) return kBad;

    std::string interface_bytes(spoken->interface_bytes);
    if (options.has("--interface")) {
        const std::string path(options.value("--interface"));
        base::Result<std::string> bytes = read_file(path);
        const auto read = bytes ? text::Catalogue::read(*bytes) : base::fail(bytes.error());
        if (!read) {
            console.report({path}, read.error());
            return kBad;
        }
        interface_bytes = std::move(*bytes);
    }

    const std::string languages = offered(options);
    host::HeadlessGlyphs glyphs;
    std::string out;
    std::string problems;  // none: each file was read above
    app::append_first_screens(
        out, glyphs, {source->bytes, spoken->own->bytes, interface_bytes, languages}, problems);
    console.out(out + "\n");
    return kFine;
}

}  // namespace

const Command kPrerender = {
    "prerender", "cli.prerender.summary", "", "cli.prerender.details", 0, kOptions, prerender};

}  // namespace vgap::cli
