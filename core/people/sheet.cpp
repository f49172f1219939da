#include "core/people/sheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/write.hpp"

namespace vgap::people {

namespace {

constexpr std::string_view kBreakless = "\xC2\xA0";  // no-break space, as web pages leave it behind
constexpr std::size_t kMostColumns = 1000;

std::optional<std::string> as_cell(const json::Value& value) {
    switch (value.kind) {
        case json::Kind::kNull:
            return "";
        case json::Kind::kBoolean:
            return value.boolean ? "true" : "false";
        case json::Kind::kNumber: {
            std::string out;
            json::append_number(out, value.number);
            return out;
        }
        case json::Kind::kString:
            return std::string(trimmed(value.string));
        case json::Kind::kArray: {
            std::string out;
            for (const json::Value& element : value.elements) {
                if (element.kind == json::Kind::kArray) return std::nullopt;
                const std::optional<std::string> cell = as_cell(element);
                if (!cell) return std::nullopt;
                if (!out.empty()) out += ';';
                out += *cell;
            }
            return out;
        }
        case json::Kind::kObject:
            break;
    }
    return std::nullopt;
}

class LineReader {
  public:
    explicit LineReader(Sheet& sheet) : sheet_(sheet) {}

    void read(std::string_view text) {
        std::size_t number = 0;
        while (!text.empty()) {
            ++number;
            const std::size_t end = text.find('\n');
            const std::string_view line = trimmed(text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            if (!line.empty()) read_line(line, number);
        }
        for (std::vector<std::string>& row : sheet_.rows) row.resize(sheet_.names.size());
    }

  private:
    void read_line(std::string_view line, std::size_t number) {
        const base::Result<json::Value> value = json::parse(line, {1u << 20, 8, 1u << 12});
        const std::string at = std::to_string(number) + ":";
        if (!value) {
            base::Error first = value.error().front();
            first.where = at + "1";
            return leave_out(std::move(first));
        }
        if (value->kind != json::Kind::kObject) {
            return leave_out({"error.people.not_a_cell", at + "1", {}});
        }
        std::vector<std::string> row(sheet_.names.size());
        for (const json::Member& member : value->members) {
            std::optional<std::string> cell = as_cell(member.value);
            const std::optional<std::size_t> column = column_of(member.name);
            if (!cell || !column) {
                std::string where = at;
                json::append_step(where, member.name);
                return leave_out({"error.people.not_a_cell", std::move(where), {}});
            }
            if (row.size() <= *column) row.resize(*column + 1);
            row[*column] = std::move(*cell);
        }
        sheet_.rows.push_back(std::move(row));
        sheet_.lines.push_back(number);
    }

    void leave_out(base::Error error) {
        note(sheet_.unread, std::move(error));
        ++sheet_.left_out;
    }

    std::optional<std::size_t> column_of(const std::string& name) {
        const auto found = std::find(sheet_.names.begin(), sheet_.names.end(), name);
        const auto at = static_cast<std::size_t>(found - sheet_.names.begin());
        if (found == sheet_.names.end()) {
            if (at == kMostColumns) return std::nullopt;
            sheet_.names.push_back(name);
        }
        return at;
    }

    Sheet& sheet_;
};

void read_rows(base::CsvReader& reader, Sheet& sheet) {
    std::size_t faults = 0;
    while (reader.next()) {
        const auto fields = reader.fields();
        const bool spoiled = reader.problems().size() > faults;
        faults = reader.problems().size();
        if (!spoiled && fields.size() == sheet.names.size()) {
            std::vector<std::string>& row = sheet.rows.emplace_back();
            for (const std::string_view field : fields) row.emplace_back(trimmed(field));
            sheet.lines.push_back(reader.line());
            continue;
        }
        ++sheet.left_out;
        if (spoiled) continue;  // said below
        note(sheet.unread, {"error.csv.uneven_row",
                            std::to_string(reader.line()) + ":" +
                                std::to_string(std::min(fields.size(), sheet.names.size())),
                            {{"expected", std::to_string(sheet.names.size())},
                             {"found", std::to_string(fields.size())}}});
    }
    if (reader.problems().size() > faults) ++sheet.left_out;  // the quote that never closes
    for (const base::Error& problem : reader.problems()) note(sheet.unread, problem);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (true) {
        if (text.starts_with(kBreakless)) {
            text.remove_prefix(kBreakless.size());
        } else if (text.ends_with(kBreakless)) {
            text.remove_suffix(kBreakless.size());
        } else if (!text.empty() && is_blank(text.front())) {
            text.remove_prefix(1);
        } else if (!text.empty() && is_blank(text.back())) {
            text.remove_suffix(1);
        } else {
            return text;
        }
    }
}

std::string Sheet::place(std::size_t row, std::size_t column) const {
    std::string where = std::to_string(lines[row]) + ":";
    if (shape == Shape::kTable) return where + std::to_string(column + 1);
    json::append_step(where, names[column]);
    return where;
}

base::Result<Sheet> read_sheet(std::string_view text) {
    Sheet sheet;
    if (text.find('\0') != std::string_view::npos) {
        return base::fail(base::Error{"error.csv.nul_byte", "1:1", {}});
    }
    if (trimmed(text).starts_with('{')) {
        sheet.shape = Shape::kLines;
        LineReader(sheet).read(text);
        return sheet;
    }
    sheet.dialect = base::dialect_of(text);
    base::CsvReader reader(text, sheet.dialect);
    base::Errors problems;
    if (!reader.next()) {
        problems = reader.problems();
        if (problems.empty()) note(problems, {"error.csv.empty", "1:1", {}});
        return base::fail(std::move(problems));
    }
    const std::string line = std::to_string(reader.line()) + ":";
    for (const std::string_view field : reader.fields()) {
        const std::string name(trimmed(field));
        const auto known = std::find(sheet.names.begin(), sheet.names.end(), name);
        if (known != sheet.names.end() && !name.empty()) {
            note(problems, {"error.csv.name_twice",
                            line + std::to_string(sheet.names.size() + 1),
                            {{"column", name}}});
        }
        sheet.names.push_back(name);
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    read_rows(reader, sheet);
    // Behind the thousandth fault rows are no longer told apart, so none of them can be vouched for.
    if (reader.problems().size() > base::kMostProblems) return base::fail(reader.problems());
    return sheet;
}

}  // namespace vgap::people
