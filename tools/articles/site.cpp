#include "tools/articles/site.hpp"

#include <algorithm>
#include <tuple>

#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kFirstLanguage = "en";

std::vector<Shelf> shelves(const Site& site, const std::string& language) {
    const text::Catalogue& texts = site.texts(language);
    std::vector<const Article*> own;
    for (const Article* article : site.sorted) {
        if (article->language == language) own.push_back(article);
    }
    std::stable_sort(own.begin(), own.end(), [](const Article* a, const Article* b) {
        // From what comes first to what builds on it.
        const auto rank = [](const Article& article) {
            return std::find(std::begin(kCategories), std::end(kCategories),
                             article.category.value) -
                   std::begin(kCategories);
        };
        return std::tuple(rank(*a), std::string_view(a->title.value)) <
               std::tuple(rank(*b), std::string_view(b->title.value));
    });
    std::vector<Shelf> out;
    const auto put = [&](std::string_view kind, const std::string& id, std::string name,
                         const auto& is_on) {
        Shelf shelf{kind, id, std::move(name), {}};
        std::copy_if(own.begin(), own.end(), std::back_inserter(shelf.articles),
                     [&](const Article* article) { return is_on(*article); });
        if (!shelf.articles.empty()) out.push_back(std::move(shelf));
    };
    const auto among = [](const std::vector<Text>& list, std::string_view id) {
        return std::any_of(list.begin(), list.end(),
                           [&](const Text& each) { return each.value == id; });
    };
    for (const instrument::Dimension& dimension : site.known.instrument->dimensions) {
        put("dimension", dimension.id, texts.say("dimension." + dimension.id + ".name"),
            [&](const Article& article) {
                return article.dimension.value == dimension.id ||
                       among(article.dimensions, dimension.id);
            });
    }
    for (const std::string_view category : kCategories) {
        const std::string id(category);
        put("category", id, texts.say("articles.category." + id),
            [&](const Article& article) { return article.category.value == id; });
    }
    for (const std::string_view difficulty : kDifficulties) {
        const std::string id(difficulty);
        put("difficulty", id, texts.say("articles.difficulty." + id),
            [&](const Article& article) { return article.difficulty.value == id; });
    }
    std::vector<std::pair<std::string, std::string>> tags;  // name, id
    for (const Article* article : own) {
        for (const Text& tag : article->tags) {
            tags.emplace_back(texts.say("articles.tag." + tag.value), tag.value);
        }
    }
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    for (const auto& [name, id] : tags) {
        put("tag", id, name,
            [&id = id, &among](const Article& article) { return among(article.tags, id); });
    }
    return out;
}

}  // namespace

const text::Catalogue& Site::texts(std::string_view language) const {
    return *texts_of(known, language);
}

const std::vector<Shelf>& Site::shelves_of(std::string_view language) const {
    const auto place = std::find(languages.begin(), languages.end(), language);
    return shelves[static_cast<std::size_t>(place - languages.begin())];
}

std::vector<File> build(std::span<const Article> articles, const Known& known,
                        const Settings& settings) {
    Site site{known, settings, {}, {}, {}};
    for (const Article& article : articles) site.sorted.push_back(&article);
    std::stable_sort(site.sorted.begin(), site.sorted.end(),
                     [](const Article* a, const Article* b) {
                         return std::tie(a->language, a->slug) < std::tie(b->language, b->slug);
                     });
    for (const Article* article : site.sorted) {
        const auto& languages = site.languages;
        if (std::find(languages.begin(), languages.end(), article->language) == languages.end()) {
            site.languages.push_back(article->language);
        }
    }
    std::stable_partition(site.languages.begin(), site.languages.end(),
                          [](const std::string& language) { return language == kFirstLanguage; });
    for (const std::string& language : site.languages) {
        site.shelves.push_back(shelves(site, language));
    }
    std::vector<File> files;
    if (site.sorted.empty()) return files;
    for (const Article* article : site.sorted) files.push_back(article_page(site, *article));
    append_indexes(files, site);
    append_feeds(files, site);
    files.push_back({"articles.css", std::string(settings.style)});
    return files;
}

}  // namespace vgap::articles
