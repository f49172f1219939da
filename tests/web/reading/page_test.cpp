#include "web/reading/page.hpp"

#include <gtest/gtest.h>

#include "core/json/parse.hpp"

namespace vgap::reading {
namespace {

constexpr std::string_view kTexts = R"({"schema":"catalogue/1","language":"de","messages":{
    "reading.because.gap":"Weil {n}: {name}","reading.because.pattern":"Weil {name}","reading.open":"{n} Minuten",
    "reading.fits":"Passt","reading.nothing":"Nichts","reading.all":"Alle","reading.back":"Zurück",
    "reading.to_result":"Zum Ergebnis","reading.title":"Artikel","reading.search":"Suche","reading.found":"{n} gefunden",
    "reading.none":"Keiner","reading.link":"{text}, anderswo","reading.in_english":"auf Englisch","reading.read":"gelesen","articles.minutes":"{n} min",
    "articles.difficulty.advanced":"Schwer","articles.category.practice":"So geht es",
    "articles.related":"Weiter","articles.sources":"Quellen"}})";
constexpr std::string_view kNames = R"({"schema":"catalogue/1","language":"de","messages":{
    "dimension.pathways.name":"Wege","pattern.one_way.name":"Ein Weg",
    "source.hill.title":"Hill","source.hill.caution":"Wenige Menschen."}})";

std::string article(std::string_view slug, std::string_view title, std::string_view about,
                    std::string_view blocks = "") {
    std::string out =
        R"({"category":"practice","difficulty":"advanced","minutes":3,"description":"d",)";
    out += R"("dimensions":[],"builds_on":[],"sources":["hill","unknown"],"tags":[],)";
    out += "\"slug\":\"" + std::string(slug) + "\",\"title\":\"" + std::string(title) + "\",";
    out += std::string(about) + ",\"blocks\":[" + std::string(blocks) + "]}";
    return out;
}

std::string pack(std::string_view language, std::string_view articles) {
    return R"({"schema":"articles/1","language":")" + std::string(language) + R"(","articles":[)" +
           std::string(articles) + "]}";
}

const std::string kOwn = pack(
    "de",
    article("wege", "Über Wege",
            R"("dimension":"pathways","patterns":["one_way"],"related":["only-english","gone"])",
            R"({"kind":"heading","level":2,"rows":[[["Kurz"]]]},
                          {"kind":"paragraph","rows":[[["Ein ",["strong","Wort"],"; ",["link","mehr","https://example.org/"]]]]},
                          {"kind":"bullets","rows":[[["eins"]],[["zwei"]]]},
                          {"kind":"numbers","rows":[[["a"]],[["b"]]]},
                          {"kind":"quote","rows":[[["gesagt"]]]},
                          {"kind":"table","rows":[[["x"],["y"]],[["1"],["2"]]]})"));
const std::string kEnglish = pack(
    "en", article("wege", "About paths", R"("dimension":"pathways","patterns":[],"related":[])") +
              "," +
              article("only-english", "Only here",
                      R"("dimension":"calibration","patterns":[],"related":["wege"])"));
constexpr std::string_view kProfile = R"({"explanation":{"children":[{"id":"pathways","value":6.4},
    {"id":"calibration","value":0.04}]},"patterns":[{"id":"one_way","state":"found"},{"id":"x","state":"not_found"}]})";

class Reading : public testing::Test {
  protected:
    void SetUp() override {
        std::string problems;
        page = Page::open({kTexts, kNames, kOwn, kEnglish}, problems);
        ASSERT_TRUE(page) << problems;
        page->know(kProfile, "");
    }
    void expect(std::string_view in, std::initializer_list<std::string_view> parts) const {
        EXPECT_TRUE(json::parse(in).has_value()) << in;
        for (const std::string_view part : parts) {
            EXPECT_NE(in.find(part), in.npos) << part << "\nin " << in;
        }
    }
    std::unique_ptr<Page> page;
};

TEST_F(Reading, RecommendsWithTheReasonInTheReadersLanguage) {
    page->know(kProfile, "");
    expect(page->recommended(),
           {R"("on":"result","to":"reading")", R"("title":"Passt")", "Über Wege", "Weil 6: Wege",
            "Weil 0,1: ", R"("key":"open:wege")"});
    page->know(R"({"explanation":null,"patterns":[]})", "");
    expect(page->recommended(), {R"("title":"Nichts")", R"("key":"all")"});
    page->know("no profile", "");
    expect(page->recommended(), {R"("title":"Nichts")"});
}

TEST_F(Reading, AnArticleHasEveryPart) {
    EXPECT_EQ(page->page(), "");
    ASSERT_TRUE(page->act("open:wege", ""));
    expect(
        page->page(),
        {R"("id":"reading/wege")", R"("title":"Über Wege")", R"("level":1)", "3 min · Schwer",
         R"("text":"Ein **Wort**; \u0005mehr (example.org)\u0006","links":"https://example.org/\tmehr (example.org), anderswo")",
         R"("kind":"item","key":"2","text":"zwei")", R"("text":"2. b")", R"("kind":"quote")",
         R"("rows":[["**x**","**y**"],["1","2"]])", "**Hill** Wenige Menschen.",
         R"("key":"open:only-english")"});
    EXPECT_EQ(page->page().find("unknown"), std::string::npos);
    EXPECT_EQ(page->page().find("gone"), std::string::npos);
}

TEST_F(Reading, WhatALanguageLacksIsMarkedWithItsOwn) {
    ASSERT_TRUE(page->act("open:only-english", ""));
    expect(page->page(), {R"("lang":"en")", "Only here", "auf Englisch"});
    ASSERT_TRUE(page->act("open:wege", ""));
    EXPECT_EQ(page->page().find("About paths"), std::string::npos);
}

TEST_F(Reading, SearchesAsOneTypes) {
    ASSERT_TRUE(page->act("all", ""));
    expect(page->page(), {"So geht es", "Über Wege", "Only here", R"("kind":"search")"});
    ASSERT_TRUE(page->act("search", "ub"));
    expect(page->page(), {"1 gefunden", "Über Wege", R"("value":"ub")"});
    EXPECT_EQ(page->page().find("Only here"), std::string::npos);
    ASSERT_TRUE(page->act("search", "nirgends"));
    expect(page->page(), {"Keiner"});
    ASSERT_TRUE(page->act("search", " "));
    expect(page->page(), {"Only here"});
}

TEST_F(Reading, LeadsBackThroughWhatWasOpened) {
    EXPECT_FALSE(page->act("back", ""));
    EXPECT_FALSE(page->act("open:nowhere", ""));
    EXPECT_FALSE(page->act("dance", ""));
    page->act("all", "");
    page->act("search", "weg");
    page->act("open:wege", "");
    EXPECT_EQ(page->depth(), 2);
    page->act("back", "");
    expect(page->page(), {R"("value":"weg")"});
    page->act("open:wege", "");
    page->act("open:only-english", "");
    page->act("close", "");
    EXPECT_EQ(page->depth(), 0);
    EXPECT_EQ(page->read(), "only-english wege");
}

TEST_F(Reading, WhatWasReadIsKnownAgain) {
    page->know(kProfile, "wege ../x  only-english");
    EXPECT_EQ(page->read(), "only-english wege");
    expect(page->recommended(), {"gelesen"});
}

TEST_F(Reading, SpeaksAnotherLanguageInPlace) {
    page->act("open:only-english", "");
    page->act("open:wege", "");
    std::string problems;
    EXPECT_FALSE(page->speak({kTexts, kNames, "{}", ""}, problems));
    EXPECT_FALSE(problems.empty());
    expect(page->page(), {"Über Wege"});
    ASSERT_TRUE(page->speak({kTexts, kNames, kEnglish, ""}, problems));
    expect(page->page(), {"About paths"});
    EXPECT_EQ(page->page().find("\"lang\""), std::string::npos);
    ASSERT_TRUE(page->speak({kTexts, kNames, kOwn, ""}, problems));
    EXPECT_EQ(page->depth(), 1);  // what there is no longer is not open any more
}

}  // namespace
}  // namespace vgap::reading
