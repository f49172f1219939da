// articles/body — the parts of an article as HTML; whatever they hold is escaped.

#include "core/articles/check_parts.hpp"
#include "tools/articles/site_parts.hpp"

namespace vgap::articles {

namespace {

constexpr std::string_view kEnding = ".md";

std::string_view element(Kind kind) {
    switch (kind) {
        case Kind::kParagraph:
            return "p";
        case Kind::kQuote:
            return "blockquote";
        case Kind::kBullets:
            return "ul";
        case Kind::kNumbers:
            return "ol";
        case Kind::kItem:
            return "li";
        case Kind::kTable:
            return "table";
        case Kind::kTableHead:
            return "thead";
        case Kind::kTableBody:
            return "tbody";
        case Kind::kRow:
            return "tr";
        case Kind::kHeadCell:
        case Kind::kCell:
            return "td";
        case Kind::kEmphasis:
            return "em";
        case Kind::kStrong:
            return "strong";
        case Kind::kCode:
            return "code";
        default:
            return {};
    }
}

class Writer {
  public:
    Writer(std::string& out, const Site& site, const Frame& frame, const Article& article)
        : out_(out), site_(site), frame_(frame), article_(article) {}

    void write() {
        const Body& body = article_.body;
        for (std::size_t at = 0; at < body.size(); ++at) {
            if (body[at].kind == Kind::kHeading && body[at].level == 1) {
                while (body[at].kind != Kind::kHeading || body[at].side != Side::kClose) ++at;
                continue;  // the page has it above
            }
            part(at);
        }
    }

  private:
    void tag(std::string_view name, Side side, std::string_view attributes = {}) {
        out_ += side == Side::kClose ? "</" : "<";
        out_ += name;
        if (side == Side::kOpen) out_ += attributes;
        out_ += '>';
    }

    void part(std::size_t at) {
        const Part& part = article_.body[at];
        const bool opens = part.side == Side::kOpen;
        switch (part.kind) {
            case Kind::kText:
                append_escaped(out_, part.text);
                break;
            case Kind::kBreak:
                out_ += part.level == 1 ? "<br>\n" : "\n";
                break;
            case Kind::kRule:
                out_ += "<hr>\n";
                break;
            case Kind::kLink:
                link(part);
                break;
            case Kind::kHeading: {
                const std::string name = "h" + std::to_string(part.level);
                tag(name, part.side);
                if (opens) {
                    std::size_t end = at;
                    while (article_.body[end].side != Side::kClose) ++end;
                    heading_ = plain_text(article_.body, at, end);
                } else {
                    out_ += '\n';
                }
                break;
            }
            case Kind::kTable:
                // Wider than a phone it scrolls by itself, with the keyboard too.
                if (opens) {
                    out_ += "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"";
                    append_escaped(out_, heading_);
                    out_ += "\">";
                }
                tag("table", part.side);
                out_ += opens ? "\n" : "</div>\n";
                break;
            case Kind::kHeadCell: {
                const bool is_empty = article_.body[at + (opens ? 1 : 0)].side == Side::kClose &&
                                      (opens || article_.body[at - 1].side == Side::kOpen);
                tag(is_empty ? "td" : "th", part.side,
                    is_empty ? std::string_view() : std::string_view(" scope=\"col\""));
                break;
            }
            default: {
                tag(element(part.kind), part.side);
                const bool is_inside = part.kind == Kind::kEmphasis || part.kind == Kind::kStrong ||
                                       part.kind == Kind::kCode || part.kind == Kind::kCell;
                const bool holds_blocks = part.kind != Kind::kParagraph && part.kind != Kind::kItem;
                if (!is_inside && (!opens || holds_blocks)) out_ += '\n';
            }
        }
    }

    void link(const Part& part) {
        if (part.side == Side::kClose) {
            if (is_linked_) out_ += "</a>";
            return;
        }
        const std::string_view address = part.text;
        is_linked_ = true;
        if (address.starts_with("https://")) {
            out_ += "<a href=\"";
            append_escaped(out_, address);
            out_ += "\">";
            return;
        }
        is_linked_ = false;  // the linter refuses what is neither; it would not become a link
        if (!address.ends_with(kEnding)) return;
        const Article* const other = find(site_.sorted, article_.language,
                                          address.substr(0, address.size() - kEnding.size()));
        is_linked_ = other != nullptr;
        if (is_linked_) out_ += "<a href=\"" + linked(frame_, own_address(*other)) + "\">";
    }

    std::string& out_;
    const Site& site_;
    const Frame& frame_;
    const Article& article_;
    std::string heading_;
    bool is_linked_ = false;
};

}  // namespace

void append_link(std::string& out, std::string_view address, std::string_view text) {
    out += "<a href=\"";
    append_escaped(out, address);
    out += "\">";
    append_escaped(out, text);
    out += "</a>";
}

void append_body(std::string& out, const Site& site, const Frame& frame, const Article& article) {
    Writer(out, site, frame, article).write();
}

}  // namespace vgap::articles
