#include "core/base/csv.hpp"

#include <algorithm>
#include <array>

#include "core/base/utf8.hpp"

namespace vgap::base {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text;
}

std::string place_of(std::size_t line, std::size_t field) {
    return std::to_string(line) + ":" + std::to_string(field);
}

// What no table may hold, found before it is read: the place is line and byte.
std::optional<Error> fault_of_bytes(std::string_view text) {
    const std::size_t bad = find_invalid_utf8(text);
    const std::size_t nul = text.find('\0');
    const std::size_t at = std::min(bad, nul);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view before = text.substr(0, at);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is the first byte
    return Error{bad <= nul ? "error.csv.invalid_utf8" : "error.csv.nul_byte",
                 place_of(lines + 1, at - begin + 1),
                 {}};
}

}  // namespace

Dialect dialect_of(std::string_view text) {
    text = without_mark(text);
    constexpr std::string_view kKnown = ",;\t|";
    std::array<std::size_t, kKnown.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        const std::size_t which = kKnown.find(c);
        if (which != std::string_view::npos) ++counts[which];
    }
    const auto most = std::max_element(counts.begin(), counts.end());  // the first of equals
    return {kKnown[static_cast<std::size_t>(most - counts.begin())]};
}

CsvReader::CsvReader(std::string_view text, Dialect dialect)
    : text_(without_mark(text)), dialect_(dialect) {}

bool CsvReader::at_end_of_line() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::pass_end_of_line() {
    if (at_ == text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

// From the first byte of a field to the delimiter or the end of the line behind it.
bool CsvReader::read_field() {
    if (at_end_of_line() || text_[at_] != '"') {
        const std::size_t begin = at_;
        while (!at_end_of_line() && text_[at_] != dialect_.delimiter) ++at_;
        fields_.push_back(text_.substr(begin, at_ - begin));
        return true;
    }
    const std::string place = place_of(line_, fields_.size() + 1);
    std::size_t begin = ++at_;
    std::string* joined = nullptr;  // once a doubled quote was met
    while (true) {
        const std::size_t quote = text_.find('"', at_);
        if (quote == std::string_view::npos) {
            note(problems_, {"error.csv.unclosed_quote", place, {}});
            at_ = text_.size();
            return false;
        }
        const std::string_view passed = text_.substr(at_, quote - at_);
        line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        at_ = quote + 1;
        const bool doubled = at_ < text_.size() && text_[at_] == '"';
        if (!doubled && joined == nullptr) {
            fields_.push_back(text_.substr(begin, quote - begin));
            break;
        }
        if (joined == nullptr) joined = &unquoted_.emplace_back();
        joined->append(text_, begin, quote - begin);
        if (!doubled) {
            fields_.push_back(*joined);
            break;
        }
        begin = at_++;  // the second quote stands for itself
    }
    if (!at_end_of_line() && text_[at_] != dialect_.delimiter) {
        note(problems_, {"error.csv.after_quote", place, {}});
        while (!at_end_of_line() && text_[at_] != dialect_.delimiter) ++at_;
    }
    return true;
}

bool CsvReader::next() {
    fields_.clear();
    unquoted_.clear();
    while (at_ < text_.size() && at_end_of_line()) pass_end_of_line();
    if (at_ == text_.size()) return false;
    record_line_ = line_;
    while (true) {
        if (!read_field()) return false;
        if (at_end_of_line()) break;
        ++at_;  // the delimiter
    }
    pass_end_of_line();
    return true;
}

std::optional<std::size_t> Table::find(std::string_view name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::string Table::place(std::size_t row, std::size_t column) const {
    return place_of(lines[row], column + 1);
}

Result<Table> read_table(std::string_view text) {
    return read_table(text, dialect_of(text));
}

Result<Table> read_table(std::string_view text, Dialect dialect) {
    if (const std::optional<Error> fault = fault_of_bytes(text)) return fail(*fault);
    CsvReader reader(text, dialect);
    Errors problems;
    Table table;
    if (reader.next()) {
        for (const std::string_view name : reader.fields()) {
            if (table.find(name)) {
                note(problems, {"error.csv.name_twice",
                                place_of(reader.line(), table.names.size() + 1),
                                {{"column", std::string(name)}}});
            }
            table.names.emplace_back(name);
        }
    }
    const auto lies_in_text = [&](std::string_view field) {
        return field.data() >= text.data() && field.data() <= text.data() + text.size();
    };
    while (!table.names.empty() && reader.next()) {
        const std::span<const std::string_view> fields = reader.fields();
        if (fields.size() != table.names.size()) {
            note(problems, {"error.csv.uneven_row",
                            place_of(reader.line(), std::min(fields.size(), table.names.size())),
                            {{"expected", std::to_string(table.names.size())},
                             {"found", std::to_string(fields.size())}}});
            continue;
        }
        for (const std::string_view field : fields) {
            table.cells.push_back(
                lies_in_text(field) ? field : std::string_view(table.unquoted.emplace_back(field)));
        }
        table.lines.push_back(reader.line());
    }
    for (const Error& problem : reader.problems()) note(problems, problem);
    if (table.names.empty() && problems.empty()) note(problems, {"error.csv.empty", "1:1", {}});
    if (!problems.empty()) return fail(std::move(problems));
    return table;
}

}  // namespace vgap::base
