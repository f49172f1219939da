#include "tools/articles/gather.hpp"

#include <algorithm>
#include <filesystem>

#include "core/articles/read.hpp"
#include "tools/articles/markdown.hpp"
#include "tools/cli/input.hpp"

namespace vgap::articles {

namespace {

namespace fs = std::filesystem;

void read_one(const fs::path& path, Gathered& out) {
    const std::string file = path.generic_string();
    Article place;
    place.language = path.parent_path().filename().string();
    place.slug = path.stem().string();
    const auto fail = [&](base::Errors errors) {
        out.unread.push_back(own_address(place));
        for (base::Error& error : errors) out.faults.push_back({file, std::move(error)});
    };
    base::Result<std::string> bytes = cli::read_file(file, kMostBytes);
    if (!bytes) return fail(std::move(bytes.error()));
    base::Result<Source> source = read_article(*bytes);
    if (!source) return fail(std::move(source.error()));
    base::Result<Body> body = parse_markdown(source->markdown, source->first_line);
    if (!body) return fail(std::move(body.error()));
    Article& article = source->article;
    article.file = file;
    article.language = place.language;
    article.slug = place.slug;
    article.body = std::move(*body);
    out.articles.push_back(std::move(article));
}

}  // namespace

Gathered gather(const std::vector<std::string>& folders) {
    Gathered out;
    std::vector<fs::path> paths;
    for (const std::string& folder : folders) {
        std::error_code error;
        fs::directory_iterator languages(folder, error);
        if (error) {
            out.missing.push_back(folder);
            continue;
        }
        for (const fs::directory_entry& language : languages) {
            if (!language.is_directory(error)) continue;
            fs::directory_iterator files(language.path(), error);
            if (error) {
                out.missing.push_back(language.path().generic_string());
                continue;
            }
            for (const fs::directory_entry& file : files) {
                if (file.path().extension() == ".md") paths.push_back(file.path());
            }
        }
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) read_one(path, out);
    return out;
}

}  // namespace vgap::articles
