#include "core/stats/call.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "core/base/number.hpp"
#include "core/base/utf8.hpp"
#include "core/json/write.hpp"
#include "core/stats/summary.hpp"

namespace vgap::stats {

namespace {

constexpr std::array<std::string_view, 5> kMissing = {"NA", "N/A", "NaN", "nan", "DK"};
constexpr Range kAnyNumber = {-std::numeric_limits<double>::max(),
                              std::numeric_limits<double>::max()};
constexpr std::size_t kMostShown = 60;  // bytes of a cell in a message
constexpr std::size_t kMostListed = 100'000;

std::string shown(std::string_view cell) {
    return std::string(base::clipped(cell, kMostShown));
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return std::string(base::clipped(text, 4 * kMostShown));
}

std::string_view trimmed(std::string_view cell) {
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
    return cell;
}

}  // namespace

std::string number_text(double x) {
    std::string text;
    json::append_number(text, x);
    return text;
}

std::string label_at(const json::Reader& reader) {
    if (reader.value().kind == json::Kind::kNumber) return number_text(reader.value().number);
    return reader.string();
}

bool same_label(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const std::optional<double> x = base::parse_number(a);
    return x && x == base::parse_number(b);
}

Columns Grouping::split(const Numbers& numbers) const {
    Columns groups(labels.size());
    for (std::size_t r = 0; r < of_row.size(); ++r) {
        if (of_row[r] != kNone && is_defined(numbers[r])) groups[of_row[r]].push_back(numbers[r]);
    }
    return groups;
}

Call::Call(const base::Table* table, json::Reader arguments, base::Errors& problems)
    : table_(table), arguments_(std::move(arguments)), problems_(&problems) {
    if (!has("missing_codes")) return;
    for (const json::Reader& code : at("missing_codes").elements()) {
        missing_codes_.push_back(label_at(code));
    }
}

bool Call::has(std::string_view key) const {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    return arguments_.has(key);
}

json::Reader Call::at(std::string_view key) const {
    (void)has(key);
    return arguments_.at(key);
}

void Call::refuse_unknown() {
    // What documents of cases say beside, and what only some items need.
    constexpr std::array<std::string_view, 12> kDescriptive = {
        "convention", "layout",  "columns",   "n",         "n_rows", "notes",
        "missing",    "reverse", "scale_min", "scale_max", "seed",   "conf_level"};
    std::string allowed;
    for (const std::string& key : asked_) {
        if (!allowed.empty()) allowed += ", ";
        allowed += key;
    }
    for (const auto& [key, place] : arguments_.members()) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        const auto* const known = std::find(kDescriptive.begin(), kDescriptive.end(), key);
        if (known != kDescriptive.end()) continue;
        place.report("error.json.unknown_key", {{"key", shown(key)}, {"allowed", allowed}});
    }
}

double Call::confidence() const {
    if (!has("conf_level")) return 0.95;
    constexpr double kLeast = 0.01;
    constexpr double kMost = 0.9999999;
    return at("conf_level").number(kLeast, kMost);
}

Scale Call::scale() const {
    Scale scale;
    scale.low = at("scale_min").number(kAnyNumber.least, kAnyNumber.most);
    scale.high = at("scale_max").number(scale.low, kAnyNumber.most);
    return scale;
}

std::uint64_t Call::seed() const {
    if (!has("seed")) return 1;
    return static_cast<std::uint64_t>(at("seed").whole(0, std::numeric_limits<int>::max()));
}

std::vector<std::string> Call::texts(std::string_view key, std::size_t least) const {
    std::vector<std::string> texts;
    for (const json::Reader& element : at(key).elements(least, kMostListed)) {
        std::string text = label_at(element);
        if (std::find(texts.begin(), texts.end(), text) != texts.end()) {
            element.report("error.stats.twice", {{"found", shown(text)}});
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

Numbers Call::numbers_of(std::string_view key, std::size_t expected, Range range) const {
    const json::Reader list = at(key);
    Numbers numbers;
    for (const json::Reader& element : list.elements()) {
        numbers.push_back(element.number(range.least, range.most));
    }
    if (list.value().kind == json::Kind::kArray && numbers.size() != expected) {
        list.report("error.stats.wrong_size", {{"expected", std::to_string(expected)},
                                               {"found", std::to_string(numbers.size())}});
    }
    numbers.resize(expected);
    return numbers;
}

Matrix Call::matrix_of(std::string_view key, std::size_t rows, std::size_t columns,
                       Range range) const {
    Matrix matrix(rows, columns);
    const json::Reader list = at(key);
    const std::vector<json::Reader> lines = list.elements();
    const auto check = [](const json::Reader& place, std::size_t expected, std::size_t found) {
        if (place.value().kind != json::Kind::kArray || expected == found) return true;
        place.report("error.stats.wrong_size",
                     {{"expected", std::to_string(expected)}, {"found", std::to_string(found)}});
        return false;
    };
    if (!check(list, rows, lines.size())) return matrix;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<json::Reader> cells = lines[i].elements();
        if (!check(lines[i], columns, cells.size())) continue;
        for (std::size_t j = 0; j < cells.size(); ++j) {
            matrix(i, j) = cells[j].number(range.least, range.most);
        }
    }
    return matrix;
}

std::optional<std::size_t> Call::find(std::string_view name, const json::Reader& place) {
    if (table_ == nullptr) {
        place.report("error.stats.no_data");
        return std::nullopt;
    }
    const std::optional<std::size_t> found = table_->find(name);
    if (!found) {
        place.report("error.stats.no_column",
                     {{"column", shown(name)}, {"known", listed(table_->names)}});
    }
    return found;
}

bool Call::is_missing_label(std::string_view cell) const {
    return cell.empty() ||
           std::find(missing_codes_.begin(), missing_codes_.end(), cell) != missing_codes_.end();
}

bool Call::is_missing_number(std::string_view cell) const {
    cell = trimmed(cell);
    return is_missing_label(cell) ||
           std::find(kMissing.begin(), kMissing.end(), cell) != kMissing.end();
}

double Call::cell(std::size_t row, std::size_t column, Range range) {
    const std::string_view text = table_->cell(row, column);
    if (is_missing_number(text)) return kUndefined;
    const std::optional<double> number = base::parse_number(text);
    if (!number) {
        note({"error.stats.not_a_number",
              table_->place(row, column),
              {{"column", shown(table_->names[column])}, {"found", shown(text)}}});
        return kUndefined;
    }
    if (*number < range.least || *number > range.most) {
        const bool open = range.most == kAnyNumber.most;
        note({"error.stats.cell_out_of_range",
              table_->place(row, column),
              {{"column", shown(table_->names[column])},
               {"found", shown(text)},
               {"least", number_text(range.least)},
               {"most", open ? "∞" : number_text(range.most)}}});
        return kUndefined;
    }
    return *number;
}

Numbers Call::column(std::string_view name, const json::Reader& place) {
    return column(name, place, kAnyNumber);
}

Numbers Call::column(std::string_view name, const json::Reader& place, Range range) {
    Numbers numbers;
    if (const std::optional<std::size_t> at = find(name, place)) {
        numbers.reserve(rows());
        for (std::size_t r = 0; r < rows(); ++r) numbers.push_back(cell(r, *at, range));
    }
    numbers.resize(rows(), kUndefined);
    return numbers;
}

Numbers Call::fixed_column(std::string_view name, Range range) {
    return column(name, arguments_, range);
}

Numbers Call::confidences() {
    if (table_ == nullptr || table_->find("conf")) return fixed_column("conf", {0, 1});
    return Numbers(rows(), confidence());
}

Numbers Call::column_at(std::string_view key) {
    const json::Reader place = at(key);
    return column(place.string(), place);
}

Columns Call::columns_at(std::string_view key, std::size_t least) {
    Columns columns;
    const std::vector<std::string> names = texts(key, least);
    if (names.empty()) return columns;  // which was reported
    const std::vector<json::Reader> places = at(key).elements();
    for (std::size_t i = 0; i < names.size(); ++i) columns.push_back(column(names[i], places[i]));
    return columns;
}

std::vector<std::string> Call::labels(std::string_view name, const json::Reader& place) {
    std::vector<std::string> labels;
    if (const std::optional<std::size_t> at = find(name, place)) {
        for (std::size_t r = 0; r < rows(); ++r) {
            const std::string_view text = table_->cell(r, *at);
            labels.emplace_back(is_missing_label(text) ? std::string_view() : text);
        }
    }
    labels.resize(rows());
    return labels;
}

Grouping Call::grouping(std::string_view key) {
    const json::Reader place = at(key);
    const std::vector<std::string> of_row = labels(place.string(), place);
    Grouping result;
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const std::string& label : of_row) {
        if (!label.empty() && seen.emplace(label, 0).second) result.labels.push_back(label);
    }
    result.are_numbers =
        std::all_of(result.labels.begin(), result.labels.end(),
                    [](const std::string& label) { return base::parse_number(label); });
    std::sort(result.labels.begin(), result.labels.end(),
              [&](const std::string& a, const std::string& b) {
                  if (!result.are_numbers) return a < b;
                  const double x = *base::parse_number(a);
                  const double y = *base::parse_number(b);
                  return x != y ? x < y : a < b;
              });
    for (std::size_t g = 0; g < result.labels.size(); ++g) seen[result.labels[g]] = g;
    result.of_row.reserve(of_row.size());
    for (const std::string& label : of_row) {
        result.of_row.push_back(label.empty() ? Grouping::kNone : seen[label]);
    }
    return result;
}

Matrix Call::table_of_numbers(Range range) {
    if (table_ == nullptr) {
        arguments_.report("error.stats.no_data");
        return {};
    }
    Matrix matrix(rows(), table_->names.size());
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        for (std::size_t j = 0; j < matrix.columns(); ++j) matrix(i, j) = cell(i, j, range);
    }
    return matrix;
}

Matrix Call::named_matrix(const std::vector<std::string>& row_names,
                          const std::vector<std::string>& column_names, Range range) {
    Matrix matrix(row_names.size(), column_names.size());
    if (table_ == nullptr) {
        arguments_.report("error.stats.no_data");
        return matrix;
    }
    std::vector<std::string> first;
    for (std::size_t r = 0; r < rows(); ++r) first.emplace_back(table_->cell(r, 0));
    for (std::size_t j = 0; j < column_names.size(); ++j) {
        const Numbers values = column(column_names[j], arguments_, range);
        for (std::size_t i = 0; i < row_names.size(); ++i) {
            const auto at = std::find(first.begin(), first.end(), row_names[i]);
            if (at == first.end()) {
                arguments_.report("error.stats.no_group",
                                  {{"found", shown(row_names[i])}, {"known", listed(first)}});
                return matrix;
            }
            const double value = values[static_cast<std::size_t>(at - first.begin())];
            matrix(i, j) = is_defined(value) ? value : 0;
        }
    }
    return matrix;
}

std::vector<bool> Call::reversed(const std::vector<std::string>& items) {
    std::vector<bool> reversed(items.size());
    if (!has("reverse")) return reversed;
    for (const json::Reader& element : at("reverse").elements()) {
        const std::string name = label_at(element);
        const auto at = std::find(items.begin(), items.end(), name);
        if (at == items.end()) {
            // A list for a whole questionnaire may name items that this scale leaves out.
            if (table_ != nullptr && table_->find(name)) continue;
            element.report("error.stats.not_an_item",
                           {{"found", shown(name)}, {"known", listed(items)}});
            continue;
        }
        reversed[static_cast<std::size_t>(at - items.begin())] = true;
    }
    return reversed;
}

Columns Call::keyed_items(std::size_t least) {
    const std::vector<std::string> names = texts("items", least);
    if (names.empty()) return {};
    const std::vector<json::Reader> places = at("items").elements();
    const std::vector<bool> turned = reversed(names);
    if (has("missing")) at("missing").one_of({"listwise"});
    Columns items;
    const bool any = std::find(turned.begin(), turned.end(), true) != turned.end();
    const Scale scale = any ? this->scale() : Scale{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!turned[i]) {
            items.push_back(column(names[i], places[i]));
            continue;
        }
        items.push_back(column(names[i], places[i], {scale.low, scale.high}));
        for (double& x : items.back()) x = scale.reversed(x);
    }
    return complete_rows(items);
}

}  // namespace vgap::stats
