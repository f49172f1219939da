// articles/site_parts — what the pages of the site share: their frame, and which articles stand on which shelf.
//
// In      Site: everything that is built together
// Out     HTML, appended
// Errors  none
// Source  articles/site
// Cost    O(bytes)
// Tested  tests/cli/articles_build.test.mjs
#pragma once

#include "core/export/escape.hpp"
#include "tools/articles/site.hpp"

namespace vgap::articles {

struct Shelf {
    std::string_view kind;  // "dimension", "category", "difficulty", "tag"
    std::string id;
    std::string name;
    std::vector<const Article*> articles;  // by title
};

struct Site {
    const Known& known;
    const Settings& settings;
    std::vector<const Article*> sorted;  // by language and slug
    std::vector<std::string>
        languages;  // that have articles; English first, it is what others fall back to
    std::vector<std::vector<Shelf>> shelves;  // of each language

    const text::Catalogue& texts(std::string_view language) const;
    const std::vector<Shelf>& shelves_of(std::string_view language) const;
};

// The head of a page, and everything until its main part begins.
struct Frame {
    std::string_view language;
    std::string title;
    std::string description;
    std::string path;                                             // "/en/pathways/"
    std::string canonical;                                        // absolute
    std::vector<std::pair<std::string, std::string>> alternates;  // language, path
    const Article* article = nullptr;
    std::string data;  // JSON-LD: what goes into the list, without its brackets
    std::vector<std::pair<std::string, std::string>>
        way;  // name, path: from the index to here, without here
};

std::string shelf_path(std::string_view language, const Shelf& shelf);
std::string to_root(std::string_view path);  // "../../"
std::string linked(const Frame& from,
                   std::string_view path);  // relative, so that the site may stand anywhere
std::string absolute(const Site& site, const Article& article);  // its canonical address

using export_::append_escaped;
void append_link(std::string& out, std::string_view address, std::string_view text);
void append_body(std::string& out, const Site& site, const Frame& frame, const Article& article);

void begin_page(std::string& out, const Site& site, const Frame& frame);
void end_page(std::string& out);

// Into JSON-LD.
void append_way(std::string& data, const Site& site, const Frame& frame);

void append_list(std::string& out, const Site& site, const Frame& frame,
                 const std::vector<const Article*>& articles, int level);

File article_page(const Site& site, const Article& article);
void append_indexes(std::vector<File>& files, const Site& site);
void append_feeds(std::vector<File>& files, const Site& site);

}  // namespace vgap::articles
