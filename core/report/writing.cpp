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

void Writing::made_with(const instrument::Instrument& instrument) {
    note(say("report.made_with", {{"engine", base::kEngineVersion},
                                  {"instrument", instrument.id},
                                  {"version", instrument.version},
                                  {"hash", instrument.hash}}));
}

}  // namespace vgap::report
