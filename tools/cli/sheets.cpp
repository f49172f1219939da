#include "tools/cli/sheets.hpp"

#include "core/people/read.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

constexpr std::size_t kMostRecords = 256u << 20;  // bytes

bool told(const std::string& path, const base::Errors& errors, Console& console) {
    console.report({path}, errors);
    return false;
}

}  // namespace

bool open_sheet(std::string_view path, Opened& opened, Console& console) {
    opened.path = path;
    base::Result<std::string> bytes = read_file(opened.path, kMostRecords);
    if (!bytes) return told(opened.path, bytes.error(), console);
    const base::Result<base::Decoded> decoded = base::decode(std::move(*bytes));
    if (!decoded) return told(opened.path, decoded.error(), console);
    opened.encoding = decoded->encoding;
    base::Result<people::Sheet> sheet = people::read_sheet(decoded->text);
    if (!sheet) return told(opened.path, sheet.error(), console);
    opened.sheet = std::move(*sheet);
    return true;
}

bool understand_sheet(people::File file, Opened& opened, const std::vector<std::string>& pairs,
                      std::optional<people::DayForm> days, Console& console) {
    base::Result<people::Mapping> mapping = people::map_columns(file, opened.sheet.names, pairs);
    if (!mapping) return told(opened.path, mapping.error(), console);
    opened.mapping = std::move(*mapping);
    if (days) {
        opened.days = *days;
        return true;
    }
    const base::Result<people::DayForm> form =
        people::find_day_form(people::day_cells(file, opened.sheet, opened.mapping));
    if (!form) return told(opened.path, form.error(), console);
    opened.days = *form;
    return true;
}

std::string delimiter_of(const people::Sheet& sheet) {
    if (sheet.shape == people::Shape::kLines) return "NDJSON";
    return sheet.dialect.delimiter == '\t' ? "TAB" : std::string(1, sheet.dialect.delimiter);
}

}  // namespace vgap::cli
