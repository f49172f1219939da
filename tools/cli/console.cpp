#include "tools/cli/console.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "core/export/findings_json.hpp"
#include "core/text/display.hpp"
#include "tools/cli/embedded.hpp"

namespace vgap::cli {

namespace {

constexpr std::size_t kMostWhere = 300;  // code points

// "de_CH.UTF-8" -> "de"
std::string environment_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale = value;
        return std::string(locale.substr(0, locale.find_first_of("_.@")));
    }
    return "en";
}

// Each language has every message, so none needs another below it, whose plurals and numbers it would keep.
std::optional<text::Catalogue> find_texts(std::string_view language) {
    const EmbeddedFile* file = find_embedded("locales/" + std::string(language) + ".json");
    if (file == nullptr) return std::nullopt;
    base::Result<text::Catalogue> read = text::Catalogue::read(file->bytes);
    if (!read) return std::nullopt;
    return std::move(*read);
}

// "2:24" rather than a JSON pointer.
bool names_line(std::string_view where) {
    return !where.empty() && where[0] >= '0' && where[0] <= '9';
}

void write(std::FILE* stream, std::string_view text, bool& failed) {
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size()) failed = true;
}

}  // namespace

Console::Console() {
    std::optional<text::Catalogue> texts = find_texts(environment_language());
    if (!texts) texts = find_texts("en");
    if (texts) texts_ = std::move(*texts);
}

void Console::out(std::string_view text) {
    write(stdout, text, failed_);
}

void Console::err(std::string_view text) {
    bool ignored = false;  // there is nowhere left to say so
    write(stderr, text, ignored);
}

bool Console::wrote_all() {
    if (std::fflush(stdout) != 0) failed_ = true;
    return !failed_;
}

void Console::report(const Place& place, const base::Error& error) {
    std::string line;
    if (form == Form::kJson) {
        json::Writer write(line);
        write.begin_object();
        if (!place.file.empty()) write.key("file").string(place.file);
        if (place.line > 0) write.key("line").number(static_cast<double>(place.line));
        export_::write_problem(write, error, texts_);
        write.end_object();
    } else {
        if (!place.file.empty()) line += text::display_line(place.file) + ":";
        if (place.line > 0 && !names_line(error.where)) line += std::to_string(place.line) + ":";
        if (!error.where.empty()) line += text::display_line(error.where, kMostWhere) + ":";
        if (!line.empty()) line += " ";
        line += text::display_line(texts_.say(error));
    }
    line += "\n";
    err(line);
}

void Console::report(const Place& place, const base::Errors& errors) {
    for (const base::Error& error : errors) report(place, error);
}

}  // namespace vgap::cli
