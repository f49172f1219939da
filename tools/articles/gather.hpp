// articles/gather — the articles of folders, as <folder>/<language>/<slug>.md, read and parsed.
//
// In      folders
// Out     Gathered: the articles that can be read, sorted by file; findings about those that cannot
// Errors  error.cli.* for a folder that is not there; error.article.* are findings
// Source  issue 7
// Cost    O(bytes); files over the reader's limit are not read
// Tested  tests/cli/articles.test.mjs
#pragma once

#include <string>
#include <vector>

#include "core/articles/check.hpp"

namespace vgap::articles {

struct Gathered {
    std::vector<Article> articles;
    std::vector<Finding> faults;
    std::vector<std::string> unread;   // addresses of the files that have those faults
    std::vector<std::string> missing;  // folders that cannot be read
};

Gathered gather(const std::vector<std::string>& folders);

}  // namespace vgap::articles
