#include "core/articles/check.hpp"

#include <algorithm>
#include <tuple>

#include "core/articles/check_parts.hpp"

namespace vgap::articles {

namespace {

bool names(const std::vector<Text>& texts, std::string_view id) {
    return std::any_of(texts.begin(), texts.end(),
                       [id](const Text& text) { return text.value == id; });
}

// Every dimension and pattern has something to read about.
void check_coverage(std::span<const Article> articles, const Known& known, Findings& findings) {
    const auto miss = [&](std::string_view kind, const std::string& id, const auto& is_about) {
        if (std::any_of(articles.begin(), articles.end(), is_about)) return;
        findings.list.push_back(
            {articles.empty() ? std::string() : articles.front().file,
             {"error.article.no_article", "1:1", {{"kind", std::string(kind)}, {"id", id}}}});
    };
    for (const instrument::Dimension& dimension : known.instrument->dimensions) {
        miss("dimension", dimension.id, [&](const Article& article) {
            return article.dimension.value == dimension.id &&
                   article.category.value == kCategories[0];
        });
    }
    for (const instrument::Pattern& pattern : known.instrument->patterns) {
        miss("pattern", pattern.id, [&](const Article& article) {
            return names(article.patterns, pattern.id) && article.category.value == kCategories[1];
        });
    }
}

}  // namespace

int reading_minutes(std::size_t words) {
    return static_cast<int>(
        std::max<std::size_t>(1, (words + kWordsPerMinute / 2) / kWordsPerMinute));
}

std::string own_address(const Article& article) {
    return "/" + article.language + "/" + article.slug + "/";
}

const text::Catalogue* texts_of(const Known& known, std::string_view language) {
    for (const text::Catalogue* texts : known.texts) {
        if (texts->language() == language) return texts;
    }
    return nullptr;
}

std::vector<Finding> check(std::span<const Article> articles, const Known& known) {
    std::vector<const Article*> sorted;
    for (const Article& article : articles) sorted.push_back(&article);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Article* a, const Article* b) {
        return std::tie(a->language, a->slug) < std::tie(b->language, b->slug);
    });
    Findings findings;
    for (const Article& article : articles) {
        check_fields(article, known, findings);
        check_body(article, known, findings);
    }
    check_relations(sorted, known, findings);
    check_coverage(articles, known, findings);
    return std::move(findings.list);
}

}  // namespace vgap::articles
