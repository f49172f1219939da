// articles/feeds — what programs read: the map for search engines, and a feed of each language.

#include <algorithm>

#include "core/articles/check_parts.hpp"
#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr std::string_view kMidnight = "T00:00:00Z";
constexpr std::string_view kAuthor = "Velocity Gap";

void append_element(std::string& out, std::string_view name, std::string_view text) {
    ((out += '<') += name) += '>';
    append_escaped(out, text);
    ((out += "</") += name) += ">\n";
}

File feed(const Site& site, const std::string& language) {
    const text::Catalogue& texts = site.texts(language);
    std::vector<const Article*> articles;
    for (const Article* article : site.sorted) {
        if (article->language == language) articles.push_back(article);
    }
    std::stable_sort(articles.begin(), articles.end(), [](const Article* a, const Article* b) {
        return a->updated.value > b->updated.value;
    });
    const std::string home = site.settings.address + "/" + language + "/";
    File file{language + "/feed.xml", {}};
    std::string& out = file.bytes;
    out += kHead;
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + language + "\">\n";
    append_element(out, "title", texts.say("articles.title"));
    append_element(out, "id", home);
    const auto link = [&](std::string_view kind, std::string_view address) {
        ((out += "<link rel=\"") += kind) += "\" href=\"";
        append_escaped(out, address);
        out += "\"/>\n";
    };
    link("self", home + "feed.xml");
    link("alternate", home);
    append_element(out, "updated", articles.front()->updated.value + std::string(kMidnight));
    out += "<author>";
    append_element(out, "name", kAuthor);
    out += "</author>\n";
    for (const Article* article : articles) {
        out += "<entry>\n";
        append_element(out, "title", article->title.value);
        append_element(out, "id", absolute(site, *article));
        link("alternate", absolute(site, *article));
        append_element(out, "updated", article->updated.value + std::string(kMidnight));
        append_element(out, "summary", article->meta_description.value);
        out += "</entry>\n";
    }
    out += "</feed>\n";
    return file;
}

File map_of_the_site(const Site& site) {
    File file{"sitemap.xml", {}};
    std::string& out = file.bytes;
    out += kHead;
    out +=
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    const auto page = [&](const std::string& path) {
        out += "<url>\n";
        append_element(out, "loc", site.settings.address + path);
    };
    for (const std::string& language : site.languages) {
        page("/" + language + "/");
        out += "</url>\n";
        for (const Shelf& shelf : site.shelves_of(language)) {
            page(shelf_path(language, shelf));
            out += "</url>\n";
        }
    }
    for (const Article* article : site.sorted) {
        // What was first published elsewhere is listed there.
        if (!article->canonical_url.value.starts_with('/')) continue;
        page(own_address(*article));
        append_element(out, "lastmod", article->updated.value);
        for (const std::string& language : site.languages) {
            const Article* const other = find(site.sorted, language, article->slug);
            if (other == nullptr) continue;
            out += "<xhtml:link rel=\"alternate\" hreflang=\"" + language + "\" href=\"";
            append_escaped(out, site.settings.address + own_address(*other));
            out += "\"/>\n";
        }
        out += "</url>\n";
    }
    out += "</urlset>\n";
    return file;
}

}  // namespace

void append_feeds(std::vector<File>& files, const Site& site) {
    for (const std::string& language : site.languages) files.push_back(feed(site, language));
    files.push_back(map_of_the_site(site));
}

}  // namespace vgap::articles
