// articles/pack — the articles of one language as a browser gets them: read, checked and laid out beforehand, so that nothing
// there has to know Markdown.
//
// In      append_pack: articles without findings, and the words of their language (the names of tags)
//         read_pack: {"schema": "articles/1", "language", "articles": [...]}, see Packed. A block is {"kind", "rows"}, and a
//         heading has "level"; a row holds lines, a line spans: "text", ["emphasis", "text"], ["strong", "text"] or
//         ["link", "text", "slug" or "https://..."]
// Out     JSON, appended; Pack, in the order of the file
// Errors  read_pack: error.json.*, all at once; error.json.not_allowed for a link that is neither
// Source  issue 7: at most 3 kB an article, compressed
// Cost    O(bytes)
// Tested  tests/core/articles/pack_test.cpp, tests/cli/articles_pack.test.mjs; tools/fuzz/articles_fuzz.cpp
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/articles/article.hpp"
#include "core/base/result.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::articles {

enum class Mark : std::uint8_t { kPlain, kEmphasis, kStrong, kLink };

struct Span {
    Mark mark = Mark::kPlain;
    std::string text;
    std::string to;  // of a link
};

using Line = std::vector<Span>;

enum class Shape : std::uint8_t { kHeading, kParagraph, kQuote, kBullets, kNumbers, kTable };

// A row is an item of a list, a paragraph of a quote or a row of a table, whose first one has the headings; only a table's
// has more lines than one.
struct Block {
    Shape shape = Shape::kParagraph;
    int level = 0;  // of a heading, from 2
    std::vector<std::vector<Line>> rows;
};

struct Packed {
    std::string slug;
    std::string title;
    std::string description;
    std::string dimension;
    std::string category;
    std::string difficulty;
    int minutes = 1;
    std::vector<std::string> dimensions, patterns, builds_on, related, sources;
    std::vector<std::string> tags;  // in words
    std::vector<Block> blocks;      // without the title
};

struct Pack {
    std::string language;
    std::vector<Packed> articles;
};

void append_pack(std::string& out, std::span<const Article* const> articles,
                 const text::Catalogue& texts);
base::Result<Pack> read_pack(std::string_view json);

// Without marks.
void append_plain(std::string& out, const Line& line);

}  // namespace vgap::articles
