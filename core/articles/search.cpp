#include "core/articles/search.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/text/fold.hpp"

namespace vgap::articles {

namespace {

struct Score {
    std::uint32_t words = 0;  // of the question, so far
    std::uint32_t title = 0, tags = 0, whole = 0, text = 0;
};

// Of one word of the question.
struct Hit {
    bool title = false, tags = false, whole = false;
    std::uint32_t text = 0;
};

}  // namespace

Index::Index(std::span<const Packed* const> articles) : size_(articles.size()) {
    std::string text;
    for (std::size_t at = 0; at < articles.size(); ++at) {
        const Packed& article = *articles[at];
        add(article.title, at, &Place::title);
        for (const std::string& tag : article.tags) add(tag, at, &Place::tags);
        text = article.description;
        for (const Block& block : article.blocks) {
            for (const std::vector<Line>& row : block.rows) {
                for (const Line& line : row) {
                    text += ' ';
                    append_plain(text, line);
                }
            }
        }
        add(text, at, &Place::text);
    }
}

void Index::add(std::string_view text, std::size_t article, std::uint16_t Place::*field) {
    for (std::string& word : text::folded_words(text)) {
        std::vector<Place>& places = words_[std::move(word)];
        if (places.empty() || places.back().article != article) {
            places.push_back({static_cast<std::uint32_t>(article), 0, 0, 0});
        }
        std::uint16_t& count = places.back().*field;
        if (count < std::numeric_limits<std::uint16_t>::max()) ++count;
    }
}

std::vector<std::size_t> Index::find(std::string_view question, std::size_t most) const {
    std::vector<std::string> asked = text::folded_words(question);
    if (asked.size() > kMostQuestionWords) asked.resize(kMostQuestionWords);
    std::vector<std::size_t> found;
    if (asked.empty()) return found;
    std::vector<Score> scores(size_);
    std::vector<Hit> hits(size_);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t turn = 0; turn < asked.size(); ++turn) {
        const std::string& start = asked[turn];
        for (auto word = words_.lower_bound(start);
             word != words_.end() && word->first.starts_with(start); ++word) {
            const bool whole = word->first.size() == start.size();
            for (const Place& place : word->second) {
                if (scores[place.article].words != turn) continue;  // lacks one before
                Hit& hit = hits[place.article];
                if (!hit.title && !hit.tags && hit.text == 0) touched.push_back(place.article);
                hit.title = hit.title || place.title > 0;
                hit.tags = hit.tags || place.tags > 0;
                hit.whole = hit.whole || whole;
                hit.text += place.text;
            }
        }
        for (const std::uint32_t article : touched) {
            const Hit hit = std::exchange(hits[article], {});
            Score& score = scores[article];
            ++score.words;
            score.title += hit.title ? 1 : 0;
            score.tags += hit.tags ? 1 : 0;
            score.whole += hit.whole ? 1 : 0;
            score.text += hit.text;
        }
        touched.clear();
    }
    for (std::size_t at = 0; at < size_; ++at) {
        if (scores[at].words == asked.size()) found.push_back(at);
    }
    const std::size_t shown = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown),
                      found.end(), [&](std::size_t a, std::size_t b) {
                          const Score& x = scores[a];
                          const Score& y = scores[b];
                          return std::tie(y.title, y.tags, y.whole, y.text, a) <
                                 std::tie(x.title, x.tags, x.whole, x.text, b);
                      });
    found.resize(shown);
    return found;
}

}  // namespace vgap::articles
