#include "core/articles/pack.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::articles {
namespace {

Part open(Kind kind, std::string text = {}, int level = 0) {
    return {kind, Side::kOpen, level, std::move(text), 1};
}
Part close(Kind kind) {
    return {kind, Side::kClose, 0, {}, 1};
}
Part word(std::string text) {
    return {Kind::kText, Side::kWhole, 0, std::move(text), 1};
}

text::Catalogue texts() {
    return *text::Catalogue::read(
        R"({"schema":"catalogue/1","language":"en","messages":{"articles.tag.pay":"pay & more"}})");
}

Article article(Body body) {
    Article out;
    out.slug = "one";
    out.title.value = "A title";
    out.meta_description.value = "What it is about.";
    out.dimension.value = "calibration";
    out.category.value = "practice";
    out.difficulty.value = "advanced";
    out.reading_minutes = 4;
    out.tags = {{"pay", 1}};
    out.patterns = {{"verdict_only", 1}};
    out.related = {{"two", 1}, {"three", 1}};
    out.body = std::move(body);
    return out;
}

Pack again(const Article& one) {
    std::string json;
    const Article* const only = &one;
    append_pack(json, {&only, 1}, texts());
    auto read = read_pack(json);
    EXPECT_TRUE(read.has_value()) << json;
    return read ? std::move(*read) : Pack{"", {Packed{}}};
}

std::string plain(const Line& line) {
    std::string out;
    append_plain(out, line);
    return out;
}

TEST(Pack, KeepsWhatAnArticleIsAbout) {
    const Pack pack = again(article({}));
    EXPECT_EQ(pack.language, "en");
    ASSERT_EQ(pack.articles.size(), 1u);
    const Packed& one = pack.articles[0];
    EXPECT_EQ(one.slug, "one");
    EXPECT_EQ(one.title, "A title");
    EXPECT_EQ(one.description, "What it is about.");
    EXPECT_EQ(one.dimension, "calibration");
    EXPECT_EQ(one.category, "practice");
    EXPECT_EQ(one.difficulty, "advanced");
    EXPECT_EQ(one.minutes, 4);
    EXPECT_EQ(one.tags, std::vector<std::string>{"pay & more"});
    EXPECT_EQ(one.patterns, std::vector<std::string>{"verdict_only"});
    EXPECT_EQ(one.related, (std::vector<std::string>{"two", "three"}));
    EXPECT_TRUE(one.blocks.empty());
}

TEST(Pack, ATitleIsNotSaidTwiceAndMarksAreKept) {
    const Pack pack = again(article({
        open(Kind::kHeading, "", 1),
        word("A title"),
        close(Kind::kHeading),
        open(Kind::kHeading, "", 2),
        word("Short answer"),
        close(Kind::kHeading),
        open(Kind::kParagraph),
        word("See "),
        open(Kind::kLink, "two.md"),
        word("the other"),
        close(Kind::kLink),
        word(" and"),
        {Kind::kBreak, Side::kWhole, 0, {}, 1},
        open(Kind::kStrong),
        word("this"),
        close(Kind::kStrong),
        word("."),
        close(Kind::kParagraph),
    }));
    const std::vector<Block>& blocks = pack.articles[0].blocks;
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_EQ(blocks[0].shape, Shape::kHeading);
    EXPECT_EQ(blocks[0].level, 2);
    const Line& line = blocks[1].rows.at(0).at(0);
    ASSERT_EQ(line.size(), 5u);
    EXPECT_EQ(plain(line), "See the other and this.");
    EXPECT_EQ(line[1].mark, Mark::kLink);
    EXPECT_EQ(line[1].to, "two");
    EXPECT_EQ(line[3].mark, Mark::kStrong);
    EXPECT_EQ(line[4].mark, Mark::kPlain);
}

TEST(Pack, ListsQuotesAndTablesKeepTheirShape) {
    const Pack pack = again(article({
        open(Kind::kNumbers),
        open(Kind::kItem),
        word("one"),
        close(Kind::kItem),
        open(Kind::kItem),
        open(Kind::kParagraph),
        word("two"),
        close(Kind::kParagraph),
        open(Kind::kBullets),
        open(Kind::kItem),
        word("inside"),
        close(Kind::kItem),
        close(Kind::kBullets),
        close(Kind::kItem),
        close(Kind::kNumbers),
        open(Kind::kQuote),
        open(Kind::kParagraph),
        word("q"),
        close(Kind::kParagraph),
        open(Kind::kParagraph),
        word("r"),
        close(Kind::kParagraph),
        close(Kind::kQuote),
        open(Kind::kTable),
        open(Kind::kTableHead),
        open(Kind::kRow),
        open(Kind::kHeadCell),
        word("a"),
        close(Kind::kHeadCell),
        open(Kind::kHeadCell),
        close(Kind::kHeadCell),
        close(Kind::kRow),
        close(Kind::kTableHead),
        open(Kind::kTableBody),
        open(Kind::kRow),
        open(Kind::kCell),
        word("b"),
        close(Kind::kCell),
        open(Kind::kCell),
        word("c"),
        close(Kind::kCell),
        close(Kind::kRow),
        close(Kind::kTableBody),
        close(Kind::kTable),
        open(Kind::kParagraph),
        word("last"),
        close(Kind::kParagraph),
    }));
    const std::vector<Block>& blocks = pack.articles[0].blocks;
    ASSERT_EQ(blocks.size(), 4u);
    EXPECT_EQ(blocks[0].shape, Shape::kNumbers);
    ASSERT_EQ(blocks[0].rows.size(), 3u);
    EXPECT_EQ(plain(blocks[0].rows[1][0]), "two");
    EXPECT_EQ(plain(blocks[0].rows[2][0]), "inside");
    EXPECT_EQ(blocks[1].shape, Shape::kQuote);
    ASSERT_EQ(blocks[1].rows.size(), 2u);
    EXPECT_EQ(blocks[2].shape, Shape::kTable);
    ASSERT_EQ(blocks[2].rows.size(), 2u);
    ASSERT_EQ(blocks[2].rows[0].size(), 2u);
    EXPECT_EQ(plain(blocks[2].rows[0][1]), "");
    EXPECT_EQ(plain(blocks[2].rows[1][1]), "c");
    EXPECT_EQ(blocks[3].shape, Shape::kParagraph);
}

TEST(Pack, EveryFaultIsToldWithItsPlace) {
    const auto refused = read_pack(R"json({"schema":"articles/1","language":"en","articles":[
        {"slug":"A b","title":"t","description":"","dimension":"d","category":"c","difficulty":"x",
         "minutes":0,"dimensions":[],"patterns":[],"builds_on":[],"related":[],"sources":[],
         "tags":[],"blocks":[
          {"kind":"heading","level":1,"rows":[[["t"]]]},
          {"kind":"picture","rows":[[["t"]]]},
          {"kind":"paragraph","rows":[[[["link","w","javascript:alert(1)"]]]]},
          {"kind":"paragraph","rows":[[[["link","w"],["loud","w"]]]]}]}]})json");
    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> places;
    for (const base::Error& error : refused.error()) places.push_back(error.where);
    EXPECT_EQ(places, (std::vector<std::string>{
                          "/articles/0/slug", "/articles/0/minutes", "/articles/0/blocks/0/level",
                          "/articles/0/blocks/1/kind", "/articles/0/blocks/2/rows/0/0/0/2",
                          "/articles/0/blocks/3/rows/0/0/0", "/articles/0/blocks/3/rows/0/0/1/0"}));
    EXPECT_FALSE(read_pack("").has_value());
    EXPECT_FALSE(read_pack(R"({"schema":"articles/2","language":"en","articles":[]})").has_value());
}

}  // namespace
}  // namespace vgap::articles
