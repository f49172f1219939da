// cli/offline — the page that is a single file, with somebody's own questionnaire or pipeline in it: no build, no server, no network.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/version.hpp"
#include "core/flow/read.hpp"
#include "core/json/write.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/flow_source.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.offline.instrument"},
    {"--texts", Takes::kValues, "FILE", "cli.offline.texts"},
    {"--scenario", Takes::kValue, "FILE", "cli.offline.scenario"},
    {"--json", Takes::kNothing, "", "cli.offline.json"},
};

// What the page's own marks are: see shell/offline/one_file.html.
constexpr std::string_view kMadeBy = "data-engine=\"";
constexpr std::string_view kFilesBegin = "<script type=\"text/plain\" id=\"files\">";
constexpr std::string_view kOwnBegin = "<script type=\"text/plain\" id=\"own\">";
constexpr std::string_view kElementEnd = "</script>";

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

// {path: text} of what stands in place of what ships.
class Own {
  public:
    Own() : write_(out_) { write_.begin_object(); }

    void add(const std::string& path, std::string_view text) { write_.key(path).string(text); }
    std::string element() {
        write_.end_object();
        std::string element(kOwnBegin);
        element += base64_of(gzip_of(out_));
        return element.append(kElementEnd);
    }

  private:
    std::string out_;
    json::Writer write_;
};

int refuse(Console& console, const char* code, std::vector<base::Argument> arguments = {},
           std::string path = {}) {
    console.report({std::move(path)}, base::Error{code, "", std::move(arguments)});
    return kBad;
}

// Its id, or nothing and what is wrong is said.
std::string add_questionnaire(Own& own, const Options& options, Console& console) {
    const std::optional<Source> source = open_source(options.value("--instrument"), console);
    if (!source) return {};
    const auto instrument = read_instrument(*source, console);
    if (!instrument) return {};
    const auto texts = read_texts(*source, *instrument, options.values("--texts"), console);
    if (!texts) return {};
    if (texts->empty()) {
        refuse(console, "error.cli.offline_no_texts", {}, source->name);
        return {};
    }
    const std::string folder = "assets/instruments/" + instrument->id + "/";
    own.add(folder + "instrument.json", source->bytes);
    for (const TextFile& each : *texts) {
        const std::string file = each.catalogue.language() + ".json";
        if (find_embedded("locales/" + file) == nullptr) continue;  // the page does not speak it
        own.add(folder + file, each.bytes);
    }
    return instrument->id;
}

bool add_pipeline(Own& own, std::string_view name, Console& console) {
    const std::optional<std::string> text = text_of_flow(name, console);
    if (!text) return false;
    if (const auto scenario = flow::read_scenario(*text); !scenario) {
        console.report({std::string(name)}, scenario.error());
        return false;
    }
    own.add("assets/scenarios/own.json", *text);
    return true;
}

int offline(const Options& options, Console& console) {
    if (options.operands.empty()) return refuse(console, "error.cli.no_offline_page");
    const std::string_view instrument = options.value("--instrument");
    const std::string_view scenario = options.value("--scenario");
    if (instrument.empty() && scenario.empty()) {
        return refuse(console, "error.cli.no_offline_instrument");
    }
    const std::string path(options.operands[0]);
    if ((instrument == "-") + (scenario == "-") + (path == "-") > 1) {
        return refuse(console, "error.cli.stdin_twice");
    }

    const base::Result<std::string> page = read_file(path);
    if (!page) {
        console.report({path}, page.error());
        return kBad;
    }
    const std::size_t mark = page->find(kMadeBy);
    const std::size_t files = page->find(kFilesBegin);
    if (mark == std::string::npos || files == std::string::npos ||
        page->find(kElementEnd, files) == std::string::npos ||
        page->find(kOwnBegin) != std::string::npos) {
        return refuse(console, "error.cli.not_offline_page", {}, path);
    }
    const std::size_t version = mark + kMadeBy.size();
    const std::string engine = page->substr(version, page->find('"', version) - version);
    if (engine != base::kEngineVersion) {
        return refuse(console, "error.cli.offline_version",
                      {{"found", engine}, {"expected", std::string(base::kEngineVersion)}}, path);
    }

    // What is wrong with either is said before anything is written.
    Own own;
    std::string id;
    bool good = true;
    if (!instrument.empty()) {
        id = add_questionnaire(own, options, console);
        good = !id.empty();
    }
    if (!scenario.empty()) good = add_pipeline(own, scenario, console) && good;
    if (!good) return kBad;

    std::string out = page->substr(0, mark);
    if (!id.empty()) out += "data-instrument=\"" + id + "\" ";
    out.append(*page, mark, files - mark);
    out += own.element();
    out.append(*page, files);
    console.out(out);
    return kFine;
}

}  // namespace

const Command kOffline = {
    "offline", "cli.offline.summary", "PAGE", "cli.offline.details", 1, kOptions, offline};

}  // namespace vgap::cli
