// articles/article — one article of the knowledge base: its front matter, and its body as a list of parts.
//
// In      filled by articles/read (front matter) and by whoever parses Markdown (parts)
// Out     Text: a value and the line it stands on, so that every problem can be told with its place
//         Part: an opening, a closing or a text, in reading order; a browser's own way to tell a document
// Errors  none
// Source  the fields of the front matter: assets/schemas/article.schema.json
// Cost    none
// Tested  tests/cli/articles.test.mjs
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vgap::articles {

struct Text {
    std::string value;
    std::size_t line = 0;  // from 1; 0: not given
};

enum class Kind : std::uint8_t {
    kHeading,
    kParagraph,
    kQuote,
    kBullets,
    kNumbers,
    kItem,
    kRule,
    kTable,
    kTableHead,
    kTableBody,
    kRow,
    kHeadCell,
    kCell,
    kEmphasis,
    kStrong,
    kLink,
    kCode,
    kText,
    kBreak,
};

enum class Side : std::uint8_t { kOpen, kClose, kWhole };  // kText, kBreak and kRule are whole

struct Part {
    Kind kind = Kind::kText;
    Side side = Side::kWhole;
    int level = 0;     // of a heading, from 1
    std::string text;  // of kText; the address of an opening kLink
    std::size_t line = 0;
};

using Body = std::vector<Part>;

struct Article {
    std::string file;
    std::string language;
    std::string slug;

    Text title, dimension, category, difficulty, seo_title, meta_description, canonical_url,
        updated;
    Text reading_time;
    int reading_minutes = 0;
    std::vector<Text> tags, dimensions, patterns, actions, capabilities, builds_on, related,
        sources;

    Body body;
};

// Words of the body: runs between blanks that hold a letter or a digit.
std::size_t count_words(const Body& body);

// The text of parts [from, to), without marks; a break is a blank.
std::string plain_text(const Body& body, std::size_t from, std::size_t to);

}  // namespace vgap::articles
