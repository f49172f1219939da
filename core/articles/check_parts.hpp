// articles/check_parts — the parts of the linter, one file each; see articles/check.
//
// In      one article or all; what they may name; where findings go
// Out     findings added
// Errors  none
// Source  articles/check
// Cost    articles/check
// Tested  tests/cli/articles.test.mjs
#pragma once

#include "core/articles/check.hpp"

namespace vgap::articles {

struct Findings {
    std::vector<Finding> list;

    void add(const Article& article, const char* code, std::size_t line,
             std::vector<base::Argument> arguments = {}) {
        list.push_back({article.file, {code, std::to_string(line) + ":1", std::move(arguments)}});
    }
};

void check_fields(const Article& article, const Known& known, Findings& findings);
void check_body(const Article& article, const Known& known, Findings& findings);
// Sorted by language and slug, as `check` does.
void check_relations(std::span<const Article* const> sorted, const Known& known,
                     Findings& findings);

const Article* find(std::span<const Article* const> sorted, std::string_view language,
                    std::string_view slug);

}  // namespace vgap::articles
