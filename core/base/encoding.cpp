#include "core/base/encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.hpp"

namespace vgap::base {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char32_t, 32> kHigh = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& out, char32_t c) {
    const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0u | (c >> 6));
        byte(0x80u | (c & 0x3Fu));
    } else if (c < 0x10000) {
        byte(0xE0u | (c >> 12));
        byte(0x80u | ((c >> 6) & 0x3Fu));
        byte(0x80u | (c & 0x3Fu));
    } else {
        byte(0xF0u | (c >> 18));
        byte(0x80u | ((c >> 12) & 0x3Fu));
        byte(0x80u | ((c >> 6) & 0x3Fu));
        byte(0x80u | (c & 0x3Fu));
    }
}

// Where the text that has been decoded so far ends.
std::string place_after(std::string_view text) {
    const auto line = 1 + std::count(text.begin(), text.end(), '\n');
    const std::size_t last = text.rfind('\n');
    const std::string_view rest = last == std::string_view::npos ? text : text.substr(last + 1);
    return std::to_string(line) + ":" + std::to_string(1 + count_code_points(rest));
}

// A table begins with names of columns, which are mostly ASCII: then every second byte is zero.
bool zeros_at(std::string_view bytes, std::size_t first) {
    constexpr std::size_t kLooked = 64;
    const std::size_t end = std::min(bytes.size(), kLooked) / 2 * 2;
    std::size_t zeros = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < end; i += 2) {
        if (bytes[i + first] == '\0') ++zeros;
        if (bytes[i + 1 - first] == '\0') ++others;
    }
    return end >= 4 && others == 0 && zeros * 4 >= end;
}

enum class Order : std::uint8_t { kLittle, kBig };

Result<std::string> from_utf16(std::string_view bytes, Order order) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return order == Order::kLittle ? static_cast<char32_t>(a | (b << 8))
                                       : static_cast<char32_t>((a << 8) | b);
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const auto half = [&] {
            return fail(Error{"error.encoding.half_character", place_after(out), {}});
        };
        if (at + 1 == bytes.size()) return half();
        char32_t c = unit(at);
        if (c >= 0xDC00 && c < 0xE000) return half();
        if (c >= 0xD800 && c < 0xDC00) {
            if (at + 3 >= bytes.size()) return half();
            const char32_t low = unit(at + 2);
            if (low < 0xDC00 || low >= 0xE000) return half();
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append(out, c);
    }
    return out;
}

Result<std::string> from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        const char32_t c = byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80u] : char32_t{byte};
        if (c == 0 && byte != 0) {
            return fail(Error{"error.encoding.unknown_byte",
                              place_after(out),
                              {{"byte", std::to_string(static_cast<int>(byte))}}});
        }
        append(out, c);
    }
    return out;
}

Result<Decoded> with(Encoding encoding, Result<std::string> text) {
    if (!text) return fail(std::move(text.error()));
    return Decoded{std::move(*text), encoding};
}

}  // namespace

std::string_view to_string(Encoding encoding) {
    constexpr std::string_view kNames[] = {"utf-8", "utf-8-bom", "utf-16le", "utf-16be",
                                           "windows-1252"};
    return kNames[static_cast<std::size_t>(encoding)];
}

Result<Decoded> decode(std::string bytes) {
    const std::string_view view = bytes;
    if (view.starts_with(kMark) && find_invalid_utf8(view) == std::string_view::npos) {
        return Decoded{bytes.substr(kMark.size()), Encoding::kUtf8Mark};
    }
    if (view.starts_with(kLittleMark)) {
        return with(Encoding::kUtf16Little, from_utf16(view.substr(2), Order::kLittle));
    }
    if (view.starts_with(kBigMark)) {
        return with(Encoding::kUtf16Big, from_utf16(view.substr(2), Order::kBig));
    }
    if (zeros_at(view, 1)) {
        return with(Encoding::kUtf16Little, from_utf16(view, Order::kLittle));
    }
    if (zeros_at(view, 0)) return with(Encoding::kUtf16Big, from_utf16(view, Order::kBig));
    if (find_invalid_utf8(view) == std::string_view::npos) {
        return Decoded{std::move(bytes), Encoding::kUtf8};
    }
    return with(Encoding::kWindows1252, from_windows_1252(view));
}

}  // namespace vgap::base
