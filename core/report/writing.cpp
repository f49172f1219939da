#include "core/report/writing.hpp"

#include "core/base/version.hpp"

namespace vgap::report {

std::string Writing::said(std::string_view kind, std::string_view id, std::string_view what) const {
    std::string message(kind);
    ((message += '.') += id) += '.';
    return texts_.say(message += what);
}

Block& Writing::add(Kind kind, std::string text, int level) {
    Block& block = blocks_.emplace_back();
    block.kind = kind;
    block.level = level;
    block.text = std::move(text);
    return block;
}

Block& Writing::table(std::string caption, std::initializer_list<std::string_view> columns) {
    Block& block = add(Kind::kTable, std::move(caption));
    for (const std::string_view column : columns) block.columns.push_back(say(column));
    return block;
}

void Writing::chart(int level, const chart::Chart& chart) {
    heading(level, say(chart.title));
    paragraph(sentence_text(texts(), chart.finding));
    Block& table = add(Kind::kTable, say(chart.title));
    for (const std::string& column : chart.table.columns) table.columns.push_back(say(column));
    for (const std::vector<chart::Value>& row : chart.table.rows) {
        table.rows.emplace_back();
        for (const chart::Value& value : row) {
            table.rows.back().push_back(value_text(texts(), value));
        }
    }
}

void Writing::made_with(const instrument::Instrument& instrument) {
    note(say("report.made_with", {{"engine", base::kEngineVersion},
                                  {"instrument", instrument.id},
                                  {"version", instrument.version},
                                  {"hash", instrument.hash}}));
}

}  // namespace vgap::report
