#include "tools/cli/source.hpp"

#include <algorithm>
#include <cstdio>

#include "core/instrument/read.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kFolder = "instruments/";
constexpr std::string_view kFile = "/instrument.json";

std::string embedded_path(std::string_view id, std::string_view file) {
    return std::string(kFolder) + std::string(id) + std::string(file);
}

std::string embedded_ids() {
    std::string ids;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(kFolder) || !file.path.ends_with(kFile)) continue;
        if (!ids.empty()) ids += ", ";
        ids += file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kFile.size());
    }
    return ids;
}

bool exists(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return false;
    std::fclose(file);
    return true;
}

// A file that cannot be opened, with the ids that would have worked.
void add_known(base::Errors& errors) {
    for (base::Error& error : errors) {
        if (error.code != "error.cli.cannot_open") continue;
        error.code = "error.cli.cannot_open_instrument";
        error.arguments.push_back({"known", embedded_ids()});
    }
}

std::optional<text::Catalogue> read_catalogue(const std::string& name, std::string_view bytes,
                                              Console& console) {
    base::Result<text::Catalogue> read = text::Catalogue::read(bytes);
    if (!read) {
        console.report({name}, read.error());
        return std::nullopt;
    }
    return std::move(*read);
}

}  // namespace

std::optional<Beside> read_beside(const Source& source, std::string_view name) {
    if (source.is_embedded) {
        const EmbeddedFile* const file =
            find_embedded(embedded_path(source.name, "/" + std::string(name)));
        if (file == nullptr) return std::nullopt;
        return Beside{std::string(file->path), std::string(file->bytes)};
    }
    if (source.name == "-") return std::nullopt;
    std::string path = source.name.substr(0, source.name.rfind('/') + 1) + std::string(name);
    if (!exists(path)) return std::nullopt;
    base::Result<std::string> read = read_file(path);
    if (!read) return std::nullopt;
    return Beside{std::move(path), std::move(*read)};
}

std::optional<Source> open_source(std::string_view name, Console& console) {
    if (const EmbeddedFile* file = find_embedded(embedded_path(name, kFile)); file != nullptr) {
        return Source{std::string(name), std::string(file->bytes), true};
    }
    Source source{std::string(name), {}, false};
    base::Result<std::string> bytes = read_file(source.name);
    if (!bytes) {
        add_known(bytes.error());
        console.report({source.name}, bytes.error());
        return std::nullopt;
    }
    source.bytes = std::move(*bytes);
    return source;
}

std::optional<instrument::Instrument> read_instrument(const Source& source, Console& console) {
    base::Result<instrument::Instrument> read = instrument::read(source.bytes);
    if (!read) {
        console.report({source.name}, read.error());
        return std::nullopt;
    }
    return std::move(*read);
}

std::optional<std::vector<TextFile>> read_texts(const Source& source,
                                                const instrument::Instrument& instrument,
                                                const std::vector<std::string>& named,
                                                Console& console) {
    std::vector<std::string> paths = named;
    std::vector<TextFile> texts;
    bool good = true;
    const auto take = [&](const std::string& name, std::string_view bytes) {
        std::optional<text::Catalogue> catalogue = read_catalogue(name, bytes, console);
        good = good && catalogue.has_value();
        if (catalogue) texts.push_back({name, std::move(*catalogue), std::string(bytes)});
    };
    if (named.empty() && source.name != "-") {
        for (const std::string& language : instrument.languages) {
            const std::string file_name = "/" + language + ".json";
            if (source.is_embedded) {
                const EmbeddedFile* file = find_embedded(embedded_path(source.name, file_name));
                if (file != nullptr) take(std::string(file->path), file->bytes);
                continue;
            }
            const std::size_t slash = source.name.rfind('/');
            const std::string path = slash == std::string::npos
                                         ? language + ".json"
                                         : source.name.substr(0, slash) + file_name;
            if (exists(path)) paths.push_back(path);
        }
    }
    for (const std::string& path : paths) {
        const base::Result<std::string> bytes = read_file(path);
        if (bytes) {
            take(path, *bytes);
        } else {
            console.report({path}, bytes.error());
            good = false;
        }
    }
    if (!good) return std::nullopt;
    return texts;
}

std::optional<text::Catalogue> texts_over(const Source& source,
                                          const instrument::Instrument& instrument,
                                          const std::vector<std::string>& named, Console& console) {
    const std::optional<std::vector<TextFile>> files =
        read_texts(source, instrument, named, console);
    if (!files) return std::nullopt;
    text::Catalogue texts = console.texts();
    const auto own = std::find_if(files->begin(), files->end(), [&](const TextFile& file) {
        return file.catalogue.language() == texts.language();
    });
    if (own != files->end()) {
        texts.add(own->catalogue);
    } else if (!files->empty()) {
        texts.add(files->front().catalogue);
    }
    return texts;
}

std::optional<Spoken> find_language(std::string_view language, const Source& source,
                                    const std::vector<TextFile>& texts, Console& console) {
    const EmbeddedFile* const own = find_embedded("locales/" + std::string(language) + ".json");
    Spoken spoken;
    std::string known;
    for (const TextFile& file : texts) {
        if (file.catalogue.language() == language) spoken.own = &file;
        known += (known.empty() ? "" : ", ") + file.catalogue.language();
    }
    if (own == nullptr || spoken.own == nullptr) {
        console.report({source.name},
                       base::Error{"error.cli.unknown_language",
                                   "",
                                   {{"found", std::string(language)}, {"known", known}}});
        return std::nullopt;
    }
    spoken.interface_bytes = own->bytes;
    return spoken;
}

}  // namespace vgap::cli
