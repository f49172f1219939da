#include "core/text/utf8.hpp"

namespace vgap::text {

CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1};
    std::size_t length = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2, value = first & 0x1Fu, least = 0x80;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3, value = first & 0x0Fu, least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4, value = first & 0x07u, least = 0x10000;
    } else {
        return {};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return {};
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least || value > 0x10FFFF || surrogate) return {};
    return {value, length};
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0u | (code_point >> 6));
        put(0x80u | (code_point & 0x3Fu));
    } else if (code_point < 0x10000) {
        put(0xE0u | (code_point >> 12));
        put(0x80u | ((code_point >> 6) & 0x3Fu));
        put(0x80u | (code_point & 0x3Fu));
    } else {
        put(0xF0u | (code_point >> 18));
        put(0x80u | ((code_point >> 12) & 0x3Fu));
        put(0x80u | ((code_point >> 6) & 0x3Fu));
        put(0x80u | (code_point & 0x3Fu));
    }
}

}  // namespace vgap::text
