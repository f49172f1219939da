#include "web/reading/page.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/utf8.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/text/fold.hpp"
#include "web/app/sentences.hpp"
#include "web/pages/blocks.hpp"
#include "web/ui/node.hpp"

namespace vgap::reading {

using articles::Block;
using articles::Line;
using articles::Mark;
using articles::Packed;
using articles::Shape;
using articles::Span;

namespace {

constexpr std::string_view kOpen = "open:";
constexpr std::size_t kLongestQuestion = 200;
constexpr std::size_t kMostFound = 20;

bool leads_out(const Span& span) {
    return span.to.starts_with("https://");
}

// Of a link, and whose page it is, unless it says so itself.
std::string seen(const Span& span) {
    constexpr std::size_t kScheme = 8;
    const std::string host =
        span.to.substr(kScheme, span.to.find_first_of("/?#", kScheme) - kScheme);
    return span.text.find(host) == span.text.npos ? span.text + " (" + host + ")" : span.text;
}

// Bold is all the emphasis that a page has; a heading is bold as it is.
enum class Weight : std::uint8_t { kText, kHeading };
std::string marked(const Line& line, Weight weight = Weight::kText) {
    std::string out;
    for (const Span& span : line) {
        const bool bold =
            weight == Weight::kText && (span.mark == Mark::kEmphasis || span.mark == Mark::kStrong);
        if (leads_out(span)) {
            (out += ui::kLinkOn) += seen(span);
            out += ui::kLinkOff;
            continue;
        }
        if (bold) out += "**";
        out += span.text;
        if (bold) out += "**";
    }
    return out;
}

std::string plain(const Line& line) {
    std::string out;
    articles::append_plain(out, line);
    return out;
}

void read_need(std::string_view profile, articles::Need& need) {
    const auto document = json::parse(profile);
    if (!document) return;
    const auto items = [](const json::Value* of, std::string_view name) {
        const json::Value* const found = of != nullptr ? of->find(name) : nullptr;
        return found != nullptr ? std::span<const json::Value>(found->elements)
                                : std::span<const json::Value>();
    };
    const auto word = [](const json::Value& of, std::string_view name) {
        const json::Value* const found = of.find(name);
        return found != nullptr ? found->string : std::string();
    };
    for (const json::Value& part : items(document->find("explanation"), "children")) {
        const json::Value* const value = part.find("value");
        if (value != nullptr) need.gaps.emplace_back(word(part, "id"), value->number);
    }
    for (const json::Value& pattern : items(&*document, "patterns")) {
        if (word(pattern, "state") == "found") need.patterns.push_back(word(pattern, "id"));
    }
}

}  // namespace

// One page, or the part of the result.
class Told {
  public:
    Told(std::string& out, const Page& page) : page_(page), texts_(page.texts_), blocks_(out) {}

    void recommended() {
        const auto found = articles::recommend(page_.all_, page_.need_, page_.read_);
        blocks_.json().begin_object().key("on").string("result").key("to").string("reading");
        blocks_.json().key("title").string(
            texts_.say(found.empty() ? "reading.nothing" : "reading.fits"));
        blocks_.json().key("blocks").begin_array();
        for (const articles::Recommendation& each : found) {
            const Packed& article = *page_.all_[each.article];
            blocks_.container("card", "read/" + article.slug, [&] {
                blocks_.container(
                    "section", "name",
                    [&] { blocks_.heading("title", 3, article.title, "legend"); }, {}, {},
                    lang(article));
                blocks_.words("text", "why", because(each.reason));
                blocks_.words("text", "about", about(article), "small");
                button(std::string(kOpen) + article.slug,
                       texts_.say("reading.open", {{"n", article.minutes}}));
            });
        }
        blocks_.container(
            "flow", "more", [&] { button("all", texts_.say("reading.all")); }, {}, "spaced");
        end();
    }

    void article(const Packed& article) {
        begin("reading/" + article.slug, article.title);
        way();
        blocks_.container(
            "section", "article",
            [&] {
                blocks_.heading("title", 1, article.title, "title");
                if (lang(article).empty()) facts(article);
            },
            {}, {}, lang(article));
        if (!lang(article).empty()) facts(article);
        blocks_.container(
            "section", "text",
            [&] {
                std::string above = article.title;
                for (std::size_t at = 0; at < article.blocks.size(); ++at) {
                    body(article.blocks[at], 'b' + std::to_string(at), above);
                }
            },
            {}, {}, lang(article));
        next(article);
        sources(article);
        blocks_.container(
            "flow", "end",
            [&] {
                button("back", back());
                button("all", texts_.say("reading.all"));
            },
            {}, "spaced");
        end();
    }

    void all() {
        begin("reading", texts_.say("reading.title"));
        way();
        blocks_.heading("title", 1, texts_.say("reading.title"), "title");
        blocks_.words("text", "searching", texts_.say("reading.search"), "legend");
        blocks_.block("search", "search", [&](json::Writer& out) {
            out.key("text").string(texts_.say("reading.search"));
            out.key("value").string(page_.question_);
        });
        const bool asked = !text::folded_words(page_.question_).empty();
        const auto found =
            asked ? page_.index_->find(page_.question_, kMostFound) : std::vector<std::size_t>();
        blocks_.words("status", "found",
                      !asked          ? ""
                      : found.empty() ? texts_.say("reading.none")
                                      : texts_.say("reading.found", {{"n", found.size()}}));
        if (asked) {
            for (const std::size_t at : found) row(*page_.all_[at], true);
        } else {
            shelves();
        }
        blocks_.container(
            "flow", "end", [&] { button("back", back()); }, {}, "spaced");
        end();
    }

  private:
    void begin(const std::string& id, const std::string& title) {
        blocks_.json().begin_object().key("id").string(id).key("to").string("reading");
        blocks_.json().key("title").string(title).key("blocks").begin_array();
    }
    void end() { blocks_.json().end_array().end_object(); }

    // The language of an article, where it is not the reader's.
    std::string_view lang(const Packed& article) const {
        const std::vector<Packed>& own = page_.own_.articles;
        const bool is_own = !own.empty() && &article >= own.data() && &article <= &own.back();
        return is_own ? std::string_view() : page_.english_.language;
    }

    std::string about(const Packed& article) const {
        std::string out = texts_.say("articles.minutes", {{"n", article.minutes}}) + " · " +
                          texts_.say("articles.difficulty." + article.difficulty);
        if (!lang(article).empty()) out += " · " + texts_.say("reading.in_english");
        if (page_.read_.contains(article.slug)) out += " · " + texts_.say("reading.read");
        return out;
    }

    std::string because(const articles::Reason& reason) const {
        const bool is_gap = reason.message == "reading.because.gap";
        const std::string name =
            texts_.say((is_gap ? "dimension." : "pattern.") + reason.about + ".name");
        // A share below a point is one with a digit behind it, and never nothing.
        const double points = reason.points >= 1
                                  ? std::round(reason.points)
                                  : std::max(0.1, std::round(reason.points * 10) / 10);
        return texts_.say(reason.message, {{"name", name}, {"n", points}});
    }

    std::string back() const {
        return texts_.say(page_.opened_.size() < 2 ? "reading.to_result" : "reading.back");
    }

    void button(std::string_view key, std::string_view text, const char* style = "secondary",
                std::string_view lang = {}) {
        blocks_.words("button", key, text, style, lang);
    }

    void way() {
        blocks_.container(
            "flow", "way",
            [&] {
                button("back", back(), "linklike");
                if (page_.opened_.size() > 1) {
                    button("close", texts_.say("reading.to_result"), "linklike");
                }
            },
            {}, "spaced");
    }

    // As Ui::leads_to() takes them.
    std::string links(const Line& line) const {
        std::string out;
        for (const Span& span : line) {
            if (!leads_out(span)) continue;
            if (!out.empty()) out += '\n';
            (out += span.to) += '\t';
            out += texts_.say("reading.link", {{"text", seen(span)}});
        }
        return out;
    }

    void linked(const char* kind, std::string_view key, const Line& line,
                std::string_view before = {}) {
        blocks_.block(kind, key, [&](json::Writer& out) {
            out.key("text").string(std::string(before) + marked(line));
            lead(out, line);
        });
    }
    void heading(std::string_view key, int level, const Line& line) {
        blocks_.block("heading", key, [&](json::Writer& out) {
            out.key("text").string(marked(line, Weight::kHeading));
            out.key("style").string(level > 2 ? "legend" : "heading");
            out.key("level").number(level);
            lead(out, line);
        });
    }
    void lead(json::Writer& out, const Line& line) const {
        const std::string found = links(line);
        if (!found.empty()) out.key("links").string(found);
    }

    void facts(const Packed& article) { blocks_.words("text", "about", about(article), "small"); }

    void body(const Block& block, const std::string& key, std::string& above) {
        const Line& first = block.rows[0][0];
        std::size_t number = 0;
        switch (block.shape) {
            case Shape::kHeading:
                above = plain(first);
                heading(key, block.level, first);
                break;
            case Shape::kParagraph:
                linked("text", key, first);
                break;
            case Shape::kQuote:
                for (const std::vector<Line>& row : block.rows) {
                    linked("quote", key + '.' + std::to_string(++number), row[0]);
                }
                break;
            case Shape::kBullets:
                blocks_.container("list", key, [&] {
                    for (const std::vector<Line>& row : block.rows) {
                        linked("item", std::to_string(++number), row[0]);
                    }
                });
                break;
            case Shape::kNumbers:
                for (const std::vector<Line>& row : block.rows) {
                    const std::string place = std::to_string(++number);
                    std::string item_key = key;
                    (item_key += '.') += place;
                    linked("text", item_key, row[0], place + ". ");
                }
                break;
            case Shape::kTable:
                table(block, key, above);
                break;
        }
    }

    // A column is as wide as its longest word asks for, or its usual cell.
    void table(const Block& block, const std::string& key, const std::string& above) {
        blocks_.block("table", key, [&](json::Writer& out) {
            out.key("text").string(above).key("words").boolean(true).key("shares").begin_array();
            for (const double share : shares(block)) out.number(share);
            out.end_array().key("rows").begin_array();
            for (const std::vector<Line>& row : block.rows) {
                out.begin_array();
                for (const Line& cell : row) {
                    this->cell(out, cell, &row == &block.rows[0]);
                }
                out.end_array();
            }
            out.end_array();
        });
    }

    void cell(json::Writer& out, const Line& line, bool heads) const {
        if (std::any_of(line.begin(), line.end(), leads_out)) {
            out.begin_object().key("text").string(marked(line));
            lead(out, line);
            out.end_object();
            return;
        }
        const std::string words = plain(line);
        out.string(heads && !words.empty() ? "**" + words + "**" : words);
    }

    static std::vector<double> shares(const Block& block) {
        constexpr std::size_t kUsual = 24;
        std::vector<double> wanted(block.rows[0].size());
        double sum = 0;
        for (std::size_t column = 0; column < wanted.size(); ++column) {
            std::size_t most = 4;
            for (const std::vector<Line>& row : block.rows) {
                if (column >= row.size()) continue;
                const std::string text = plain(row[column]);
                most = std::max(most, std::min(kUsual, base::count_code_points(text)));
                for (const std::string& word : text::folded_words(text)) {
                    most = std::max(most, base::count_code_points(word));
                }
            }
            wanted[column] = static_cast<double>(most);
            sum += wanted[column];
        }
        for (double& share : wanted) share /= sum;
        return wanted;
    }

    // The articles that it builds on and leads to, and those that it mentions.
    void next(const Packed& article) {
        std::vector<const Packed*> others;
        const auto add = [&](std::string_view slug) {
            const Packed* const other = page_.find(slug);
            if (other == nullptr || other == &article) return;
            if (std::find(others.begin(), others.end(), other) == others.end()) {
                others.push_back(other);
            }
        };
        for (const std::string& slug : article.builds_on) add(slug);
        for (const std::string& slug : article.related) add(slug);
        for (const Block& block : article.blocks) {
            for (const std::vector<Line>& line : block.rows) {
                for (const Line& part : line) {
                    for (const Span& span : part) {
                        if (!span.to.empty()) add(span.to);
                    }
                }
            }
        }
        if (others.empty()) return;
        blocks_.container("section", "next", [&] {
            blocks_.heading("title", 2, texts_.say("articles.related"), "heading");
            for (const Packed* const other : others) row(*other, false);
        });
    }

    void sources(const Packed& article) {
        if (article.sources.empty()) return;
        blocks_.container("section", "sources", [&] {
            blocks_.heading("title", 2, texts_.say("articles.sources"), "heading");
            blocks_.container("list", "list", [&] {
                for (const std::string& source : article.sources) {
                    if (!texts_.has("source." + source + ".title")) continue;
                    blocks_.words("item", source,
                                  "**" + texts_.say("source." + source + ".title") + "** " +
                                      texts_.say("source." + source + ".caution"));
                }
            });
        });
    }

    void row(const Packed& article, bool described) {
        blocks_.container("section", "row/" + article.slug, [&] {
            button(std::string(kOpen) + article.slug, "**" + article.title + "**", "linklike",
                   lang(article));
            if (described) {
                blocks_.container(
                    "section", "text",
                    [&] { blocks_.words("text", "description", article.description, "small"); }, {},
                    {}, lang(article));
            }
            blocks_.words("text", "about", about(article), "small");
        });
    }

    // By kind, in the order in which they came.
    void shelves() {
        std::vector<std::string> kinds;
        for (const Packed* const article : page_.all_) {
            if (std::find(kinds.begin(), kinds.end(), article->category) == kinds.end()) {
                kinds.push_back(article->category);
            }
        }
        for (const std::string& kind : kinds) {
            blocks_.container("section", "shelf/" + kind, [&] {
                blocks_.heading("title", 2, texts_.say("articles.category." + kind), "heading");
                for (const Packed* const article : page_.all_) {
                    if (article->category == kind) row(*article, false);
                }
            });
        }
    }

    const Page& page_;
    const text::Catalogue& texts_;
    pages::Blocks blocks_;
};

std::unique_ptr<Page> Page::open(const Given& given, std::string& problems) {
    std::unique_ptr<Page> page(new Page);
    return page->speak(given, problems) ? std::move(page) : nullptr;
}

bool Page::speak(const Given& given, std::string& problems) {
    base::Errors errors;
    const auto take = [&errors](auto read, auto& into) {
        if (read) {
            into = std::move(*read);
        } else {
            errors.insert(errors.end(), read.error().begin(), read.error().end());
        }
    };
    text::Catalogue texts, names;
    articles::Pack own, english;
    take(text::Catalogue::read(given.texts), texts);
    take(text::Catalogue::read(given.names), names);
    take(articles::read_pack(given.pack), own);
    if (!given.english.empty()) take(articles::read_pack(given.english), english);
    if (!errors.empty()) {
        app::append_problems(problems, texts, errors);
        return false;
    }
    texts.add(names);
    texts_ = std::move(texts);
    own_ = std::move(own);
    english_ = std::move(english);
    all_.clear();
    for (const Packed& article : own_.articles) all_.push_back(&article);
    for (const Packed& article : english_.articles) {
        if (find(article.slug) == nullptr) all_.push_back(&article);
    }
    index_.emplace(all_);
    std::erase_if(opened_, [this](const std::string& slug) {
        return !slug.empty() && find(slug) == nullptr;
    });
    return true;
}

void Page::know(std::string_view profile, std::string_view read) {
    need_ = {};
    read_need(profile, need_);
    read_.clear();
    while (!read.empty()) {
        const std::string_view slug = read.substr(0, read.find(' '));
        read.remove_prefix(std::min(read.size(), slug.size() + 1));
        if (json::is_identifier(slug)) read_.emplace(slug);
    }
}

bool Page::act(std::string_view key, std::string_view value) {
    if (key.starts_with(kOpen)) {
        key.remove_prefix(kOpen.size());
        if (find(key) == nullptr) return false;
        opened_.emplace_back(key);
        read_.emplace(key);
    } else if (key == "all") {
        opened_.emplace_back();
    } else if (key == "search") {
        question_ = base::clipped(value, kLongestQuestion);
    } else if (key == "back" && !opened_.empty()) {
        opened_.pop_back();
    } else if (key == "close") {
        opened_.clear();
    } else {
        return false;
    }
    return true;
}

const Packed* Page::find(std::string_view slug) const {
    for (const Packed* const article : all_) {
        if (article->slug == slug) return article;
    }
    return nullptr;
}

std::string Page::recommended() const {
    std::string out;
    Told(out, *this).recommended();
    return out;
}

std::string Page::page() const {
    std::string out;
    if (opened_.empty()) return out;
    const Packed* const article = find(opened_.back());
    if (article != nullptr) {
        Told(out, *this).article(*article);
    } else {
        Told(out, *this).all();
    }
    return out;
}

std::string Page::read() const {
    std::string out;
    for (const std::string& slug : read_) {
        if (!out.empty()) out += ' ';
        out += slug;
    }
    return out;
}

}  // namespace vgap::reading
