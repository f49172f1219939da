#include "core/articles/read.hpp"

#include <charconv>

#include "core/base/date.hpp"
#include "core/base/utf8.hpp"
#include "core/text/utf8.hpp"

namespace vgap::articles {

namespace {

using base::Error;
using base::Errors;

constexpr std::string_view kFence = "---";
constexpr std::string_view kMinutes = " min";

std::string place(std::size_t row, std::size_t column) {
    return std::to_string(row) + ":" + std::to_string(column);
}

struct TextField {
    std::string_view name;
    Text Article::*value;
};

struct ListField {
    std::string_view name;
    std::vector<Text> Article::*values;
};

constexpr TextField kTexts[] = {
    {"title", &Article::title},
    {"dimension", &Article::dimension},
    {"category", &Article::category},
    {"difficulty", &Article::difficulty},
    {"reading_time", &Article::reading_time},
    {"seo_title", &Article::seo_title},
    {"meta_description", &Article::meta_description},
    {"canonical_url", &Article::canonical_url},
    {"updated", &Article::updated},
};

constexpr ListField kLists[] = {
    {"tags", &Article::tags},
    {"dimensions", &Article::dimensions},
    {"patterns", &Article::patterns},
    {"actions", &Article::actions},
    {"capabilities", &Article::capabilities},
    {"builds_on", &Article::builds_on},
    {"related", &Article::related},
    {"sources", &Article::sources},
};
constexpr std::size_t kFields = std::size(kTexts) + std::size(kLists);

std::string known_fields() {
    std::string known;
    for (const TextField& field : kTexts) (known += field.name) += ", ";
    for (const ListField& field : kLists) (known += field.name) += ", ";
    known.resize(known.size() - 2);
    return known;
}

// What a reader cannot see but a browser or an editor obeys: controls, and marks that reorder what is around them.
bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200B ||
           c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c >= 0xE0000;
}

std::string code_point_name(char32_t c) {
    char digits[8];
    const std::to_chars_result end =
        std::to_chars(digits, digits + sizeof digits, static_cast<unsigned>(c), 16);
    std::string name(digits, end.ptr);
    for (char& digit : name) {
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    return "U+" + std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name;
}

void check_characters(std::string_view bytes, Errors& errors) {
    std::size_t row = 1;
    std::size_t line_begin = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const text::CodePoint point = text::decode(bytes, at);
        if (is_forbidden(point.value)) {
            base::note(errors, {"error.article.character",
                                place(row, at - line_begin + 1),
                                {{"code", code_point_name(point.value)}}});
        }
        at += point.bytes;
        if (point.value == '\n') {
            ++row;
            line_begin = at;
        }
    }
}

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_name(std::string_view text) {
    for (const char c : text) {
        if (!is_name_byte(c)) return false;
    }
    return !text.empty();
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    base::Result<Source> read() {
        if (bytes_.size() > kMostBytes) {
            return base::fail(
                {"error.article.too_large", "1:1", {{"most", std::to_string(kMostBytes >> 10)}}});
        }
        if (base::find_invalid_utf8(bytes_) != std::string_view::npos) {
            return base::fail(Error{"error.article.utf8", "1:1", {}});
        }
        check_characters(bytes_, errors_);
        if (next_line() != kFence)
            return base::fail(Error{"error.article.no_front_matter", "1:1", {}});
        while (true) {
            if (at_ >= bytes_.size()) {
                return base::fail(Error{"error.article.open_front_matter", "1:1", {}});
            }
            const std::string_view line = next_line();
            if (line == kFence) break;
            read_line(line);
        }
        check_fields();
        if (!errors_.empty()) return base::fail(std::move(errors_));
        source_.markdown = bytes_.substr(at_);
        source_.first_line = row_ + 1;
        return std::move(source_);
    }

  private:
    void fault(const char* code, std::size_t row, std::size_t column,
               std::vector<base::Argument> arguments = {}) {
        base::note(errors_, {code, place(row, column), std::move(arguments)});
    }

    std::string_view next_line() {
        const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
        const std::string_view line = bytes_.substr(at_, end - at_);
        at_ = std::min(end + 1, bytes_.size());
        ++row_;
        return line;
    }

    void read_line(std::string_view line) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos || !is_name(line.substr(0, colon))) {
            return fault("error.article.line", row_, 1);
        }
        const std::string_view key = line.substr(0, colon);
        const std::string_view value = trimmed(line.substr(colon + 2));
        const std::size_t column = colon + 3;
        for (std::size_t at = 0; at < kFields; ++at) {
            const bool is_text = at < std::size(kTexts);
            const std::string_view name =
                is_text ? kTexts[at].name : kLists[at - std::size(kTexts)].name;
            if (name != key) continue;
            if (given_[at])
                return fault("error.article.twice", row_, 1, {{"field", std::string(key)}});
            given_[at] = true;
            if (is_text) {
                source_.article.*kTexts[at].value = {read_text(value, column), row_};
            } else {
                read_list(value, column, source_.article.*kLists[at - std::size(kTexts)].values);
            }
            return;
        }
        fault("error.article.unknown_field", row_, 1,
              {{"found", std::string(key)}, {"known", known_fields()}});
    }

    std::string read_text(std::string_view value, std::size_t column) {
        std::string out;
        if (!value.starts_with('"')) {
            out = value;
            // What YAML would take for something else than this text.
            if (value.find_first_of("[]{}#&*!|>'\"%@`") == 0 || value.find(": ") != value.npos ||
                value.find(" #") != value.npos) {
                fault("error.article.quotes", row_, column);
            }
        } else {
            std::size_t at = 1;
            for (; at < value.size() && value[at] != '"'; ++at) {
                if (value[at] == '\\') {
                    ++at;
                    if (at == value.size() || (value[at] != '"' && value[at] != '\\')) break;
                }
                out += value[at];
            }
            if (at + 1 != value.size() || value[at] != '"') {
                fault("error.article.quotes", row_, column);
                return out;
            }
        }
        if (trimmed(out).empty()) fault("error.article.empty", row_, column);
        return out;
    }

    void read_list(std::string_view value, std::size_t column, std::vector<Text>& values) {
        if (value.size() < 2 || value.front() != '[' || value.back() != ']') {
            return fault("error.article.list", row_, column);
        }
        std::string_view rest = trimmed(value.substr(1, value.size() - 2));
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            const std::string_view each = trimmed(rest.substr(0, comma));
            const bool is_last = comma == rest.size();
            rest.remove_prefix(is_last ? comma : comma + 1);
            if (!is_name(each) || (!is_last && trimmed(rest).empty())) {
                return fault("error.article.list", row_, column);
            }
            for (const Text& before : values) {
                if (before.value == each) {
                    fault("error.article.twice", row_, column, {{"field", std::string(each)}});
                }
            }
            values.push_back({std::string(each), row_});
        }
    }

    void check_fields() {
        for (std::size_t at = 0; at < kFields; ++at) {
            if (given_[at]) continue;
            fault("error.article.missing", row_, 1,
                  {{"field",
                    std::string(at < std::size(kTexts) ? kTexts[at].name
                                                       : kLists[at - std::size(kTexts)].name)}});
        }
        Article& article = source_.article;
        if (article.reading_time.line > 0) {
            std::string_view minutes = article.reading_time.value;
            const bool has_unit = minutes.ends_with(kMinutes);
            if (has_unit) minutes.remove_suffix(kMinutes.size());
            const std::from_chars_result end = std::from_chars(
                minutes.data(), minutes.data() + minutes.size(), article.reading_minutes);
            if (!has_unit || end.ec != std::errc() || end.ptr != minutes.data() + minutes.size() ||
                article.reading_minutes < 1) {
                fault("error.article.minutes", article.reading_time.line, 1);
            }
        }
        if (article.updated.line > 0 && !base::parse_date(article.updated.value)) {
            fault("error.article.date", article.updated.line, 1);
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t row_ = 0;  // of the line that was read last
    bool given_[kFields] = {};
    Source source_;
    Errors errors_;
};

}  // namespace

base::Result<Source> read_article(std::string_view bytes) {
    return Reader(bytes).read();
}

}  // namespace vgap::articles
