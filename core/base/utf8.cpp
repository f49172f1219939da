#include "core/base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace vgap::base {

namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0u) == 0x80u;
}

// What may follow a lead byte: how many bytes, and the range of the first of them.
struct Lead {
    std::size_t following;
    unsigned char least, most;
};

// Table 3-7; following == 0 means that no sequence starts with this byte.
Lead lead(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
    return {0, 0, 0};
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (bytes.size() - i >= sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + i, sizeof word);
            if ((word & kHighBits) == 0) {
                i += sizeof word;
                continue;
            }
        }
        if (at(i) < 0x80) {
            ++i;
            continue;
        }
        const Lead first = lead(at(i));
        if (first.following == 0 || bytes.size() - i <= first.following) return i;
        if (at(i + 1) < first.least || at(i + 1) > first.most) return i;
        for (std::size_t k = 2; k <= first.following; ++k) {
            if (!is_continuation(at(i + k))) return i;
        }
        i += first.following + 1;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        if (!is_continuation(static_cast<unsigned char>(c))) ++count;
    }
    return count;
}

std::string_view clipped(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while (end > 0 && is_continuation(static_cast<unsigned char>(text[end]))) --end;
    return text.substr(0, end);
}

}  // namespace vgap::base
