#include "core/text/display.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/text/utf8.hpp"

namespace vgap::text {
namespace {

TEST(Display, keeps_ordinary_text_and_markup_as_text) {
    EXPECT_EQ(display_text("Grüße, 世界 <b>&amp;</b> 👋🏽"),
              "Grüße, 世界 <b>&amp;</b> 👋🏽");
    EXPECT_EQ(display_text("a\nb"), "a\nb");
}

TEST(Display, makes_control_characters_visible) {
    EXPECT_EQ(display_text(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(display_text("\x1b[31mred"), "\uFFFD[31mred");
    EXPECT_EQ(display_text("\x7f\u0085\u009f"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(display_text("a\tb"), "a b");
    EXPECT_EQ(display_text("a\r\nb\rc"), "a\nb\uFFFDc");
    EXPECT_EQ(display_text("a\u2028b\u2029c"), "a\nb\nc");
}

TEST(Display, lets_nothing_reorder_its_surroundings) {
    for (char32_t c = 0x202A; c <= 0x202E; ++c) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(display_text(text), "\uFFFD");
    }
    for (char32_t c = 0x2066; c <= 0x2069; ++c) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(display_text(text), "\uFFFD");
    }
    EXPECT_EQ(display_text("a\u200Eb\u200Fc\u061Cd"), "abcd");
}

TEST(Display, replaces_bytes_that_are_not_utf8) {
    EXPECT_EQ(display_text("a\xff"), "a\uFFFD");
    EXPECT_EQ(display_text("\xc3"), "\uFFFD");                      // truncated
    EXPECT_EQ(display_text("\xc0\xaf"), "\uFFFD\uFFFD");            // overlong
    EXPECT_EQ(display_text("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate
    EXPECT_EQ(display_text("\xf4\x90\x80\x80").size(), 12u);        // beyond U+10FFFF
    EXPECT_EQ(display_text("\xe4\xb8z"), "\uFFFD\uFFFDz");
}

TEST(Display, cuts_by_code_points) {
    EXPECT_EQ(display_text("äöü", 3), "äöü");
    EXPECT_EQ(display_text("äöüß", 3), "äöü…");
    EXPECT_EQ(display_text("", 0), "");
}

TEST(Display, one_line_for_terminals) {
    EXPECT_EQ(display_line("a\nb\r\nc"), "a b c");
}

TEST(Utf8, round_trips) {
    for (const char32_t c : {U'a', U'é', U'世', U'👋', char32_t{0x10FFFF}}) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(decode(text, 0).value, c);
        EXPECT_EQ(decode(text, 0).bytes, text.size());
    }
}

}  // namespace
}  // namespace vgap::text
