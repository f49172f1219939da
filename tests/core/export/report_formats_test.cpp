#include <string>

#include <gtest/gtest.h>

#include "core/export/csv.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"

namespace vgap::export_ {
namespace {

using report::Kind;

report::Block block(Kind kind, std::string text, int level = 0) {
    report::Block out;
    out.kind = kind;
    out.text = std::move(text);
    out.level = level;
    return out;
}

report::Report hostile() {
    const std::string nasty = "<script>alert(1)</script> & \"x\" **bold** `code` [a](b) | _i_ #";
    report::Block list = block(Kind::kList, "");
    list.items = {nasty, "- 1. + item"};
    report::Block table = block(Kind::kTable, nasty);
    table.columns = {nasty, "n"};
    table.rows = {{nasty, "1"}};
    return {block(Kind::kHeading, nasty, 1),
            block(Kind::kParagraph, "1. " + nasty),
            block(Kind::kNote, nasty),
            block(Kind::kQuote, nasty),
            list,
            table};
}

TEST(Markdown, WritesBlocksApartAndEscapesWhatWouldBeMarkup) {
    report::Block list = block(Kind::kList, "");
    list.items = {"one", "- two"};
    report::Block table = block(Kind::kTable, "caption");
    table.columns = {"Name", "Value"};
    table.rows = {{"a|b", "**2**"}};
    std::string out;
    append_markdown(
        out, {block(Kind::kHeading, "Title *x*", 2), block(Kind::kParagraph, "12. is no list"),
              block(Kind::kParagraph, "1.5 seats"), block(Kind::kParagraph, "2)"),
              block(Kind::kNote, "note"), block(Kind::kQuote, "said\nso"), list, table});
    EXPECT_EQ(out,
              "## Title \\*x\\*\n\n"
              "12\\. is no list\n\n"
              "1.5 seats\n\n"
              "2\\)\n\n"
              "*note*\n\n"
              "> said so\n\n"
              "- one\n- \\- two\n\n"
              "| Name | Value |\n|---|---:|\n| a\\|b | **2** |\n");
}

TEST(Markdown, LeavesNoMarkupOfATextAlive) {
    std::string out;
    append_markdown(out, hostile());
    for (std::size_t at = 0; at < out.size(); ++at) {
        if (out[at] == '<' || out[at] == '`' || out[at] == '[') {
            ASSERT_GT(at, 0u);
            EXPECT_EQ(out[at - 1], '\\') << out.substr(at, 20);
        }
    }
}

TEST(Html, IsOneFileThatNeedsNothingAndShowsTextsAsTexts) {
    std::string out;
    append_html(out, hostile(), "de");
    EXPECT_TRUE(out.starts_with("<!doctype html>\n<html lang=\"de\">"));
    EXPECT_EQ(out.find("<script"), std::string::npos);
    EXPECT_EQ(out.find("http:"), std::string::npos);
    EXPECT_EQ(out.find("https:"), std::string::npos);
    EXPECT_NE(out.find("<p>1. &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; "
                       "<strong>bold</strong>"),
              std::string::npos);
    EXPECT_NE(out.find("default-src 'none'"), std::string::npos);
}

TEST(Html, ReadsFromTheRightWhereTheLanguageDoes) {
    std::string out;
    append_html(out, {block(Kind::kHeading, "x", 1)}, "ar");
    EXPECT_NE(out.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos);
}

TEST(Html, ClosesABoldThatIsLeftOpen) {
    std::string out;
    append_html(out, {block(Kind::kParagraph, "a **b")}, "en");
    EXPECT_NE(out.find("<p>a <strong>b</strong></p>"), std::string::npos);
}

TEST(Csv, KeepsSpreadsheetsFromComputingTexts) {
    const auto cell = [](std::string_view text) {
        std::string out;
        append_csv_text(out, text);
        return out;
    };
    EXPECT_EQ(cell("plain"), "plain");
    EXPECT_EQ(cell(""), "");
    EXPECT_EQ(cell("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
    for (const char* const formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        EXPECT_EQ(cell(formula).front(), '\'') << formula;
    }
    EXPECT_EQ(cell("=A1,B1"), "\"'=A1,B1\"");
}

}  // namespace
}  // namespace vgap::export_
