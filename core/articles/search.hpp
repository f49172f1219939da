// articles/search — the articles in which all words of a question begin a word, while it is typed.
//
// In      articles, indexed once; a question; how many are wanted
// Out     articles, best first: whose title has most of the words, then whose tags, then whose text has them oftenest; whole
//         words before beginnings; then in their own order
// Errors  none; a question without a letter or digit finds nothing
// Source  issue 7
// Cost    index: O(words · log words). find: O(words that begin so, and where they stand): under a millisecond of 1,000 articles
// Tested  tests/core/articles/search_test.cpp; tools/bench/articles_bench.cpp
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/articles/pack.hpp"

namespace vgap::articles {

inline constexpr std::size_t kMostQuestionWords = 8;  // what is behind them does not count

class Index {
  public:
    explicit Index(std::span<const Packed* const> articles);

    std::vector<std::size_t> find(std::string_view question, std::size_t most) const;

  private:
    struct Place {
        std::uint32_t article = 0;
        std::uint16_t title = 0, tags = 0, text = 0;  // how often
    };

    void add(std::string_view text, std::size_t article, std::uint16_t Place::*field);

    std::size_t size_ = 0;
    std::map<std::string, std::vector<Place>, std::less<>> words_;
};

}  // namespace vgap::articles
