// articles/read — a file of an article: its front matter, strictly, and where its Markdown begins.
//
// In      bytes of the file: a line `---`, lines `key: value`, a line `---`, Markdown
//         a value is plain to the end of its line, or in double quotes (\" and \\ stand for themselves), or a list
//         [a, b] of plain values; there is nothing else of YAML
// Out     Source: the article without its body, the Markdown, and the line on which that begins
// Errors  error.article.{too_large, utf8, character, no_front_matter, open_front_matter, line, quotes, list, empty,
//         unknown_field, twice, missing, minutes, date}, all of them at once, each with row:column
// Source  assets/schemas/article.schema.json
// Cost    O(bytes); at most kMostBytes
// Tested  tests/cli/articles.test.mjs; tools/fuzz/articles_fuzz.cpp
#pragma once

#include <string_view>

#include "core/articles/article.hpp"
#include "core/base/result.hpp"

namespace vgap::articles {

inline constexpr std::size_t kMostBytes = 256u << 10;

struct Source {
    Article article;
    std::string_view markdown;  // in the bytes given
    std::size_t first_line = 1;
};

base::Result<Source> read_article(std::string_view bytes);

}  // namespace vgap::articles
