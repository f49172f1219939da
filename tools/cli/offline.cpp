// cli/offline — the page that is a single file, with somebody's own questionnaire in it: no build, no server, no network.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/version.hpp"
#include "core/json/write.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.offline.instrument"},
    {"--texts", Takes::kValues, "FILE", "cli.offline.texts"},
    {"--json", Takes::kNothing, "", "cli.offline.json"},
};

// What the page's own marks are: see shell/offline/one_file.html.
constexpr std::string_view kMadeBy = "data-engine=\"";
constexpr std::string_view kFilesBegin = "<script type=\"text/plain\" id=\"files\">";
constexpr std::string_view kFilesEnd = "</script>";

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (0xEDB88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

void append_little(std::string& out, std::uint32_t number, int bytes) {
    for (int byte = 0; byte < bytes; ++byte) out += static_cast<char>(number >> 8 * byte & 0xFF);
}

// RFC 1952, without compressing (RFC 1951 §3.2.4): what opens the page unpacks either, and the texts are short.
std::string gzip_of(std::string_view bytes) {
    constexpr std::size_t kMostBlock = 0xFFFF;
    constexpr std::string_view kHeader("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF", 10);
    std::string out(kHeader);
    for (std::size_t at = 0; at == 0 || at < bytes.size(); at += kMostBlock) {
        const std::string_view block = bytes.substr(at, kMostBlock);
        const auto length = static_cast<std::uint32_t>(block.size());
        out += at + block.size() == bytes.size() ? '\1' : '\0';
        append_little(out, length, 2);
        append_little(out, ~length, 2);
        out += block;
    }
    append_little(out, crc32(bytes), 4);
    append_little(out, static_cast<std::uint32_t>(bytes.size()), 4);
    return out;
}

// RFC 4648 §4.
std::string base64_of(std::string_view bytes) {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8 |
                    (at + k < bytes.size() ? static_cast<unsigned char>(bytes[at + k]) : 0u);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            out += at + k <= bytes.size() ? kLetters[group >> (18 - 6 * k) & 63] : '=';
        }
    }
    return out;
}

// {path: text} of what the page would fetch from a site.
std::string files_of(const Source& source, const instrument::Instrument& instrument,
                     const std::vector<TextFile>& texts) {
    const std::string folder = "assets/instruments/" + instrument.id + "/";
    std::string out;
    json::Writer write(out);
    write.begin_object();
    write.key(folder + "instrument.json").string(source.bytes);
    for (const TextFile& each : texts) {
        const std::string file = each.catalogue.language() + ".json";
        const EmbeddedFile* const own = find_embedded("locales/" + file);
        if (own == nullptr) continue;  // the page itself does not speak it
        write.key(folder + file).string(each.bytes);
        write.key("assets/locales/" + file).string(own->bytes);
    }
    write.end_object();
    return out;
}

int refuse(Console& console, const char* code, std::vector<base::Argument> arguments = {},
           std::string path = {}) {
    console.report({std::move(path)}, base::Error{code, "", std::move(arguments)});
    return kBad;
}

int offline(const Options& options, Console& console) {
    if (options.operands.empty()) return refuse(console, "error.cli.no_offline_page");
    const std::string_view name = options.value("--instrument");
    if (name.empty()) return refuse(console, "error.cli.no_offline_instrument");
    const std::string path(options.operands[0]);
    if (name == "-" && path == "-") return refuse(console, "error.cli.stdin_twice");

    const base::Result<std::string> page = read_file(path);
    if (!page) {
        console.report({path}, page.error());
        return kBad;
    }
    const std::size_t mark = page->find(kMadeBy);
    const std::size_t begin = page->find(kFilesBegin);
    const std::size_t end = page->find(kFilesEnd, begin);
    if (mark == std::string::npos || begin == std::string::npos || end == std::string::npos) {
        return refuse(console, "error.cli.not_offline_page", {}, path);
    }
    const std::size_t version = mark + kMadeBy.size();
    const std::string engine = page->substr(version, page->find('"', version) - version);
    if (engine != base::kEngineVersion) {
        return refuse(console, "error.cli.offline_version",
                      {{"found", engine}, {"expected", std::string(base::kEngineVersion)}}, path);
    }

    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const auto instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    const auto texts = read_texts(*source, *instrument, options.values("--texts"), console);
    if (!texts) return kBad;
    if (texts->empty()) {
        return refuse(console, "error.cli.offline_no_texts", {}, source->name);
    }

    std::string out = page->substr(0, mark);
    out += "data-instrument=\"" + instrument->id + "\" ";
    out.append(*page, mark, begin + kFilesBegin.size() - mark);
    out += base64_of(gzip_of(files_of(*source, *instrument, *texts)));
    out.append(*page, end);
    console.out(out);
    return kFine;
}

}  // namespace

const Command kOffline = {
    "offline", "cli.offline.summary", "PAGE", "cli.offline.details", 1, kOptions, offline};

}  // namespace vgap::cli
