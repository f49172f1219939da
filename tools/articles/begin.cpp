// articles/begin — an article to be written: every field, and the headings of its language.

#include "tools/articles/site.hpp"

namespace vgap::articles {

std::string begin_article(const text::Catalogue& texts, const instrument::Instrument& instrument,
                          std::string_view slug, std::string_view today) {
    const std::string language = texts.language();
    const std::string title = texts.say("articles.new.title");
    std::string out = "---\n";
    const auto line = [&out](std::string_view key, std::string_view value) {
        (((out += key) += ": ") += value) += '\n';
    };
    const auto quoted = [](std::string_view value) { return '"' + std::string(value) + '"'; };
    line("title", quoted(title));
    line("dimension", instrument.dimensions.front().id);
    line("category", kCategories[0]);
    line("tags", "[]");
    line("difficulty", kDifficulties[0]);
    line("reading_time", "3 min");
    line("seo_title", quoted(title));
    line("meta_description", quoted(texts.say("articles.new.description")));
    line("canonical_url", quoted("/" + language + "/" + std::string(slug) + "/"));
    for (const std::string_view key :
         {"dimensions", "patterns", "actions", "capabilities", "builds_on", "related", "sources"}) {
        line(key, "[]");
    }
    line("updated", today);
    out += "---\n\n# " + title + "\n";
    for (const std::string_view section : kSections) {
        out += "\n## " + texts.say("articles.section." + std::string(section)) + "\n";
    }
    return out;
}

}  // namespace vgap::articles
