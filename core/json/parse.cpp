#include "core/json/parse.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/sort.hpp"
#include "core/base/utf8.hpp"
#include "core/json/pointer.hpp"
#include "core/json/write.hpp"

namespace vgap::json {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uint64_t kExact = std::uint64_t{1}
                                 << 53;  // below, a double holds every whole number
constexpr int kOutOfRange = 406;         // nlohmann's number for a number that no double can hold

// "line:column" of a byte, both from 1, the column in code points.
std::string place(std::string_view text, std::size_t offset) {
    std::string_view before = text.substr(0, offset);
    if (before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    before.remove_prefix(before.rfind('\n') + 1);  // npos + 1 is 0
    return std::to_string(line) + ':' + std::to_string(1 + base::count_code_points(before));
}

base::Error error_at(std::string_view code, std::string_view text, std::size_t offset) {
    std::string where = place(text, offset);
    const std::size_t colon = where.find(':');
    std::vector<base::Argument> arguments = {{"line", where.substr(0, colon)},
                                             {"column", where.substr(colon + 1)}};
    return {std::string(code), std::move(where), std::move(arguments)};
}

// Cheap to compare, and different for nearly all different names. Of a fixed length: a call to copy some bytes costs more
// than all else here.
std::uint64_t fingerprint(std::string_view name) {
    std::uint64_t head = 0, tail = 0;
    if (name.size() < sizeof head) {
        for (const char each : name) head = head << 8 | static_cast<unsigned char>(each);
    } else {
        std::memcpy(&head, name.data(), sizeof head);
        std::memcpy(&tail, name.data() + (name.size() - sizeof tail), sizeof tail);
    }
    return head ^ (tail * 0x9E3779B97F4A7C15u) ^ name.size();
}

// Positions of members whose name stands before them already, in file order.
std::vector<std::size_t> repeated(const std::vector<Member>& members) {
    constexpr std::size_t kShort = 64;
    std::vector<std::size_t> found;
    if (members.size() <= kShort) {
        std::array<std::uint64_t, kShort> prints;
        for (std::size_t i = 0; i < members.size(); ++i) {
            prints[i] = fingerprint(members[i].name);
            for (std::size_t k = 0; k < i; ++k) {
                if (prints[k] == prints[i] && members[k].name == members[i].name) {
                    found.push_back(i);
                    break;
                }
            }
        }
        return found;
    }
    std::vector<std::size_t> order(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    base::sort(order, [&](std::size_t a, std::size_t b) {
        const int compared = members[a].name.compare(members[b].name);
        return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (members[order[i]].name == members[order[i - 1]].name) found.push_back(order[i]);
    }
    base::sort(found, std::less<>());
    return found;
}

// Receives what nlohmann's parser reads. Every handler answers whether to go on.
class Builder {
  public:
    Builder(std::string_view text, const Limits& limits, Numbers numbers)
        : text_(text), limits_(limits), numbers_(numbers) {}

    Value root;
    base::Errors problems;

    bool null() { return add(Kind::kNull) != nullptr; }

    bool boolean(bool value) {
        Value* slot = add(Kind::kBoolean);
        if (slot != nullptr) slot->boolean = value;
        return slot != nullptr;
    }

    bool number_integer(std::int64_t value) {
        if (!number(static_cast<double>(value))) return false;
        // The library gives what begins with a minus as signed, so this zero had one.
        if (keeps_text()) keep_text(value == 0 ? "-0" : std::to_string(value));
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        if (!number(static_cast<double>(value))) return false;
        if (keeps_text() && value > kExact) keep_text(std::to_string(value));
        return true;
    }
    bool number_float(double value, const std::string& written) {
        if (!number(value)) return false;
        if (keeps_text()) keep_text(written);
        return true;
    }

    bool string(std::string& value) {
        Value* slot = add(Kind::kString);
        // Copied, not moved: the parser keeps its buffer and the copy has no slack.
        if (slot != nullptr) slot->string.assign(value);
        return slot != nullptr;
    }

    bool binary(const nlohmann::json::binary_t&) { return false; }  // not in JSON text

    bool start_object(std::size_t) { return open(Kind::kObject); }
    bool start_array(std::size_t) { return open(Kind::kArray); }

    bool key(std::string& name) {
        open_.back()->members.emplace_back().name.assign(name);
        return true;
    }

    bool end_object() {
        const std::vector<Member>& members = open_.back()->members;
        for (const std::size_t i : repeated(members)) {
            std::string pointer = pointer_to(open_.size() - 1);
            append_step(pointer, members[i].name);
            base::note(problems, {"error.json.duplicate_key",
                                  std::move(pointer),
                                  {{"key", excerpt(members[i].name)}}});
        }
        open_.pop_back();
        return true;
    }

    bool end_array() {
        open_.pop_back();
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::json::exception& problem) {
        base::note(problems, diagnose(position, token, problem));
        return false;
    }

  private:
    bool number(double value) {
        Value* slot = add(Kind::kNumber);
        if (slot != nullptr) slot->number = value + 0.0;  // -0 becomes 0
        number_ = slot;
        return slot != nullptr;
    }

    bool keeps_text() const { return numbers_ == Numbers::kAsWritten; }

    void keep_text(const std::string& written) {
        shortest_.clear();
        append_number(shortest_, number_->number);
        if (shortest_ != written) number_->string.assign(written);
    }

    bool open(Kind kind) {
        if (open_.size() >= limits_.depth) return refuse("error.json.too_deep", limits_.depth);
        Value* slot = add(kind);
        if (slot != nullptr) open_.push_back(slot);
        return slot != nullptr;
    }

    // Pointers into the open containers stay good: a container grows only while nothing in it is
    // open.
    Value* add(Kind kind) {
        if (++values_ > limits_.values) {
            refuse("error.json.too_many_values", limits_.values);
            return nullptr;
        }
        Value* slot = &root;
        if (!open_.empty()) {
            Value& parent = *open_.back();
            slot = parent.kind == Kind::kArray ? &parent.elements.emplace_back()
                                               : &parent.members.back().value;
        }
        slot->kind = kind;
        return slot;
    }

    bool refuse(std::string_view code, std::size_t most) {
        std::string pointer;
        if (!open_.empty()) {
            const Value& parent = *open_.back();
            pointer = pointer_to(open_.size() - 1);
            if (parent.kind == Kind::kObject) {
                append_step(pointer, parent.members.back().name);
            } else {
                append_step(pointer, parent.elements.size());
            }
        }
        base::note(problems,
                   {std::string(code), std::move(pointer), {{"most", std::to_string(most)}}});
        return false;
    }

    // The pointer to one of the open containers, the root being 0.
    std::string pointer_to(std::size_t container) const {
        std::string pointer;
        for (std::size_t i = 0; i < container; ++i) {
            const Value& parent = *open_[i];
            if (parent.kind == Kind::kObject) {
                append_step(pointer, parent.members.back().name);
            } else {
                append_step(pointer, parent.elements.size() - 1);
            }
        }
        return pointer;
    }

    base::Error diagnose(std::size_t position, const std::string& token,
                         const nlohmann::json::exception& problem) const {
        if (position > text_.size()) {
            return error_at("error.json.unexpected_end", text_, text_.size());
        }
        const std::size_t last = position > 0 ? position - 1 : 0;
        if (problem.id == kOutOfRange) {
            base::Error error = error_at("error.json.number_range", text_, start_of(token, last));
            error.arguments.push_back({"found", excerpt(token)});
            return error;
        }
        // The library tells these apart only in words, which what it quotes from the file follows.
        const std::string_view message = problem.what();
        const std::string_view complaint = message.substr(0, message.find("; last read"));
        if (complaint.find("surrogate") != complaint.npos) {
            return error_at("error.json.lone_surrogate", text_, last);
        }
        const bool whole_token = complaint.find("- unexpected") != complaint.npos;
        return error_at("error.json.syntax", text_, whole_token ? start_of(token, last) : last);
    }

    // Where a string or number begins whose last byte stands at `last`. Of brackets and words the
    // library keeps no exact token; there the last byte will do.
    std::size_t start_of(const std::string& token, std::size_t last) const {
        if (token.empty() || token.size() > last + 1) return last;
        const std::size_t start = last + 1 - token.size();
        const bool is_string = token.front() == '"' && token.back() == '"';
        const bool is_number = token.front() != '"' && token.back() >= '0' && token.back() <= '9';
        return (is_string || is_number) && text_.substr(start, token.size()) == token ? start
                                                                                      : last;
    }

    std::string_view text_;
    const Limits& limits_;
    Numbers numbers_;
    Value* number_ = nullptr;  // the last one
    std::string shortest_;
    std::vector<Value*> open_;
    std::size_t values_ = 0;
};

}  // namespace

base::Result<Value> parse(std::string_view text, const Limits& limits, Numbers numbers) {
    if (text.size() > limits.bytes) {
        return base::fail(
            {"error.json.too_large",
             "",
             {{"found", std::to_string(text.size())}, {"most", std::to_string(limits.bytes)}}});
    }
    if (text.find_first_not_of(" \t\r\n", text.starts_with(kByteOrderMark) ? 3 : 0) == text.npos) {
        return base::fail(base::Error{"error.json.empty", "1:1", {}});
    }
    if (const std::size_t bad = base::find_invalid_utf8(text); bad != text.npos) {
        return base::fail(error_at("error.json.invalid_utf8", text, bad));
    }
    // Asked first, because the library takes a NUL byte for the end of the text.
    if (const std::size_t nul = text.find('\0'); nul != text.npos) {
        return base::fail(error_at("error.json.nul_byte", text, nul));
    }
    Builder builder(text, limits, numbers);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!builder.problems.empty()) return base::fail(std::move(builder.problems));
    return std::move(builder.root);
}

}  // namespace vgap::json
