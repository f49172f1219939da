#include "core/text/display.hpp"

#include "core/text/utf8.hpp"

namespace vgap::text {

namespace {

constexpr char32_t kDropped = 0xFFFFFFFF;

char32_t shown(char32_t c, char32_t next) {
    if (c == '\n' || c == 0x2028 || c == 0x2029) return '\n';
    if (c == '\r' && next == '\n') return kDropped;
    if (c == '\t') return ' ';
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return kReplacement;
    if (c == 0x200E || c == 0x200F || c == 0x061C) return kDropped;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return kReplacement;
    return c;
}

std::string display(std::string_view text, std::size_t most, char32_t newline) {
    std::string out;
    out.reserve(text.size());
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.bytes;
        const char32_t next = at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
        const char32_t value = shown(c.value, next);
        if (value == kDropped) continue;
        if (count == most) {
            out += "…";
            break;
        }
        append_utf8(out, value == '\n' ? newline : value);
        ++count;
    }
    return out;
}

}  // namespace

std::string display_text(std::string_view text, std::size_t most) {
    return display(text, most, '\n');
}

std::string display_line(std::string_view text, std::size_t most) {
    return display(text, most, ' ');
}

}  // namespace vgap::text
