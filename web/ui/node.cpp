#include "web/ui/node.hpp"

namespace vgap::ui {

std::string_view to_string(Role role) {
    static constexpr std::string_view kNames[] = {
        "main",         "section",    "header",       "nav",          "footer", "heading",
        "text",         "span",       "status",       "quote",        "group",  "radio",
        "checkbox",     "input_text", "input_number", "input_search", "slider", "button",
        "disclosure",   "progress",   "list",         "listitem",     "table",  "row",
        "columnheader", "rowheader",  "cell",         "figure",       "lane",   "plot",
    };
    return kNames[static_cast<int>(role)];
}

std::string_view to_string(Style style) {
    static constexpr std::string_view kNames[] = {
        "",         "title",      "heading",     "subheading",   "body",           "lede",
        "small",    "quiet",      "meta",        "say",          "number",         "number_unit",
        "band_bad", "band_ok",    "legend",      "help",         "option",         "aside",
        "field",    "primary",    "secondary",   "plain",        "linklike",       "bar",
        "nav_row",  "hero",       "card",        "columns",      "column",         "flow",
        "chart",    "chart_row",  "chart_label", "chart_value",  "chart_value_ok", "key",
        "key_dot",  "key_ring",   "key_tick",    "evidence",     "bullet",         "saved",
        "table",    "table_head", "table_cell",  "table_number", "review_row",     "page_foot",
        "spaced",   "language",   "slider",      "slider_name",  "slider_said",    "range",
        "plot",     "plot_mark",
    };
    return kNames[static_cast<int>(style)];
}

// FNV-1a over the parent's id and the key; 31 bits, so that the id is a small integer in
// JavaScript.
NodeId child_id(NodeId parent, std::string_view key) {
    std::uint32_t hash = 2166136261u;
    const auto mix = [&hash](unsigned char byte) {
        hash ^= byte;
        hash *= 16777619u;
    };
    for (int shift = 0; shift < 32; shift += 8) mix(static_cast<unsigned char>(parent >> shift));
    for (const char c : key) mix(static_cast<unsigned char>(c));
    hash &= 0x7FFFFFFFu;
    return hash > 1 ? hash : hash + 2;
}

}  // namespace vgap::ui
