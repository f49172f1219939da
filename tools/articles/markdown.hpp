// articles/markdown — an article's Markdown to parts, with md4c; what an article has no use for is refused.
//
// In      markdown    headings, paragraphs, lists, tables, links, quotes, emphasis, code in a line, rules
//         first_line  of it in its file
// Out     Body
// Errors  error.article.{html, markup, entity, nesting, unreadable}, each with row:column of its line; raw HTML, pictures, blocks of
//         code and deep nesting are refused, so nothing but text and addresses goes through
// Source  CommonMark 0.30 and GitHub's tables, as md4c reads them
// Cost    O(bytes); at most kDeepest levels
// Tested  tests/cli/articles.test.mjs; tools/fuzz/articles_fuzz.cpp
#pragma once

#include <string_view>

#include "core/articles/article.hpp"
#include "core/base/result.hpp"

namespace vgap::articles {

inline constexpr std::size_t kDeepest = 16;

base::Result<Body> parse_markdown(std::string_view markdown, std::size_t first_line = 1);

}  // namespace vgap::articles
