// articles/check — the linter: what a writer should mend before these articles are shown to anybody.
//
// In      articles of any languages, each with its body; what they may name
// Out     findings in the order of the articles, each with the file and row:column
// Errors  none: what is wrong with an article is a finding, error.article.{slug, choice, unknown_id, seo_title,
//         meta_description, canonical, canonical_twice, title_twice, duplicate, related_dead, related_self, cycle,
//         reading_time, words, first_heading, heading_order, heading_empty, section, link, link_dead, no_article}
// Source  search engines cut titles near 60 and descriptions near 160 characters; 200 words a minute is a slow reader
// Cost    O(articles · (relations + parts) · log articles)
// Tested  tests/cli/articles.test.mjs
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/articles/article.hpp"
#include "core/base/result.hpp"
#include "core/instrument/types.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::articles {

inline constexpr std::size_t kLongestTitle = 60;  // code points
inline constexpr std::size_t kLongestDescription = 160;
inline constexpr std::size_t kLeastWords = 400;
inline constexpr std::size_t kMostWords = 900;
inline constexpr std::size_t kWordsPerMinute = 200;

inline constexpr std::string_view kCategories[] = {"foundations", "patterns", "practice"};
inline constexpr std::string_view kDifficulties[] = {"foundational", "intermediate", "advanced"};
// The second level of headings, in this order; each has its words as articles.section.NAME.
inline constexpr std::string_view kSections[] = {"short_answer", "why", "good", "wrong", "monday"};

struct Known {
    const instrument::Instrument* instrument = nullptr;
    std::vector<std::string> capabilities;
    std::vector<const text::Catalogue*> texts;  // of every language that has articles
    // Addresses (own_address) of files that are there but could not be read: what leads to them is no fault.
    std::vector<std::string> unread;
};

struct Finding {
    std::string file;
    base::Error what;
};

int reading_minutes(std::size_t words);
std::string own_address(const Article& article);  // "/en/slug/", below wherever the site stands
const text::Catalogue* texts_of(const Known& known, std::string_view language);

std::vector<Finding> check(std::span<const Article> articles, const Known& known);

}  // namespace vgap::articles
