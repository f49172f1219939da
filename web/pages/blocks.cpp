#include "web/pages/blocks.hpp"

namespace vgap::pages {

void Blocks::begin(const char* kind, std::string_view key, std::string_view text, const char* style,
                   std::string_view lang) {
    write_.begin_object();
    field("kind", kind).field("key", key);
    if (!text.empty()) field("text", text);
    if (style != nullptr) field("style", style);
    if (!lang.empty()) field("lang", lang);
}

void Blocks::begin_inside() {
    write_.key("blocks").begin_array();
}

void Blocks::end_inside() {
    write_.end_array();
    end();
}

void Blocks::end() {
    write_.end_object();
}

Blocks& Blocks::field(const char* name, std::string_view text) {
    write_.key(name).string(text);
    return *this;
}

Blocks& Blocks::field(const char* name, double number) {
    write_.key(name).number(number);
    return *this;
}

void Blocks::mark(const char* kind, double from, double to, const char* color) {
    write_.begin_object();
    field("mark", kind).field("from", from).field("to", to).field("color", color);
    write_.end_object();
}

void Blocks::heading(std::string_view key, int level, std::string_view text, const char* style) {
    begin("heading", key, text, style);
    write_.key("level").number(level).end_object();
}

void Blocks::words(const char* kind, std::string_view key, std::string_view text, const char* style,
                   std::string_view lang) {
    begin(kind, key, text, style, lang);
    end();
}

void Blocks::disclosure(std::string_view key, std::string_view text, bool open) {
    begin("disclosure", key, text);
    write_.key("open").boolean(open).end_object();
}

void Blocks::begin_table(std::string_view key, std::string_view text,
                         std::initializer_list<double> shares) {
    begin("table", key, text);
    write_.key("shares").begin_array();
    for (const double share : shares) write_.number(share);
    write_.end_array().key("rows").begin_array();
}

void Blocks::row(std::initializer_list<std::string_view> cells) {
    write_.begin_array();
    for (const std::string_view cell : cells) write_.string(cell);
    write_.end_array();
}

}  // namespace vgap::pages
