#include <algorithm>

#include "core/articles/check_parts.hpp"
#include "core/base/utf8.hpp"

namespace vgap::articles {

namespace {

std::string joined(std::span<const std::string_view> words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

void check_choice(const Article& article, std::string_view field, const Text& text,
                  std::span<const std::string_view> known, Findings& findings) {
    if (std::find(known.begin(), known.end(), text.value) != known.end()) return;
    findings.add(article, "error.article.choice", text.line,
                 {{"field", std::string(field)}, {"found", text.value}, {"known", joined(known)}});
}

template <class List, class IdOf>
std::vector<std::string_view> ids(const List& list, IdOf id_of) {
    std::vector<std::string_view> out;
    out.reserve(list.size());
    for (const auto& each : list) out.push_back(id_of(each));
    return out;
}

void check_ids(const Article& article, std::string_view field, const std::vector<Text>& texts,
               const std::vector<std::string_view>& known, Findings& findings) {
    for (const Text& text : texts) {
        if (std::find(known.begin(), known.end(), text.value) != known.end()) continue;
        findings.add(
            article, "error.article.unknown_id", text.line,
            {{"field", std::string(field)}, {"found", text.value}, {"known", joined(known)}});
    }
}

void check_length(const Article& article, const char* code, const Text& text, std::size_t most,
                  Findings& findings) {
    const std::size_t length = base::count_code_points(text.value);
    if (length <= most) return;
    findings.add(article, code, text.line,
                 {{"found", std::to_string(length)}, {"most", std::to_string(most)}});
}

bool is_slug(std::string_view slug) {
    return !slug.empty() && slug.front() != '-' && slug.back() != '-' &&
           slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == slug.npos;
}

}  // namespace

void check_fields(const Article& article, const Known& known, Findings& findings) {
    if (!is_slug(article.slug)) {
        findings.add(article, "error.article.slug", 1, {{"found", article.slug}});
    }
    check_choice(article, "category", article.category, kCategories, findings);
    check_choice(article, "difficulty", article.difficulty, kDifficulties, findings);

    const instrument::Instrument& instrument = *known.instrument;
    const auto own_id = [](const auto& each) -> std::string_view { return each.id; };
    const std::vector<std::string_view> dimensions = ids(instrument.dimensions, own_id);
    check_ids(article, "dimension", {article.dimension}, dimensions, findings);
    check_ids(article, "dimensions", article.dimensions, dimensions, findings);
    check_ids(article, "patterns", article.patterns, ids(instrument.patterns, own_id), findings);
    check_ids(article, "actions", article.actions, ids(instrument.actions, own_id), findings);
    check_ids(article, "sources", article.sources, ids(instrument.sources, own_id), findings);
    check_ids(article, "capabilities", article.capabilities,
              ids(known.capabilities, [](const std::string& id) -> std::string_view { return id; }),
              findings);
    if (const text::Catalogue* texts = texts_of(known, article.language); texts != nullptr) {
        constexpr std::string_view kTag = "articles.tag.";
        std::vector<std::string_view> tags;
        for (const text::Message& message : texts->messages()) {
            const std::string_view id = message.id;
            if (id.starts_with(kTag)) tags.push_back(id.substr(kTag.size()));
        }
        check_ids(article, "tags", article.tags, tags, findings);
    }

    check_length(article, "error.article.seo_title", article.seo_title, kLongestTitle, findings);
    check_length(article, "error.article.meta_description", article.meta_description,
                 kLongestDescription, findings);
    const std::string& address = article.canonical_url.value;
    if (address != own_address(article) &&
        (!address.starts_with("https://") ||
         address.find_first_of(" \"<>\\^`{|}") != address.npos)) {
        findings.add(article, "error.article.canonical", article.canonical_url.line,
                     {{"found", address}, {"expected", own_address(article)}});
    }
}

}  // namespace vgap::articles
