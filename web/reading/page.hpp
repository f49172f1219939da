// reading/page — the articles in the widget as data for pages/given: what this result should read, one article, all of them with a
// search; and the way back through what was opened.
//
// In      texts around the articles; those of the instrument; the articles of the reader's language, and the English ones,
//         which stand in for what it lacks (or ""); a result (profile/1); slugs of what was read, with blanks between them
// Out     recommended(): what stands on the result; page(): what is open over it, or ""; read(): as it came in, and more
//         what a person did comes by the key of the block: open:SLUG, all, search, back, close
// Errors  open() and speak(): sentences with place, as JSON; the state stays as it was
// Source  issue 7
// Cost    open and speak: the index of all words; the others O(articles)
// Tested  tests/web/reading/page_test.cpp
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/articles/recommend.hpp"
#include "core/articles/search.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::reading {

struct Given {
    std::string_view texts, names, pack, english;
};

class Page {
  public:
    static std::unique_ptr<Page> open(const Given& given, std::string& problems);
    bool speak(const Given& given, std::string& problems);

    void know(std::string_view profile, std::string_view read);
    bool act(std::string_view key, std::string_view value);  // false: no such thing to do here

    int depth() const { return static_cast<int>(opened_.size()); }
    std::string recommended() const;
    std::string page() const;
    std::string read() const;

  private:
    friend class Told;
    const articles::Packed* find(std::string_view slug) const;

    text::Catalogue texts_;
    articles::Pack own_, english_;
    std::vector<const articles::Packed*>
        all_;  // in the reader's language, then those that it lacks
    std::optional<articles::Index> index_;
    articles::Need need_;
    std::set<std::string, std::less<>> read_;
    std::vector<std::string> opened_;  // slugs; empty: all of them
    std::string question_;
};

}  // namespace vgap::reading
