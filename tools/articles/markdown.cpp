#include "tools/articles/markdown.hpp"

#include <algorithm>
#include <optional>

#include <md4c.h>

namespace vgap::articles {

namespace {

class Parser {
  public:
    Parser(std::string_view markdown, std::size_t first_line)
        : markdown_(markdown), line_(first_line) {
        line_begins_.push_back(0);
        for (std::size_t at = markdown.find('\n'); at != markdown.npos;
             at = markdown.find('\n', at + 1)) {
            line_begins_.push_back(at + 1);
        }
        first_line_ = first_line;
    }

    base::Result<Body> parse() {
        MD_PARSER parser = {};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Parser*>(self)->block(type, detail, Side::kOpen);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Parser*>(self)->block(type, detail, Side::kClose);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Parser*>(self)->span(type, detail, Side::kOpen);
        };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Parser*>(self)->span(type, detail, Side::kClose);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<Parser*>(self)->text(type, {text, size});
        };
        md_parse(markdown_.data(), static_cast<MD_SIZE>(markdown_.size()), &parser, this);
        if (!errors_.empty()) return base::fail(std::move(errors_));
        return std::move(body_);
    }

  private:
    std::string where() const { return std::to_string(line_) + ":1"; }

    void refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        base::Error error = {code, where(), std::move(arguments)};
        if (errors_.empty() || errors_.back() != error) base::note(errors_, std::move(error));
    }

    // md4c hands out pieces of the file, and now and then one of its own.
    void see(std::string_view piece) {
        if (piece.data() < markdown_.data() ||
            piece.data() >= markdown_.data() + markdown_.size()) {
            return;
        }
        const auto offset = static_cast<std::size_t>(piece.data() - markdown_.data());
        const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
        line_ = first_line_ + static_cast<std::size_t>(after - line_begins_.begin()) - 1;
        for (; unplaced_ < body_.size(); ++unplaced_) body_[unplaced_].line = line_;
        for (; unplaced_errors_ < errors_.size(); ++unplaced_errors_) {
            errors_[unplaced_errors_].where = where();
        }
    }

    // md4c 0.4.8 gives, for some brackets that never close, a piece that ends before it begins. tools/fuzz found it.
    bool is_whole(std::string_view piece) const {
        const char* const end = markdown_.data() + markdown_.size();
        if (piece.data() < markdown_.data() || piece.data() > end) {
            return piece.size() <= markdown_.size();
        }
        return piece.size() <= static_cast<std::size_t>(end - piece.data());
    }

    int add(Kind kind, Side side, int level = 0, std::string text = {}) {
        if (side == Side::kOpen && ++depth_ > kDeepest) {
            refuse("error.article.nesting", {{"most", std::to_string(kDeepest)}});
            return 1;  // md4c stops here, but says so only of some kinds
        }
        if (side == Side::kClose) --depth_;
        if (side == Side::kClose)
            unplaced_ = body_.size();  // openings without text lie on the line before
        body_.push_back({kind, side, level, std::move(text), line_});
        return 0;
    }

    int block(MD_BLOCKTYPE type, void* detail, Side side) {
        switch (type) {
            case MD_BLOCK_DOC:
                return 0;
            case MD_BLOCK_H:
                return add(Kind::kHeading, side,
                           static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
            case MD_BLOCK_P:
                return add(Kind::kParagraph, side);
            case MD_BLOCK_QUOTE:
                return add(Kind::kQuote, side);
            case MD_BLOCK_UL:
                return add(Kind::kBullets, side);
            case MD_BLOCK_OL:
                return add(Kind::kNumbers, side);
            case MD_BLOCK_LI:
                return add(Kind::kItem, side);
            case MD_BLOCK_HR:
                return side == Side::kOpen ? add(Kind::kRule, Side::kWhole) : 0;
            case MD_BLOCK_TABLE:
                return add(Kind::kTable, side);
            case MD_BLOCK_THEAD:
                return add(Kind::kTableHead, side);
            case MD_BLOCK_TBODY:
                return add(Kind::kTableBody, side);
            case MD_BLOCK_TR:
                return add(Kind::kRow, side);
            case MD_BLOCK_TH:
                return add(Kind::kHeadCell, side);
            case MD_BLOCK_TD:
                return add(Kind::kCell, side);
            case MD_BLOCK_HTML:
                is_html_ = side == Side::kOpen;  // told when its text shows the line
                return 0;
            case MD_BLOCK_CODE:
                is_code_ = side == Side::kOpen;
                return 0;
        }
        return 0;
    }

    int span(MD_SPANTYPE type, void* detail, Side side) {
        switch (type) {
            case MD_SPAN_EM:
                return add(Kind::kEmphasis, side);
            case MD_SPAN_STRONG:
                return add(Kind::kStrong, side);
            case MD_SPAN_CODE:
                return add(Kind::kCode, side);
            case MD_SPAN_A: {
                std::string address;
                if (side == Side::kOpen)
                    address = text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
                return add(Kind::kLink, side, 0, std::move(address));
            }
            default:
                if (side == Side::kOpen) refuse("error.article.markup");
                return 0;
        }
    }

    int text(MD_TEXTTYPE type, std::string_view piece) {
        see(piece);
        if (!is_whole(piece)) {
            refuse("error.article.unreadable");
            return 1;
        }
        const int code = take(type, piece);
        unplaced_errors_ = errors_.size();  // what this text is refused for stands on its own line
        return code;
    }

    int take(MD_TEXTTYPE type, std::string_view piece) {
        if (is_html_ || type == MD_TEXT_HTML) {
            refuse("error.article.html");
            return 0;
        }
        if (is_code_) {
            refuse("error.article.markup");
            return 0;
        }
        switch (type) {
            case MD_TEXT_BR:
            case MD_TEXT_SOFTBR:
                return add(Kind::kBreak, Side::kWhole, type == MD_TEXT_BR ? 1 : 0);
            case MD_TEXT_ENTITY:
                return add(Kind::kText, Side::kWhole, 0, entity(piece));
            case MD_TEXT_NULLCHAR:
                return 0;  // articles/read refuses it
            default:
                return add(Kind::kText, Side::kWhole, 0, std::string(piece));
        }
    }

    std::string entity(std::string_view piece) {
        if (piece == "&amp;") return "&";
        if (piece == "&lt;") return "<";
        if (piece == "&gt;") return ">";
        refuse("error.article.entity", {{"found", std::string(piece)}});
        return {};
    }

    std::string text_of(const MD_ATTRIBUTE& attribute) {
        std::string out;
        if (attribute.size > markdown_.size()) {
            refuse("error.article.unreadable");
            return out;
        }
        for (std::size_t at = 0;
             attribute.text != nullptr && attribute.substr_offsets[at] < attribute.size; ++at) {
            const std::string_view piece(
                attribute.text + attribute.substr_offsets[at],
                attribute.substr_offsets[at + 1] - attribute.substr_offsets[at]);
            out +=
                attribute.substr_types[at] == MD_TEXT_ENTITY ? entity(piece) : std::string(piece);
        }
        return out;
    }

    std::string_view markdown_;
    std::vector<std::size_t> line_begins_;
    std::size_t first_line_ = 1;
    std::size_t line_ = 1;
    std::size_t unplaced_ = 0;  // parts from here on wait for the line of their first text
    std::size_t unplaced_errors_ = 0;
    std::size_t depth_ = 0;
    bool is_html_ = false;
    bool is_code_ = false;
    Body body_;
    base::Errors errors_;
};

}  // namespace

base::Result<Body> parse_markdown(std::string_view markdown, std::size_t first_line) {
    return Parser(markdown, first_line).parse();
}

}  // namespace vgap::articles
