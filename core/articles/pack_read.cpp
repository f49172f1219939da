#include "core/articles/pack.hpp"
#include "core/articles/pack_names.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"

namespace vgap::articles {

namespace {

constexpr std::size_t kMostText = 32u << 10;
constexpr std::size_t kMostListed = 64;
constexpr std::size_t kMostRows = 4096;
constexpr std::string_view kHttps = "https://";

std::string read_address(const json::Reader& in) {
    std::string to = in.string();
    if (!to.starts_with(kHttps) && !json::is_identifier(to)) {
        in.report("error.json.not_allowed",
                  {{"found", to}, {"allowed", "slug, " + std::string(kHttps)}});
        to.clear();
    }
    return to;
}

Span read_span(const json::Reader& in) {
    Span span;
    if (in.value().kind == json::Kind::kString) {
        span.text = in.string(kMostText);
        return span;
    }
    const std::vector<json::Reader> parts = in.elements(2, 3);
    if (parts.size() < 2) return span;
    const int mark = parts[0].one_of({kMarks[1], kMarks[2], kMarks[3]});
    span.mark = static_cast<Mark>(mark + 1);
    span.text = parts[1].string(kMostText);
    if (span.mark != Mark::kLink) return span;
    if (parts.size() < 3) {
        in.report("error.json.too_few_elements", {{"found", "2"}, {"least", "3"}});
        return span;
    }
    span.to = read_address(parts[2]);
    return span;
}

Block read_block(const json::Reader& in) {
    Block block;
    in.object({"kind", "level", "rows"});
    const int shape = in.at("kind").one_of(
        {kShapes[0], kShapes[1], kShapes[2], kShapes[3], kShapes[4], kShapes[5]});
    block.shape = static_cast<Shape>(shape < 0 ? 1 : shape);
    if (block.shape == Shape::kHeading) block.level = in.at("level").whole(2, 6);
    for (const json::Reader& row : in.at("rows").elements(1, kMostRows)) {
        block.rows.emplace_back();
        for (const json::Reader& line : row.elements(1, kMostListed)) {
            block.rows.back().emplace_back();
            for (const json::Reader& span : line.elements(0, kMostRows)) {
                block.rows.back().back().push_back(read_span(span));
            }
        }
    }
    return block;
}

std::vector<std::string> read_ids(const json::Reader& in) {
    std::vector<std::string> out;
    for (const json::Reader& each : in.elements(0, kMostListed)) out.push_back(each.identifier());
    return out;
}

Packed read_article(const json::Reader& in) {
    Packed article;
    in.object({"slug", "title", "description", "dimension", "category", "difficulty", "minutes",
               "dimensions", "patterns", "builds_on", "related", "sources", "tags", "blocks"});
    article.slug = in.at("slug").identifier();
    article.title = in.at("title").string();
    article.description = in.at("description").string();
    article.dimension = in.at("dimension").identifier();
    article.category = in.at("category").identifier();
    article.difficulty = in.at("difficulty").identifier();
    article.minutes = in.at("minutes").whole(1, 999);
    article.dimensions = read_ids(in.at("dimensions"));
    article.patterns = read_ids(in.at("patterns"));
    article.builds_on = read_ids(in.at("builds_on"));
    article.related = read_ids(in.at("related"));
    article.sources = read_ids(in.at("sources"));
    for (const json::Reader& tag : in.at("tags").elements(0, kMostListed)) {
        article.tags.push_back(tag.string());
    }
    for (const json::Reader& block : in.at("blocks").elements(0, kMostRows)) {
        article.blocks.push_back(read_block(block));
    }
    return article;
}

}  // namespace

base::Result<Pack> read_pack(std::string_view json) {
    base::Result<json::Value> document = json::parse(json);
    if (!document) return base::fail(std::move(document.error()));
    base::Errors problems;
    const json::Reader in(*document, problems);
    in.object({"schema", "language", "articles"});
    in.at("schema").one_of({"articles/1"});
    Pack pack;
    pack.language = in.at("language").string(35);
    for (const json::Reader& article : in.at("articles").elements()) {
        pack.articles.push_back(read_article(article));
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return pack;
}

void append_plain(std::string& out, const Line& line) {
    for (const Span& span : line) out += span.text;
}

}  // namespace vgap::articles
