// articles/page — one article as a page of the site.

#include "core/articles/check_parts.hpp"
#include "core/base/date.hpp"
#include "core/json/write.hpp"
#include "core/text/day.hpp"
#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kOrganization = "Velocity Gap";

// The words of the first section: what search engines may show as the answer to the title's question.
std::string short_answer(const Article& article) {
    const Body& body = article.body;
    std::size_t from = 0;
    while (from < body.size() && (body[from].kind != Kind::kHeading || body[from].level != 2))
        ++from;
    while (from < body.size() && body[from].side != Side::kClose) ++from;
    std::size_t to = from + 1;
    while (to < body.size() && body[to].kind != Kind::kHeading) ++to;
    return from < body.size() ? plain_text(body, from + 1, to) : std::string();
}

std::string structured(const Site& site, const Frame& frame, const Article& article) {
    std::string out;
    json::Writer write(out);
    const auto thing = [&](std::string_view kind) -> json::Writer& {
        return write.key("@type").string(kind);
    };
    write.begin_object().key("@context").string("https://schema.org");
    thing("Article").key("headline").string(article.title.value);
    write.key("description").string(article.meta_description.value);
    write.key("inLanguage").string(article.language);
    write.key("url").string(frame.canonical).key("mainEntityOfPage").string(frame.canonical);
    write.key("dateModified").string(article.updated.value);
    write.key("timeRequired").string("PT" + std::to_string(article.reading_minutes) + "M");
    write.key("wordCount").number(static_cast<double>(count_words(article.body)));
    write.key("author").begin_object();
    thing("Organization").key("name").string(kOrganization).end_object().end_object();
    out += ',';
    json::Writer second(out);
    second.begin_object().key("@context").string("https://schema.org");
    second.key("@type").string("FAQPage").key("mainEntity").begin_array().begin_object();
    second.key("@type").string("Question").key("name").string(article.title.value);
    second.key("acceptedAnswer").begin_object().key("@type").string("Answer");
    second.key("text").string(short_answer(article)).end_object().end_object().end_array();
    second.end_object();
    out += ',';
    append_way(out, site, frame);
    return out;
}

std::vector<const Article*> found(const Site& site, const Article& article,
                                  const std::vector<Text>& slugs) {
    std::vector<const Article*> out;
    for (const Text& slug : slugs) {
        const Article* const other = find(site.sorted, article.language, slug.value);
        if (other != nullptr) out.push_back(other);
    }
    return out;
}

void append_heading(std::string& out, std::string_view text, std::string_view id = {}) {
    out += "<h2";
    if (!id.empty()) ((out += " id=\"") += id) += '"';
    out += '>';
    append_escaped(out, text);
    out += "</h2>\n";
}

void append_facts(std::string& out, const Site& site, const Frame& frame, const Article& article) {
    const text::Catalogue& texts = site.texts(article.language);
    out += "<p class=\"facts\">";
    append_escaped(out, texts.say("articles.minutes", {{"n", article.reading_minutes}}));
    out += " · ";
    append_escaped(out, texts.say("articles.difficulty." + article.difficulty.value));
    out += " · <time datetime=\"" + article.updated.value + "\">";
    append_escaped(out, text::day(texts, *base::parse_date(article.updated.value)));
    out += "</time></p>\n";
    const std::vector<const Article*> first = found(site, article, article.builds_on);
    if (first.empty()) return;
    out += "<p class=\"first\">";
    append_escaped(out, texts.say("articles.first"));
    for (const Article* other : first) {
        out += other == first.front() ? " " : ", ";
        append_link(out, linked(frame, own_address(*other)), other->title.value);
    }
    out += "</p>\n";
}

void append_sources(std::string& out, const Site& site, const Article& article) {
    if (article.sources.empty()) return;
    const text::Catalogue& texts = site.texts(article.language);
    append_heading(out, texts.say("articles.sources"));
    out += "<ul class=\"sources\">\n";
    for (const Text& source : article.sources) {
        out += "<li><cite>";
        append_escaped(out, texts.say("source." + source.value + ".title"));
        out += "</cite> <span>";
        append_escaped(out, texts.say("source." + source.value + ".caution"));
        out += "</span></li>\n";
    }
    out += "</ul>\n";
}

void append_topics(std::string& out, const Site& site, const Frame& frame, const Article& article) {
    out += "<ul class=\"topics\">";
    for (const Shelf& shelf : site.shelves_of(article.language)) {
        bool is_on = false;
        for (const Article* each : shelf.articles) is_on = is_on || each == &article;
        if (!is_on) continue;
        out += "<li>";
        append_link(out, linked(frame, shelf_path(article.language, shelf)), shelf.name);
        out += "</li>";
    }
    out += "</ul>\n";
}

// Below everything else: when it grows, nothing moves.
void append_assessment(std::string& out, const Site& site, const Article& article) {
    const std::string& folder = site.settings.assessment;
    if (folder.empty()) return;
    const text::Catalogue& texts = site.texts(article.language);
    out += "<section class=\"assessment\" aria-labelledby=\"assessment\">\n";
    append_heading(out, texts.say("articles.assessment.title"), "assessment");
    out += "<p>";
    append_escaped(out, texts.say("articles.assessment.about"));
    out += "</p>\n<velocity-gap-frame instrument=\"";
    append_escaped(out, site.known.instrument->id);
    out += "\" locale=\"" + article.language + "\" start=\"";
    append_escaped(out, article.dimension.value);
    out += "\" label=\"";
    append_escaped(out, texts.say("instrument.title"));
    out += "\"><p>";
    append_link(out, folder, texts.say("articles.assessment.link"));
    out += "</p></velocity-gap-frame>\n</section>\n";
}

}  // namespace

std::string absolute(const Site& site, const Article& article) {
    const std::string& address = article.canonical_url.value;
    return address.starts_with('/') ? site.settings.address + address : address;
}

File article_page(const Site& site, const Article& article) {
    const text::Catalogue& texts = site.texts(article.language);
    Frame frame;
    frame.language = article.language;
    frame.title = article.seo_title.value;
    frame.description = article.meta_description.value;
    frame.path = own_address(article);
    frame.canonical = absolute(site, article);
    frame.article = &article;
    for (const std::string& language : site.languages) {
        const Article* const other = find(site.sorted, language, article.slug);
        if (other != nullptr) frame.alternates.emplace_back(language, own_address(*other));
    }
    frame.way.emplace_back(texts.say("articles.title"), "/" + article.language + "/");
    for (const Shelf& shelf : site.shelves_of(article.language)) {
        if (shelf.kind != "dimension" || shelf.id != article.dimension.value) continue;
        frame.way.emplace_back(shelf.name, shelf_path(article.language, shelf));
    }
    frame.data = structured(site, frame, article);

    File file;
    file.path = frame.path.substr(1) + "index.html";
    std::string& out = file.bytes;
    begin_page(out, site, frame);
    out += "<article>\n<h1>";
    append_escaped(out, article.title.value);
    out += "</h1>\n";
    append_facts(out, site, frame, article);
    append_body(out, site, frame, article);
    const std::vector<const Article*> related = found(site, article, article.related);
    if (!related.empty()) {
        append_heading(out, texts.say("articles.related"));
        append_list(out, site, frame, related, 3);
    }
    append_sources(out, site, article);
    append_topics(out, site, frame, article);
    out += "</article>\n";
    append_assessment(out, site, article);
    end_page(out);
    return file;
}

}  // namespace vgap::articles
