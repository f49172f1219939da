#include "core/workspace/write.hpp"

#include <algorithm>

#include "core/json/write.hpp"

namespace vgap::workspace {

namespace {

using json::Kind;
using json::Value;

bool holds_others(const Value& value) {
    return value.kind == Kind::kArray || value.kind == Kind::kObject;
}

bool is_list_of_records(const Value& value) {
    return value.kind == Kind::kArray &&
           std::any_of(value.elements.begin(), value.elements.end(), holds_others);
}

bool stands_open(const Value& value) {
    if (is_list_of_records(value)) return true;
    return std::any_of(value.members.begin(), value.members.end(),
                       [](const json::Member& member) { return is_list_of_records(member.value); });
}

class Writing {
  public:
    explicit Writing(std::string& out) : out_(out) {}

    void open(const Value& value, std::size_t depth) {
        const bool is_object = value.kind == Kind::kObject;
        out_ += is_object ? '{' : '[';
        bool first = true;
        const auto begin_line = [&] {
            out_ += first ? "\n" : ",\n";
            first = false;
            out_.append(2 * (depth + 1), ' ');
        };
        for (const json::Member& member : value.members) {
            begin_line();
            name(member);
            any(member.value, depth + 1);
        }
        for (const Value& element : value.elements) {
            begin_line();
            any(element, depth + 1);
        }
        out_ += '\n';
        out_.append(2 * depth, ' ');
        out_ += is_object ? '}' : ']';
    }

  private:
    void any(const Value& value, std::size_t depth) {
        if (stands_open(value)) {
            open(value, depth);
        } else {
            line(value);
        }
    }

    void name(const json::Member& member) {
        json::append_string(out_, member.name);
        out_ += ": ";
    }

    void line(const Value& value) {
        switch (value.kind) {
            case Kind::kNumber:
                if (!value.string.empty()) {
                    out_ += value.string;
                } else {
                    json::append_number(out_, value.number);
                }
                return;
            case Kind::kArray:
                out_ += '[';
                for (const Value& element : value.elements) {
                    if (&element != value.elements.data()) out_ += ", ";
                    line(element);
                }
                out_ += ']';
                return;
            case Kind::kObject:
                out_ += '{';
                for (const json::Member& member : value.members) {
                    if (&member != value.members.data()) out_ += ", ";
                    name(member);
                    line(member.value);
                }
                out_ += '}';
                return;
            default:
                json::append_canonical(out_, value);
        }
    }

    std::string& out_;
};

}  // namespace

void append_document(std::string& out, const json::Value& document) {
    Writing writing(out);
    if (!document.members.empty() || !document.elements.empty()) {
        writing.open(document, 0);
    } else {
        json::append_canonical(out, document);
    }
    out += '\n';
}

}  // namespace vgap::workspace
