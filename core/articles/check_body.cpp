#include "core/articles/check_parts.hpp"

namespace vgap::articles {

namespace {

struct Heading {
    int level = 0;
    std::string text;
    std::size_t line = 0;
};

std::vector<Heading> headings(const Body& body) {
    std::vector<Heading> out;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at].kind != Kind::kHeading || body[at].side != Side::kOpen) continue;
        std::size_t end = at + 1;
        while (end < body.size() && body[end].kind != Kind::kHeading) ++end;
        out.push_back({body[at].level, plain_text(body, at + 1, end), body[at].line});
    }
    return out;
}

void check_headings(const Article& article, const Known& known, Findings& findings) {
    const std::vector<Heading> all = headings(article.body);
    if (article.body.empty() || all.empty() || article.body[0].kind != Kind::kHeading ||
        all[0].level != 1 || all[0].text != article.title.value) {
        findings.add(article, "error.article.first_heading",
                     article.body.empty() ? article.title.line : article.body[0].line,
                     {{"expected", article.title.value}});
    }
    int level = 1;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Heading& heading = all[at];
        if (heading.text.empty())
            findings.add(article, "error.article.heading_empty", heading.line);
        if (at > 0 && (heading.level == 1 || heading.level > level + 1)) {
            findings.add(
                article, "error.article.heading_order", heading.line,
                {{"found", std::to_string(heading.level)}, {"most", std::to_string(level + 1)}});
        }
        level = heading.level;
    }
    const text::Catalogue* const texts = texts_of(known, article.language);
    if (texts == nullptr) return;
    // Each section in its turn; others may stand between them.
    std::size_t at = 0;
    for (const std::string_view section : kSections) {
        const std::string expected = texts->say("articles.section." + std::string(section));
        std::size_t found = at;
        while (found < all.size() && (all[found].level != 2 || all[found].text != expected))
            ++found;
        if (found == all.size()) {
            findings.add(article, "error.article.section", all.empty() ? 1 : all[0].line,
                         {{"section", expected}});
        } else {
            at = found + 1;
        }
    }
}

}  // namespace

void check_body(const Article& article, const Known& known, Findings& findings) {
    check_headings(article, known, findings);
    const std::size_t words = count_words(article.body);
    if (words < kLeastWords || words > kMostWords) {
        findings.add(article, "error.article.words", article.reading_time.line,
                     {{"found", std::to_string(words)},
                      {"least", std::to_string(kLeastWords)},
                      {"most", std::to_string(kMostWords)}});
    }
    const int difference =
        static_cast<int>(words) - article.reading_minutes * static_cast<int>(kWordsPerMinute);
    const int minute = static_cast<int>(kWordsPerMinute);
    if (difference > minute || difference < -minute) {
        findings.add(article, "error.article.reading_time", article.reading_time.line,
                     {{"found", std::to_string(article.reading_minutes)},
                      {"expected", std::to_string(reading_minutes(words))},
                      {"words", std::to_string(words)}});
    }
}

}  // namespace vgap::articles
