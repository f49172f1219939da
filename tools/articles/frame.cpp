// articles/frame — what every page of the site has around its main part.

#include "core/json/write.hpp"
#include "core/text/script.hpp"
#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

void append_meta(std::string& out, std::string_view kind, std::string_view name,
                 std::string_view content) {
    out += "<meta ";
    out += kind;
    out += "=\"";
    out += name;
    out += "\" content=\"";
    append_escaped(out, content);
    out += "\">\n";
}

// The least that a page needs: its style, and the frame with the assessment where there is one.
std::string policy(const Site& site, const Frame& frame) {
    std::string out = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
    const std::string& assessment = site.settings.assessment;
    if (frame.article == nullptr || assessment.empty()) return out;
    std::string origin = "'self'";
    if (assessment.starts_with("https://")) origin = assessment.substr(0, assessment.find('/', 8));
    return out + "; script-src " + origin + "; frame-src " + origin;
}

void append_way_here(std::string& out, const Site& site, const Frame& frame) {
    const text::Catalogue& texts = site.texts(frame.language);
    if (!frame.way.empty()) {
        out += "<nav aria-label=\"";
        append_escaped(out, texts.say("articles.way"));
        out += "\"><ol class=\"way\">";
        for (const auto& [name, path] : frame.way) {
            out += "<li>";
            append_link(out, linked(frame, path), name);
            out += "</li>";
        }
        out += "</ol></nav>\n";
    }
    if (frame.alternates.size() < 2) return;
    out += "<nav aria-label=\"";
    append_escaped(out, texts.say("articles.languages"));
    out += "\"><ul class=\"languages\">";
    for (const auto& [language, path] : frame.alternates) {
        if (language == frame.language) continue;
        out += "<li><a href=\"" + linked(frame, path) + "\" hreflang=\"" + language + "\" lang=\"" +
               language + "\">";
        append_escaped(out, site.texts(language).say("articles.language"));
        out += "</a></li>";
    }
    out += "</ul></nav>\n";
}

}  // namespace

std::string to_root(std::string_view path) {
    std::string out;
    for (std::size_t at = 1; at < path.size(); ++at) {
        if (path[at] == '/') out += "../";
    }
    return out;
}

std::string linked(const Frame& from, std::string_view path) {
    return to_root(from.path) + std::string(path.substr(1));
}

void begin_page(std::string& out, const Site& site, const Frame& frame) {
    const text::Catalogue& texts = site.texts(frame.language);
    out += "<!DOCTYPE html>\n<html lang=\"";
    append_escaped(out, frame.language);
    out += text::right_to_left(frame.language) ? "\" dir=\"rtl\">\n" : "\">\n";
    out += "<head>\n<meta charset=\"utf-8\">\n";
    append_meta(out, "http-equiv", "Content-Security-Policy", policy(site, frame));
    append_meta(out, "name", "viewport", "width=device-width,initial-scale=1");
    append_meta(out, "name", "color-scheme", "light dark");
    out += "<title>";
    append_escaped(out, frame.title);
    out += "</title>\n";
    append_meta(out, "name", "description", frame.description);
    out += "<link rel=\"canonical\" href=\"";
    append_escaped(out, frame.canonical);
    out += "\">\n";
    const auto alternate = [&](std::string_view language, std::string_view path) {
        out += "<link rel=\"alternate\" hreflang=\"";
        out += language;
        out += "\" href=\"";
        append_escaped(out, site.settings.address + std::string(path));
        out += "\">\n";
    };
    if (frame.alternates.size() > 1) {
        for (const auto& [language, path] : frame.alternates) alternate(language, path);
        alternate("x-default", frame.alternates.front().second);
    }
    out += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" +
           linked(frame, "/" + std::string(frame.language) + "/feed.xml") + "\" title=\"";
    append_escaped(out, texts.say("articles.title"));
    out += "\">\n";
    append_meta(out, "property", "og:type", frame.article == nullptr ? "website" : "article");
    append_meta(out, "property", "og:title", frame.title);
    append_meta(out, "property", "og:description", frame.description);
    append_meta(out, "property", "og:url", frame.canonical);
    append_meta(out, "property", "og:site_name", texts.say("articles.title"));
    if (frame.article != nullptr) {
        append_meta(out, "property", "article:modified_time", frame.article->updated.value);
    }
    out += "<link rel=\"stylesheet\" href=\"" + linked(frame, "/articles.css") + "\">\n";
    if (frame.article != nullptr && !site.settings.assessment.empty()) {
        out += "<script src=\"";
        append_escaped(out, site.settings.assessment + "embed.js");
        out += "\" async></script>\n";
    }
    if (!frame.data.empty()) {
        // In a block of data only `<` could end it early.
        out += "<script type=\"application/ld+json\">[";
        for (const char c : frame.data) {
            if (c == '<') {
                out += "\\u003c";
            } else {
                out += c;
            }
        }
        out += "]</script>\n";
    }
    out += "</head>\n<body>\n<a class=\"skip\" href=\"#text\">";
    append_escaped(out, texts.say("articles.skip"));
    out += "</a>\n<header>\n";
    append_way_here(out, site, frame);
    out += "</header>\n<main id=\"text\">\n";
}

void end_page(std::string& out) {
    out += "</main>\n</body>\n</html>\n";
}

void append_way(std::string& data, const Site& site, const Frame& frame) {
    json::Writer write(data);
    write.begin_object().key("@context").string("https://schema.org");
    write.key("@type").string("BreadcrumbList").key("itemListElement").begin_array();
    double position = 0;
    const auto step = [&](std::string_view name, std::string_view address) {
        write.begin_object().key("@type").string("ListItem");
        write.key("position").number(++position);
        write.key("name").string(name).key("item").string(address).end_object();
    };
    for (const auto& [name, path] : frame.way) step(name, site.settings.address + path);
    step(frame.article == nullptr ? frame.title : frame.article->title.value, frame.canonical);
    write.end_array().end_object();
}

}  // namespace vgap::articles
