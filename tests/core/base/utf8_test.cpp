#include "core/base/utf8.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

constexpr std::size_t kValid = std::string_view::npos;

TEST(Utf8, FindsTheFirstBadByte) {
    const struct {
        std::string_view bytes;
        std::size_t bad;
    } cases[] = {
        {"", kValid},
        {"plain", kValid},
        {"eight bytes and more", kValid},
        {"\xC2\x80 \xDF\xBF", kValid},
        {"\xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF", kValid},
        {"\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF", kValid},
        {"a\x80", 1},             // continuation without a lead
        {"ab\xC0\x80", 2},        // overlong NUL
        {"\xC1\xBF", 0},          // overlong
        {"\xE0\x9F\xBF", 0},      // overlong
        {"\xF0\x8F\xBF\xBF", 0},  // overlong
        {"\xED\xA0\x80", 0},      // surrogate
        {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
        {"\xF5\x80\x80\x80", 0},  // no such lead
        {"\xFF\xFE{", 0},         // UTF-16
        {"abc\xC2", 3},           // cut off
        {"abc\xE2\x82", 3},
        {"abc\xF0\x9F\x98", 3},
        {"\xE2\x82z", 0},
        {"\xF0\x9F\x98z", 0},
        {"12345678\xFF", 8},
        {"1234567\xC3\xA9\xFF", 9},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(find_invalid_utf8(each.bytes), each.bad) << testing::PrintToString(each.bytes);
    }
}

// Every code point, encoded, is valid; with its last byte cut off it is not.
TEST(Utf8, AcceptsExactlyTheScalarValues) {
    const auto encoded = [](unsigned point) {
        std::string out;
        const auto add = [&](unsigned byte) { out += static_cast<char>(byte); };
        if (point < 0x80) {
            add(point);
        } else if (point < 0x800) {
            add(0xC0u | (point >> 6));
            add(0x80u | (point & 0x3Fu));
        } else if (point < 0x10000) {
            add(0xE0u | (point >> 12));
            add(0x80u | ((point >> 6) & 0x3Fu));
            add(0x80u | (point & 0x3Fu));
        } else {
            add(0xF0u | (point >> 18));
            add(0x80u | ((point >> 12) & 0x3Fu));
            add(0x80u | ((point >> 6) & 0x3Fu));
            add(0x80u | (point & 0x3Fu));
        }
        return out;
    };
    for (unsigned point = 0; point < 0x110400; ++point) {
        const bool scalar = point < 0xD800 || (point > 0xDFFF && point < 0x110000);
        const std::string text = encoded(point);
        ASSERT_EQ(find_invalid_utf8(text) == kValid, scalar) << std::hex << point;
        if (!scalar) continue;
        ASSERT_EQ(count_code_points(text), 1u);
        if (text.size() > 1) {
            ASSERT_EQ(find_invalid_utf8(text.substr(0, text.size() - 1)), 0u);
        }
    }
}

TEST(Utf8, CountsCodePoints) {
    EXPECT_EQ(count_code_points(""), 0u);
    EXPECT_EQ(count_code_points("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 4u);
}

TEST(Utf8, ClipsBetweenCodePoints) {
    const std::string_view text = "a\xC3\xA9\xF0\x9F\x98\x80";
    EXPECT_EQ(clipped(text, 7), text);
    EXPECT_EQ(clipped(text, 100), text);
    EXPECT_EQ(clipped(text, 6), text.substr(0, 3));
    EXPECT_EQ(clipped(text, 4), text.substr(0, 3));
    EXPECT_EQ(clipped(text, 3), text.substr(0, 3));
    EXPECT_EQ(clipped(text, 2), "a");
    EXPECT_EQ(clipped(text, 0), "");
}

}  // namespace
}  // namespace vgap::base
