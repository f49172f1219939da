// bench/articles — recommending and searching among a thousand articles, made of the real ones over and over.
//
// In      --pack FILE: the articles of a language (velocity-gap articles pack); without it there is nothing to measure
// Out     articles indexed, questions answered and results recommended for, a second. A question is each beginning of what
//         somebody types, from the first letter on, so that the slow short ones count
// Errors  the file cannot be read
// Source  issue 7: under 5 ms each
// Cost    three cases of runs · seconds
// Tested  tests/bench/run.test.mjs

#include "core/articles/recommend.hpp"
#include "core/articles/search.hpp"
#include "tools/bench/harness.hpp"

namespace vgap::bench {

namespace {

constexpr std::size_t kArticles = 1000;
constexpr std::string_view kTyped[] = {"readiness", "a manager who leads", "the plan", "exp"};

}  // namespace

bool articles_bench(const Options& options, std::vector<Measured>& results) {
    if (options.pack.empty()) return true;
    const auto pack = articles::read_pack(text_of(options.pack));
    if (!pack || pack->articles.empty()) {
        std::fprintf(stderr, "bench: %s cannot be read\n", options.pack.c_str());
        return false;
    }
    std::vector<articles::Packed> made;
    articles::Need need;
    for (std::size_t at = 0; at < kArticles; ++at) {
        made.push_back(pack->articles[at % pack->articles.size()]);
        articles::Packed& article = made.back();
        const std::string number = std::to_string(at);
        article.slug += '-' + number;
        article.title += ' ' + number;
        if (at >= pack->articles.size()) continue;
        need.gaps.emplace_back(article.dimension, 1.0 + static_cast<double>(at));
        need.patterns.insert(need.patterns.end(), article.patterns.begin(), article.patterns.end());
    }
    std::vector<const articles::Packed*> all;
    for (const articles::Packed& article : made) all.push_back(&article);
    results.push_back(measure(options, "articles: indexed", "articles", kArticles,
                              [&] { articles::Index{all}; }));
    const articles::Index index(all);
    std::vector<std::string_view> questions;
    for (const std::string_view typed : kTyped) {
        for (std::size_t end = 1; end <= typed.size(); ++end) {
            questions.push_back(typed.substr(0, end));
        }
    }
    std::size_t found = 0;
    results.push_back(measure(options, "articles: searched", "questions",
                              static_cast<double>(questions.size()), [&] {
                                  for (const std::string_view question : questions) {
                                      found += index.find(question, 20).size();
                                  }
                              }));
    results.push_back(measure(options, "articles: searched, one letter", "questions", 1,
                              [&] { found += index.find("a", 20).size(); }));
    results.push_back(measure(options, "articles: recommended", "results", 1,
                              [&] { found += articles::recommend(all, need, {}).size(); }));
    return found > 0;
}

}  // namespace vgap::bench
