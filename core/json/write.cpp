#include "core/json/write.hpp"

#include <vector>

#include "core/base/sort.hpp"
namespace vgap::json {

namespace {

// RFC 8785 §3.2.3 orders names by UTF-16 code units. That is the order of UTF-8 bytes, but for
// U+E000..U+FFFF (lead bytes EE, EF), which stand behind the surrogates of F0..F4.
unsigned order_of(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xEE || byte == 0xEF ? byte + 0x10u : byte;
}

bool stands_before(std::string_view a, std::string_view b) {
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (in_a == a.end() || in_b == b.end()) return a.size() < b.size();
    return order_of(*in_a) < order_of(*in_b);
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, copied, i - copied);
        copied = i + 1;
        out += '\\';
        switch (byte) {
            case '"':
                out += '"';
                break;
            case '\\':
                out += '\\';
                break;
            case '\b':
                out += 'b';
                break;
            case '\f':
                out += 'f';
                break;
            case '\n':
                out += 'n';
                break;
            case '\r':
                out += 'r';
                break;
            case '\t':
                out += 't';
                break;
            default:
                out += "u00";
                out += kHex[byte >> 4];
                out += kHex[byte & 0xFu];
        }
    }
    out.append(text, copied);
    out += '"';
}

void append_canonical(std::string& out, const Value& value) {
    Writer write(out);
    switch (value.kind) {
        case Kind::kNull:
            write.null();
            break;
        case Kind::kBoolean:
            write.boolean(value.boolean);
            break;
        case Kind::kNumber:
            write.number(value.number);
            break;
        case Kind::kString:
            write.string(value.string);
            break;
        case Kind::kArray: {
            out += '[';
            for (const Value& element : value.elements) {
                if (&element != value.elements.data()) out += ',';
                append_canonical(out, element);
            }
            out += ']';
            break;
        }
        case Kind::kObject: {
            std::vector<const Member*> sorted;
            sorted.reserve(value.members.size());
            for (const Member& member : value.members) sorted.push_back(&member);
            base::sort(sorted, [](const Member* a, const Member* b) {
                return stands_before(a->name, b->name);
            });
            out += '{';
            for (std::size_t i = 0; i < sorted.size(); ++i) {
                if (i > 0) out += ',';
                append_string(out, sorted[i]->name);
                out += ':';
                append_canonical(out, sorted[i]->value);
            }
            out += '}';
            break;
        }
    }
}

void Writer::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

Writer& Writer::begin_object() {
    separate();
    out_ += '{';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    out_ += '}';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    out_ += '[';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    out_ += ']';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_string(out_, name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::key(const char* name) {
    return key(std::string_view(name));
}

Writer& Writer::string(std::string_view text) {
    separate();
    append_string(out_, text);
    return *this;
}

Writer& Writer::number(double value) {
    separate();
    append_number(out_, value);
    return *this;
}

Writer& Writer::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

Writer& Writer::document(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

}  // namespace vgap::json
