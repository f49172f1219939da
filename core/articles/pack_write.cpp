#include "core/articles/pack.hpp"
#include "core/articles/pack_names.hpp"
#include "core/json/write.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kHttps = "https://";
constexpr std::string_view kMarkdown = ".md";

class Layout {
  public:
    std::vector<Block> blocks(const Body& body) {
        for (const Part& part : body) {
            switch (part.side) {
                case Side::kOpen:
                    open(part);
                    break;
                case Side::kClose:
                    close(part);
                    break;
                case Side::kWhole:
                    if (part.kind == Kind::kText) add(part.text);
                    if (part.kind == Kind::kBreak) add(" ");
                    break;
            }
        }
        std::erase_if(blocks_, [](const Block& block) { return block.rows.empty(); });
        return std::move(blocks_);
    }

  private:
    void begin(Shape shape, int level = 0) { blocks_.push_back({shape, level, {}}); }

    void row() { blocks_.back().rows.push_back({{}}); }

    // Where the next words go. A list in an item goes on as items of the same list.
    void open(const Part& part) {
        switch (part.kind) {
            case Kind::kHeading:
                title_ = part.level == 1;  // stands in the front matter
                if (title_) break;
                begin(Shape::kHeading, part.level);
                row();
                break;
            case Kind::kParagraph:
                if (lists_ > 0) {
                    add(" ");
                    break;
                }
                if (!quoted_) begin(Shape::kParagraph);
                row();
                break;
            case Kind::kQuote:
                begin(Shape::kQuote);
                quoted_ = true;
                break;
            case Kind::kBullets:
            case Kind::kNumbers:
                if (lists_++ == 0) {
                    begin(part.kind == Kind::kBullets ? Shape::kBullets : Shape::kNumbers);
                }
                break;
            case Kind::kItem:
                row();
                break;
            case Kind::kTable:
                begin(Shape::kTable);
                break;
            case Kind::kRow:
                blocks_.back().rows.emplace_back();
                break;
            case Kind::kHeadCell:
            case Kind::kCell:
                blocks_.back().rows.back().emplace_back();
                break;
            case Kind::kEmphasis:
                mark_ = Mark::kEmphasis;
                break;
            case Kind::kStrong:
                mark_ = Mark::kStrong;
                break;
            case Kind::kLink:
                mark_ = Mark::kLink;
                to_ = part.text;
                if (!to_.starts_with(kHttps) && to_.ends_with(kMarkdown)) {
                    to_.resize(to_.size() - kMarkdown.size());
                }
                break;
            default:
                break;
        }
    }

    void close(const Part& part) {
        if (part.kind == Kind::kHeading) title_ = false;
        if (part.kind == Kind::kQuote) quoted_ = false;
        if (part.kind == Kind::kBullets || part.kind == Kind::kNumbers) --lists_;
        if (part.kind == Kind::kEmphasis || part.kind == Kind::kStrong ||
            part.kind == Kind::kLink) {
            mark_ = Mark::kPlain;
            to_.clear();
        }
    }

    void add(std::string_view text) {
        if (title_ || blocks_.empty() || blocks_.back().rows.empty() ||
            blocks_.back().rows.back().empty()) {
            return;
        }
        Line& line = blocks_.back().rows.back().back();
        if (line.empty() && text == " ") return;
        if (line.empty() || line.back().mark != mark_ || line.back().to != to_) {
            line.push_back({mark_, std::string(text), to_});
        } else {
            line.back().text += text;
        }
    }

    std::vector<Block> blocks_;
    bool title_ = false, quoted_ = false;
    int lists_ = 0;
    Mark mark_ = Mark::kPlain;
    std::string to_;
};

void append_span(json::Writer& write, const Span& span) {
    if (span.mark == Mark::kPlain) {
        write.string(span.text);
        return;
    }
    write.begin_array().string(kMarks[static_cast<std::size_t>(span.mark)]).string(span.text);
    if (span.mark == Mark::kLink) write.string(span.to);
    write.end_array();
}

void append_block(json::Writer& write, const Block& block) {
    write.begin_object().key("kind").string(kShapes[static_cast<std::size_t>(block.shape)]);
    if (block.shape == Shape::kHeading) write.key("level").number(block.level);
    write.key("rows").begin_array();
    for (const std::vector<Line>& row : block.rows) {
        write.begin_array();
        for (const Line& line : row) {
            write.begin_array();
            for (const Span& span : line) append_span(write, span);
            write.end_array();
        }
        write.end_array();
    }
    write.end_array().end_object();
}

void append_list(json::Writer& write, std::string_view key, const std::vector<Text>& list) {
    write.key(key).begin_array();
    for (const Text& each : list) write.string(each.value);
    write.end_array();
}

}  // namespace

void append_pack(std::string& out, std::span<const Article* const> articles,
                 const text::Catalogue& texts) {
    json::Writer write(out);
    write.begin_object().key("schema").string("articles/1");
    write.key("language").string(texts.language()).key("articles").begin_array();
    for (const Article* const article : articles) {
        write.begin_object().key("slug").string(article->slug);
        write.key("title").string(article->title.value);
        write.key("description").string(article->meta_description.value);
        write.key("dimension").string(article->dimension.value);
        write.key("category").string(article->category.value);
        write.key("difficulty").string(article->difficulty.value);
        write.key("minutes").number(article->reading_minutes);
        append_list(write, "dimensions", article->dimensions);
        append_list(write, "patterns", article->patterns);
        append_list(write, "builds_on", article->builds_on);
        append_list(write, "related", article->related);
        append_list(write, "sources", article->sources);
        write.key("tags").begin_array();
        for (const Text& tag : article->tags) {
            write.string(texts.say("articles.tag." + tag.value));
        }
        write.end_array().key("blocks").begin_array();
        for (const Block& block : Layout().blocks(article->body)) append_block(write, block);
        write.end_array().end_object();
    }
    write.end_array().end_object();
}

}  // namespace vgap::articles
