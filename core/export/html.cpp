#include "core/export/html.hpp"

#include "core/export/escape.hpp"
#include "core/text/script.hpp"

namespace vgap::export_ {

namespace {

using report::Block;
using report::Kind;

// The look of the assessment in ink and paper; on paper no heading stands alone at a page's end.
constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}"
    "body{max-width:46em;margin:2em auto;padding:0 1em;font:400 1em/1.5 ui-sans-serif,sans-serif;"
    "color:#1b1f24;background:#fbfaf7}"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;break-after:avoid}h2{margin-top:2em}"
    ".table{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:start;padding-bottom:.5em;color:#5b6470}"
    "th,td{text-align:start;vertical-align:top;padding:.4em .6em .4em 0;"
    "border-bottom:1px solid #e3e0d8;font-variant-numeric:tabular-nums}"
    "blockquote{margin:.5em 0;padding-inline-start:.75em;border-inline-start:3px solid #b93d0b}"
    ".note{color:#5b6470;font-size:.9em;overflow-wrap:anywhere}"
    "tr,li,blockquote{break-inside:avoid}"
    "@media(prefers-color-scheme:dark){body{color:#eceae5;background:#14171a}"
    ".note,caption{color:#a3abb4}th,td{border-color:#31363c}}"
    "@media "
    "print{body{max-width:none;margin:0;padding:0;color:#000;background:none}.table{overflow:"
    "visible}}"
    "@page{margin:2cm}";

void append_text(std::string& out, std::string_view text) {
    bool bold = false;
    while (!text.empty()) {
        const std::size_t mark = text.find("**");
        append_escaped(out, text.substr(0, mark));
        if (mark == std::string_view::npos) break;
        out += bold ? "</strong>" : "<strong>";
        bold = !bold;
        text.remove_prefix(mark + 2);
    }
    if (bold) out += "</strong>";
}

std::string without_bold(std::string text) {
    for (std::size_t at; (at = text.find("**")) != std::string::npos;) text.erase(at, 2);
    return text;
}

void append_element(std::string& out, std::string_view tag, std::string_view text,
                    std::string_view attributes = {}) {
    out += '<';
    out += tag;
    out += attributes;
    out += '>';
    append_text(out, text);
    out += "</";
    out += tag;
    out += '>';
}

void append_table(std::string& out, const Block& table) {
    // Wider than a phone it scrolls by itself, with the keyboard too.
    out += "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"";
    append_escaped(out, without_bold(table.text));
    out += "\"><table>";
    append_element(out, "caption", table.text);
    out += "\n<thead><tr>";
    for (const std::string& column : table.columns) {
        append_element(out, "th", column, " scope=\"col\"");
    }
    out += "</tr></thead>\n<tbody>";
    for (const std::vector<std::string>& row : table.rows) {
        out += "\n<tr>";
        for (std::size_t at = 0; at < row.size(); ++at) {
            append_element(out, at == 0 ? "th" : "td", row[at],
                           at == 0 ? std::string_view(" scope=\"row\"") : std::string_view());
        }
        out += "</tr>";
    }
    out += "\n</tbody></table></div>";
}

void append_block(std::string& out, const Block& block) {
    switch (block.kind) {
        case Kind::kHeading:
            append_element(out, "h" + std::to_string(block.level), block.text);
            break;
        case Kind::kParagraph:
            append_element(out, "p", block.text);
            break;
        case Kind::kNote:
            append_element(out, "p", block.text, " class=\"note\"");
            break;
        case Kind::kQuote:
            append_element(out, "blockquote", block.text);
            break;
        case Kind::kList:
            out += "<ul>";
            for (const std::string& item : block.items) {
                out += '\n';
                append_element(out, "li", item);
            }
            out += "\n</ul>";
            break;
        case Kind::kTable:
            append_table(out, block);
            break;
    }
    out += '\n';
}

}  // namespace

void append_html(std::string& out, const report::Report& report, std::string_view language) {
    out += "<!doctype html>\n<html lang=\"";
    append_escaped(out, language);
    out += text::right_to_left(language) ? "\" dir=\"rtl\">\n" : "\">\n";
    out +=
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n";
    append_element(out, "title",
                   report.empty() ? std::string() : without_bold(report.front().text));
    out += "\n<style>";
    out += kStyle;
    out += "</style>\n<main>\n";
    for (const Block& block : report) append_block(out, block);
    out += "</main>\n</html>\n";
}

}  // namespace vgap::export_
