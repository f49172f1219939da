#include "web/ui/text_layout.hpp"

#include <gtest/gtest.h>

#include "web/host/headless_glyphs.hpp"

namespace vgap::ui {
namespace {

// Letters are 0.55 em wide, blanks 0.3 em: at 10 px 5.5 and 3.
class TextLayout : public testing::Test {
  protected:
    std::string lines(std::string_view text, float width) {
        return lay_out(metrics_, text, {Face::kRegular, 10, 1.5f, Token::kInk}, width).joined;
    }
    host::HeadlessGlyphs glyphs_;
    Metrics metrics_{glyphs_};
};

TEST_F(TextLayout, BreaksAtBlanksAndKeepsThemAtTheEndOfTheLine) {
    EXPECT_EQ(lines("one two six", 36), "one two \nsix");
    EXPECT_EQ(lines("one two six", 35.99f), "one two \nsix");  // 36 px, less a rounding
    EXPECT_EQ(lines("one two six", 35.5f), "one \ntwo \nsix");
}

TEST_F(TextLayout, BreaksAfterHyphensAndDashes) {
    EXPECT_EQ(lines("ab-cd", 17), std::string("ab-") + kBreakInWord + "cd");
    EXPECT_EQ(lines("ab\u2013cd", 17), std::string("ab\u2013") + kBreakInWord + "cd");
}

TEST_F(TextLayout, BreaksInsideAWordOnlyWhenItIsWiderThanTheLine) {
    EXPECT_EQ(lines("abcdef", 17), std::string("abc") + kBreakInWord + "def");
    EXPECT_EQ(lines("a abcdef", 17), std::string("a \nabc") + kBreakInWord + "def");
}

TEST_F(TextLayout, KeepsNewlinesAndMarksBold) {
    EXPECT_EQ(lines("a\nb", 100), "a\vb");
    EXPECT_EQ(marked_up("a\nb"), "a\vb");
    EXPECT_EQ(lines("a **b c** d", 100),
              "a \x02"
              "b c\x03 d");
    EXPECT_EQ(lines("**ab cd**", 15),
              "\x02"
              "ab \x03\n\x02"
              "cd\x03");
}

TEST_F(TextLayout, HasOneLineForNoText) {
    const TextBlock block = lay_out(metrics_, "", {Face::kRegular, 10, 1.5f, Token::kInk}, 100);
    EXPECT_EQ(block.lines.size(), 1u);
    EXPECT_FLOAT_EQ(block.height(), 15);
}

TEST_F(TextLayout, MeasuresTheWidestLineWithoutItsLastBlank) {
    const TextBlock block =
        lay_out(metrics_, "abc de", {Face::kRegular, 10, 1.5f, Token::kInk}, 18);
    EXPECT_FLOAT_EQ(block.width, 16.5f);
}

TEST_F(TextLayout, AddsLetterSpacingToEachGlyph) {
    EXPECT_FLOAT_EQ(metrics_.advance(Face::kNumber, 100, U'1'), 55 - 3);
}

TEST_F(TextLayout, AsksForLettersOnceUntilItForgetsThem) {
    struct Growing final : host::HeadlessGlyphs {
        float advance(Face, int, char32_t) override { return width; }
        float width = 5;
    } glyphs;
    Metrics metrics{glyphs};
    for (const char32_t code : {U'a', U'\u00e9'}) {
        glyphs.width = 5;
        EXPECT_EQ(metrics.advance(Face::kRegular, 10, code), 5);
        glyphs.width = 7;
        EXPECT_EQ(metrics.advance(Face::kRegular, 10, code), 5);
        metrics.forget();
        EXPECT_EQ(metrics.advance(Face::kRegular, 10, code), 7);
    }
}

TEST_F(TextLayout, ALinkIsOneOverHoweverManyLines) {
    EXPECT_EQ(lines("a \x05"
                    "bb cc\x06\x05"
                    "d\x06 e",
                    23),
              "a \x05"
              "bb \ncc\x06\x05"
              "d\x06 \ne");
    EXPECT_EQ(lines("\x05"
                    "ab cd\x06",
                    15),
              "\x05"
              "ab \ncd\x06");
    EXPECT_EQ(lines("\x05"
                    "abcdef\x06",
                    17),
              std::string("\x05"
                          "abc") +
                  kBreakInWord + "def\x06");
    EXPECT_EQ(marked_up("\x05"
                        "a\x06"),
              "\x05"
              "a\x06");
}

TEST_F(TextLayout, ShowsBytesThatAreNotTextAsReplacements) {
    EXPECT_EQ(lines("a\xFF", 100), "a\xEF\xBF\xBD");
}

TEST_F(TextLayout, TakesFromTheFrameBeforeWhatIsTheSame) {
    const Type type{Face::kRegular, 10, 1.5f, Token::kInk};
    const Type soft{Face::kRegular, 10, 1.5f, Token::kSoft};
    Layouts layouts(metrics_);
    layouts.begin();
    layouts.of("goes", type, 100);
    const TextBlock& word = layouts.of("a word", type, 100);
    const TextBlock& last = layouts.of("last", type, 100);
    EXPECT_EQ(word.joined, "a word");
    layouts.begin();
    EXPECT_EQ(layouts.of("comes", type, 100).joined, "comes");
    EXPECT_EQ(&layouts.of("a word", type, 100), &word);
    EXPECT_EQ(layouts.of("a word", type, 30).joined, "a \nword");
    EXPECT_EQ(layouts.of("a word", soft, 100).type.color, Token::kSoft);
    EXPECT_EQ(&layouts.of("last", type, 100), &last);
    EXPECT_EQ(layouts.kept(), 5u);
    layouts.forget();
    EXPECT_EQ(layouts.kept(), 0u);
}

TEST(MarkedUp, TurnsStarsIntoMarks) {
    EXPECT_EQ(marked_up("a **b** c"),
              "a \x02"
              "b\x03 c");
    EXPECT_EQ(marked_up("no stars"), "no stars");
    EXPECT_EQ(marked_up("5 * 6\n*7***"),
              "5 * 6\v*7\x02"
              "*");
}

}  // namespace
}  // namespace vgap::ui
