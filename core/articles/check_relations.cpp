#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

#include "core/articles/check_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kEnding = ".md";

using Sorted = std::span<const Article* const>;

bool is_there(Sorted sorted, const Known& known, const Article& from, std::string_view slug) {
    if (find(sorted, from.language, slug) != nullptr) return true;
    const std::string address = "/" + from.language + "/" + std::string(slug) + "/";
    return std::find(known.unread.begin(), known.unread.end(), address) != known.unread.end();
}

std::pair<std::string_view, std::string_view> key(const Article& article) {
    return {article.language, article.slug};
}

void check_twins(Sorted sorted, Findings& findings) {
    std::map<std::string_view, const Article*> addresses, titles;
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        const Article& article = *sorted[at];
        if (at > 0 && key(*sorted[at - 1]) == key(article)) {
            findings.add(article, "error.article.duplicate", 1,
                         {{"slug", article.slug}, {"other", sorted[at - 1]->file}});
            continue;
        }
        const auto once = [&](auto& seen, const Text& text, const char* code) {
            const auto [place, is_new] = seen.emplace(text.value, &article);
            if (!is_new) findings.add(article, code, text.line, {{"other", place->second->file}});
        };
        once(addresses, article.canonical_url, "error.article.canonical_twice");
        once(titles, article.seo_title, "error.article.title_twice");
    }
}

void check_slugs(Sorted sorted, const Known& known, const Article& article,
                 const std::vector<Text>& slugs, Findings& findings) {
    for (const Text& slug : slugs) {
        if (slug.value == article.slug) {
            findings.add(article, "error.article.related_self", slug.line, {{"found", slug.value}});
        } else if (!is_there(sorted, known, article, slug.value)) {
            findings.add(article, "error.article.related_dead", slug.line,
                         {{"found", slug.value}, {"language", article.language}});
        }
    }
}

// Only two kinds of address lead anywhere: another article's file, and a page behind https.
void check_links(Sorted sorted, const Known& known, const Article& article, Findings& findings) {
    for (const Part& part : article.body) {
        if (part.kind != Kind::kLink || part.side != Side::kOpen) continue;
        const std::string_view address = part.text;
        if (address.starts_with("https://") && address.size() > 8) continue;
        const bool is_file =
            address.ends_with(kEnding) && address.find_first_of("/:\\?#%") == address.npos;
        if (!is_file) {
            findings.add(article, "error.article.link", part.line, {{"found", part.text}});
        } else if (!is_there(sorted, known, article,
                             address.substr(0, address.size() - kEnding.size()))) {
            findings.add(article, "error.article.link_dead", part.line, {{"found", part.text}});
        }
    }
}

// What to read first must lead to an end: a walk in depth, without recursion, that tells each way back once.
void check_cycles(Sorted sorted, Findings& findings) {
    enum class State : std::uint8_t { kNew, kOpen, kDone };
    std::map<const Article*, State> states;
    struct Step {
        const Article* article;
        std::size_t next = 0;
    };
    for (const Article* start : sorted) {
        if (states[start] != State::kNew) continue;
        std::vector<Step> way = {{start}};
        states[start] = State::kOpen;
        while (!way.empty()) {
            Step& step = way.back();
            const Article& article = *step.article;
            if (step.next == article.builds_on.size()) {
                states[step.article] = State::kDone;
                way.pop_back();
                continue;
            }
            const Text& slug = article.builds_on[step.next++];
            const Article* before = find(sorted, article.language, slug.value);
            if (before == nullptr || before == &article) continue;  // told by check_slugs
            if (states[before] == State::kOpen) {
                std::string path;
                bool is_inside = false;
                for (const Step& each : way) {
                    is_inside = is_inside || each.article == before;
                    if (is_inside) (path += each.article->slug) += " > ";
                }
                findings.add(article, "error.article.cycle", slug.line,
                             {{"path", path + before->slug}});
            } else if (states[before] == State::kNew) {
                states[before] = State::kOpen;
                way.push_back({before});
            }
        }
    }
}

}  // namespace

const Article* find(Sorted sorted, std::string_view language, std::string_view slug) {
    const std::pair wanted(language, slug);
    const auto place =
        std::lower_bound(sorted.begin(), sorted.end(), wanted,
                         [](const Article* a, const auto& b) { return key(*a) < b; });
    return place != sorted.end() && key(**place) == wanted ? *place : nullptr;
}

void check_relations(Sorted sorted, const Known& known, Findings& findings) {
    check_twins(sorted, findings);
    for (const Article* article : sorted) {
        check_slugs(sorted, known, *article, article->builds_on, findings);
        check_slugs(sorted, known, *article, article->related, findings);
        check_links(sorted, known, *article, findings);
    }
    check_cycles(sorted, findings);
}

}  // namespace vgap::articles
