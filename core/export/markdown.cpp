#include "core/export/markdown.hpp"

#include <string_view>

namespace vgap::export_ {

namespace {

using report::Block;
using report::Kind;

constexpr std::string_view kMarkup = "\\`*_{}[]<>|#~&$!";
constexpr std::string_view kBlanks = " \t\n\r";
constexpr std::size_t kNowhere = std::string_view::npos;

// `**` opens and closes bold; everything else that Markdown would read is escaped.
void append_text(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "**") {
            out += "**";
            ++at;
        } else if (text[at] == '\n' || text[at] == '\r') {
            out += ' ';
        } else {
            if (kMarkup.find(text[at]) != kNowhere) out += '\\';
            out += text[at];
        }
    }
}

// At its beginning a text could also be a list or a rule; 1.5 is neither.
void append_paragraph(std::string& out, std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const bool marked = digits > 0 && digits < text.size() &&
                        (text[digits] == '.' || text[digits] == ')') &&
                        (digits + 1 == text.size() || kBlanks.find(text[digits + 1]) != kNowhere);
    if (marked) {
        out += text.substr(0, digits);
        out += '\\';
        text.remove_prefix(digits);
        out += text.front();
        text.remove_prefix(1);
    } else if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=')) {
        out += '\\';
        out += text[0];
        text.remove_prefix(1);
    }
    append_text(out, text);
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
        out += "| ";
        append_text(out, cell);
        out += ' ';
    }
    out += "|\n";
}

void append_table(std::string& out, const Block& table) {
    append_row(out, table.columns);
    for (std::size_t at = 0; at < table.columns.size(); ++at) out += at == 0 ? "|---" : "|---:";
    out += "|\n";
    for (const std::vector<std::string>& row : table.rows) append_row(out, row);
}

}  // namespace

void append_markdown(std::string& out, const report::Report& report) {
    for (const Block& block : report) {
        if (&block != &report.front()) out += '\n';
        switch (block.kind) {
            case Kind::kHeading:
                out.append(static_cast<std::size_t>(block.level), '#').append(" ");
                append_text(out, block.text);
                break;
            case Kind::kParagraph:
                append_paragraph(out, block.text);
                break;
            case Kind::kNote:
                out += '*';
                append_text(out, block.text);
                out += '*';
                break;
            case Kind::kQuote:
                out += "> ";
                append_paragraph(out, block.text);
                break;
            case Kind::kList:
                for (const std::string& item : block.items) {
                    if (&item != &block.items.front()) out += '\n';
                    out += "- ";
                    append_paragraph(out, item);
                }
                break;
            case Kind::kTable:
                append_table(out, block);
                continue;
        }
        out += '\n';
    }
}

}  // namespace vgap::export_
