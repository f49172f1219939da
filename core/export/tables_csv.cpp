#include "core/export/tables_csv.hpp"

#include "core/export/csv.hpp"

namespace vgap::export_ {

namespace {

constexpr int kSectionLevel = 2;

std::string plain(std::string text) {
    for (std::size_t at; (at = text.find("**")) != std::string::npos;) text.erase(at, 2);
    return text;
}

void append_row(std::string& out, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first) out += ',';
        first = false;
        append_csv_text(out, cell);
    }
    out += "\r\n";
}

}  // namespace

void append_tables_csv(std::string& out, const report::Report& report) {
    append_row(out, {"section", "heading", "table", "row", "column", "value"});
    std::string section;
    std::string heading;
    for (const report::Block& block : report) {
        if (block.kind == report::Kind::kHeading) {
            (block.level <= kSectionLevel ? section : heading) = plain(block.text);
            if (block.level <= kSectionLevel) heading.clear();
        }
        if (block.kind != report::Kind::kTable) continue;
        for (const std::vector<std::string>& row : block.rows) {
            for (std::size_t at = 1; at < row.size(); ++at) {
                append_row(out, {section, heading, plain(block.text), plain(row[0]),
                                 plain(block.columns[at]), plain(row[at])});
            }
        }
    }
}

}  // namespace vgap::export_
