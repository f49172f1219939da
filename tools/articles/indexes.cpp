// articles/indexes — what leads to the articles: an index of each language, a page of each shelf, and the door.

#include <algorithm>

#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kKinds[] = {"dimension", "category", "difficulty", "tag"};

std::string heading_of(const text::Catalogue& texts, std::string_view kind) {
    return texts.say("articles.by." + std::string(kind));
}

File index_page(const Site& site, const std::string& language) {
    const text::Catalogue& texts = site.texts(language);
    Frame frame;
    frame.language = language;
    frame.title = texts.say("articles.title");
    frame.description = texts.say("articles.about");
    frame.path = "/" + language + "/";
    frame.canonical = site.settings.address + frame.path;
    for (const std::string& other : site.languages) {
        frame.alternates.emplace_back(other, "/" + other + "/");
    }
    File file{language + "/index.html", {}};
    std::string& out = file.bytes;
    begin_page(out, site, frame);
    out += "<h1>";
    append_escaped(out, frame.title);
    out += "</h1>\n<p>";
    append_escaped(out, frame.description);
    out += "</p>\n";
    for (const std::string_view kind : kKinds) {
        if (kind == "dimension") continue;
        out += "<h2>";
        append_escaped(out, heading_of(texts, kind));
        out += "</h2>\n<ul class=\"topics\">";
        for (const Shelf& shelf : site.shelves_of(language)) {
            if (shelf.kind != kind) continue;
            out += "<li>";
            append_link(out, linked(frame, shelf_path(language, shelf)), shelf.name);
            out += "</li>";
        }
        out += "</ul>\n";
    }
    for (const Shelf& shelf : site.shelves_of(language)) {
        if (shelf.kind != "dimension") continue;
        out += "<h2>";
        append_link(out, linked(frame, shelf_path(language, shelf)), shelf.name);
        out += "</h2>\n";
        append_list(out, site, frame, shelf.articles, 3);
    }
    end_page(out);
    return file;
}

File shelf_page(const Site& site, const std::string& language, const Shelf& shelf) {
    const text::Catalogue& texts = site.texts(language);
    Frame frame;
    frame.language = language;
    frame.title = texts.say("articles.shelf", {{"name", shelf.name}});
    frame.description =
        texts.say("articles.shelf_about", {{"name", shelf.name}, {"n", shelf.articles.size()}});
    frame.path = shelf_path(language, shelf);
    frame.canonical = site.settings.address + frame.path;
    for (const std::string& other : site.languages) {
        for (const Shelf& each : site.shelves_of(other)) {
            if (each.kind == shelf.kind && each.id == shelf.id) {
                frame.alternates.emplace_back(other, shelf_path(other, each));
            }
        }
    }
    frame.way.emplace_back(texts.say("articles.title"), "/" + language + "/");
    append_way(frame.data, site, frame);
    File file{frame.path.substr(1) + "index.html", {}};
    begin_page(file.bytes, site, frame);
    file.bytes += "<h1>";
    append_escaped(file.bytes, frame.title);
    file.bytes += "</h1>\n";
    append_list(file.bytes, site, frame, shelf.articles, 2);
    end_page(file.bytes);
    return file;
}

// Without a script nobody can be led to their language by themselves.
File door(const Site& site) {
    Frame frame;
    frame.language = site.languages.front();
    frame.title = site.texts(frame.language).say("articles.title");
    frame.description = site.texts(frame.language).say("articles.about");
    frame.path = "/";
    frame.canonical = site.settings.address + "/";
    File file{"index.html", {}};
    begin_page(file.bytes, site, frame);
    file.bytes += "<h1>";
    append_escaped(file.bytes, frame.title);
    file.bytes += "</h1>\n<ul>\n";
    for (const std::string& language : site.languages) {
        file.bytes += "<li><a href=\"" + language + "/\" hreflang=\"" + language + "\" lang=\"" +
                      language + "\">";
        append_escaped(file.bytes, site.texts(language).say("articles.title"));
        file.bytes += "</a></li>\n";
    }
    file.bytes += "</ul>\n";
    end_page(file.bytes);
    return file;
}

}  // namespace

std::string shelf_path(std::string_view language, const Shelf& shelf) {
    std::string id = shelf.id;
    std::replace(id.begin(), id.end(), '_', '-');
    return "/" + std::string(language) + "/by/" + std::string(shelf.kind) + "/" + id + "/";
}

void append_list(std::string& out, const Site& site, const Frame& frame,
                 const std::vector<const Article*>& articles, int level) {
    const text::Catalogue& texts = site.texts(frame.language);
    const std::string heading = "h" + std::to_string(level);
    out += "<ul class=\"list\">\n";
    for (const Article* article : articles) {
        out += "<li><" + heading + ">";
        append_link(out, linked(frame, own_address(*article)), article->title.value);
        out += "</" + heading + ">\n<p>";
        append_escaped(out, article->meta_description.value);
        out += " <span>";
        append_escaped(out, texts.say("articles.minutes", {{"n", article->reading_minutes}}));
        out += "</span></p></li>\n";
    }
    out += "</ul>\n";
}

void append_indexes(std::vector<File>& files, const Site& site) {
    files.push_back(door(site));
    for (const std::string& language : site.languages) {
        files.push_back(index_page(site, language));
        for (const Shelf& shelf : site.shelves_of(language)) {
            files.push_back(shelf_page(site, language, shelf));
        }
    }
}

}  // namespace vgap::articles
