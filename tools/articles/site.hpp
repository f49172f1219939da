// articles/site — articles as a static site: pages that need no script, indexes, a map for search engines, feeds.
//
// In      articles without findings; what they name; where the site and the assessment will stand
// Out     files by their path below the site: LANGUAGE/SLUG/index.html, LANGUAGE/index.html, LANGUAGE/by/KIND/ID/index.html,
//         LANGUAGE/feed.xml, index.html, sitemap.xml, articles.css; the same bytes for the same input
// Errors  none; a relation or link to an article that is not among them is left out, its words stay
// Source  issue 7; Open Graph; schema.org Article, FAQPage, BreadcrumbList; RFC 4287; sitemaps.org
// Cost    O(articles · articles of the same shelf) bytes
// Tested  tests/cli/articles_build.test.mjs, tests/browser/articles.test.mjs
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/articles/check.hpp"

namespace vgap::articles {

struct Settings {
    std::string address;  // "https://example.org/knowledge", without a slash at its end
    std::string
        assessment;  // folder of the assessment's site, with a slash at its end; empty: none is embedded
    std::string_view style;
};

struct File {
    std::string path;
    std::string bytes;
};

// known.texts hold the interface's words and the instrument's.
std::vector<File> build(std::span<const Article> articles, const Known& known,
                        const Settings& settings);

// LANGUAGE.json of each language that has articles (core/articles/pack).
std::vector<File> pack(std::span<const Article> articles, const Known& known);

// The file of an article to be written, which the linter then leads through.
std::string begin_article(const text::Catalogue& texts, const instrument::Instrument& instrument,
                          std::string_view slug, std::string_view today);

}  // namespace vgap::articles
