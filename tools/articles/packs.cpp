// articles/packs — the articles of each language as one file for a browser, in the order in which a list shows them.

#include <algorithm>
#include <tuple>

#include "core/articles/pack.hpp"
#include "tools/articles/site.hpp"

namespace vgap::articles {

namespace {

auto rank(const Article& article) {
    const auto* const category =
        std::find(std::begin(kCategories), std::end(kCategories), article.category.value);
    return std::tuple(std::string_view(article.language), category,
                      std::string_view(article.title.value), std::string_view(article.slug));
}

}  // namespace

std::vector<File> pack(std::span<const Article> articles, const Known& known) {
    std::vector<const Article*> sorted;
    for (const Article& article : articles) sorted.push_back(&article);
    std::sort(sorted.begin(), sorted.end(),
              [](const Article* a, const Article* b) { return rank(*a) < rank(*b); });
    std::vector<File> files;
    for (std::size_t from = 0; from < sorted.size();) {
        const std::string& language = sorted[from]->language;
        std::size_t to = from;
        while (to < sorted.size() && sorted[to]->language == language) ++to;
        File& file = files.emplace_back();
        file.path = language + ".json";
        append_pack(file.bytes, std::span(sorted).subspan(from, to - from),
                    *texts_of(known, language));
        from = to;
    }
    return files;
}

}  // namespace vgap::articles
