// The page "in people and months": what it says, what turning a number does, and that both skins can show it.
#include "web/pipeline/page.hpp"

#include <gtest/gtest.h>

#include "core/json/parse.hpp"
#include "tests/web/driver.hpp"

namespace vgap::pipeline {
namespace {

constexpr std::string_view kMonths = "turn.paths.to_team_lead.months_to_ready";

// What is worked out by hand, and the first futures.
void begin(Page& page) {
    page.advance();
    page.advance();
}

text::Catalogue texts_of(const std::string& language) {
    auto read = text::Catalogue::read(test::read_file("assets/locales/" + language + ".json"));
    EXPECT_TRUE(read) << language;
    return std::move(*read);
}

struct PipelinePage : testing::Test {
    PipelinePage() {
        std::string problems;
        page = Page::open(test::read_file("assets/scenarios/team_of_8.json"), texts, "", problems);
        EXPECT_TRUE(page) << problems;
        begin(*page);
    }
    void rest() {
        for (int guard = 0; guard < 10'000 && page->advance(); ++guard) {
        }
        ASSERT_TRUE(page->simulation().rests());
    }
    bool says(std::string_view text) const { return page->page().find(text) != std::string::npos; }
    text::Catalogue texts = texts_of("en");
    std::unique_ptr<Page> page;
};

TEST_F(PipelinePage, IsAPageThatCanBeShown) {
    test::Driver driver;
    driver.frame();
    std::string problems;
    ASSERT_TRUE(driver.app().give(page->page(), problems)) << problems;
    driver.frame();
    EXPECT_EQ(driver.heading(), "In people and months");
    EXPECT_GE(driver.all(ui::Role::kSlider).size(), 3u);
    EXPECT_EQ(driver.all(ui::Role::kPlot).size(), 3u);  // people, who is ready, the gap
    EXPECT_TRUE(says("eight futures of ten")) << page->page();
    EXPECT_TRUE(says(R"("text":"−1")")) << "a gap may be none";
    EXPECT_EQ(driver.app().ui().unowned_strokes(), 0);
    for (const ui::Node& node : driver.nodes()) {
        EXPECT_EQ(node.name.find("flow."), std::string::npos) << node.name;
    }
}

TEST_F(PipelinePage, HasAFirstPictureAndThenALeverForEachNumber) {
    EXPECT_TRUE(says("From 32 possible futures")) << page->page();
    EXPECT_TRUE(says("being worked out"));
    rest();
    EXPECT_TRUE(says("From 4096 possible futures")) << page->page();
    EXPECT_FALSE(says("being worked out"));
    EXPECT_TRUE(says("The bottleneck is the way from Contributor to Team lead"));
    EXPECT_TRUE(says("unfilled seat-months fewer"));
}

TEST_F(PipelinePage, ShowsBeforeAndAfterOnceANumberIsTurned) {
    rest();
    EXPECT_FALSE(says("Before and after"));
    ASSERT_TRUE(page->act(kMonths, "6"));
    rest();
    EXPECT_TRUE(says("Before and after"));
    EXPECT_TRUE(says("6 months, assumed")) << page->page();
    EXPECT_LT(page->simulation().differences().back().seat_months.value, 0);
    ASSERT_TRUE(page->act("undo", ""));
    EXPECT_FALSE(says("Before and after"));
    EXPECT_EQ(page->simulation().now().paths[0].months_to_ready.value, 14);
}

// Whoever turns a lever does not see the top of the page.
TEST_F(PipelinePage, SaysUnderEachOpenGroupOfLeversWhatStaysUnfilled) {
    const auto now = [&] {
        const std::string told = page->page();
        std::vector<std::string> found;
        for (std::size_t at = 0; (at = told.find(R"("key":"now")", at)) != std::string::npos; ++at)
            found.push_back(told.substr(at, told.find('}', at) - at));
        return found;
    };
    const std::vector<std::string> before = now();
    ASSERT_EQ(before.size(), 1u) << "the first group is open";
    EXPECT_NE(before[0].find("seat-months stay unfilled"), std::string::npos) << before[0];
    ASSERT_TRUE(page->act(kMonths, "6"));
    const std::vector<std::string> after = now();
    ASSERT_EQ(after.size(), 1u);
    EXPECT_NE(after[0], before[0]) << "in the first picture, not when it rests";
    const std::string told = page->page();
    const std::size_t at = told.find(R"("key":"show.stages.)");
    ASSERT_NE(at, std::string::npos) << told;
    const std::size_t key = at + 7;
    ASSERT_TRUE(page->act(told.substr(key, told.find('"', key) - key), "1"));
    EXPECT_EQ(now(), std::vector<std::string>(2, after[0]));
}

TEST_F(PipelinePage, NamesWhatTurningChangesNothingAbout) {
    test::Driver driver;
    driver.frame();
    std::string problems;
    const auto shown = [&](Telling telling) {
        EXPECT_TRUE(driver.app().give(page->page(telling), problems)) << problems;
        driver.frame();
        std::string all;
        for (const ui::Node& node : driver.nodes()) all += node.name + '\n';
        return all;
    };
    shown(Telling::kAll);
    ASSERT_TRUE(page->act(kMonths, "6"));
    std::string part = shown(Telling::kWhatChanges);
    EXPECT_EQ(part, shown(Telling::kAll));
    ASSERT_TRUE(page->act(kMonths, "7"));
    part = shown(Telling::kWhileItMoves);
    EXPECT_NE(part.find("7 months, assumed"), part.npos);
    EXPECT_EQ(part, shown(Telling::kAll));
    EXPECT_LT(page->page(Telling::kWhatChanges).size(), page->page().size() * 3 / 4);
    EXPECT_LT(page->page(Telling::kWhileItMoves).size(), page->page().size() * 3 / 4);
}

TEST_F(PipelinePage, SaysWhatItCannotTakeAndKeepsWhatWas) {
    constexpr std::string_view field = "turn.paths.to_team_lead.months_to_ready!";
    ASSERT_TRUE(page->act(field, "0"));
    EXPECT_TRUE(says("a number from 1 to 600 is"));
    EXPECT_EQ(page->simulation().now().paths[0].months_to_ready.value, 14);
    ASSERT_TRUE(page->act(field, "2,5"));
    EXPECT_FALSE(says("a number from 1 to 600 is"));
    EXPECT_EQ(page->simulation().now().paths[0].months_to_ready.value, 2.5);
    EXPECT_FALSE(page->act("nothing", ""));
}

TEST_F(PipelinePage, GoesOnWithWhatWasTurnedBefore) {
    EXPECT_EQ(page->turned(), "{}");
    ASSERT_TRUE(page->act(kMonths, "6"));
    const std::string turned = page->turned();
    EXPECT_EQ(turned, R"({"paths.to_team_lead.months_to_ready":6})");
    const auto again = [&](std::string_view numbers) {
        std::string problems;
        auto opened = Page::open(test::read_file("assets/scenarios/team_of_8.json"), texts, numbers,
                                 problems);
        EXPECT_TRUE(opened) << problems;
        begin(*opened);
        return opened;
    };
    const auto whole = again(turned);
    EXPECT_EQ(whole->turned(), turned);
    EXPECT_NE(whole->page().find("Before and after"), std::string::npos);
    EXPECT_EQ(whole->page().find("left out"), std::string::npos);
    ASSERT_TRUE(whole->act("reset", ""));
    EXPECT_EQ(whole->turned(), "{}");

    const auto part =
        again(R"({"paths.to_moon.retry_months":2,"paths.to_team_lead.months_to_ready":6})");
    EXPECT_EQ(part->turned(), turned);
    EXPECT_NE(part->page().find("Numbers left out: 1."), std::string::npos);
    EXPECT_EQ(again("no JSON")->turned(), "{}");
}

TEST_F(PipelinePage, SpeaksAnotherLanguageAndKeepsWhatWasTurned) {
    page->act(kMonths, "6");
    texts = texts_of("de");
    EXPECT_TRUE(says("In Menschen und Monaten"));
    EXPECT_TRUE(says("6 Monate, angenommen"));
}

TEST(PipelineScenarios, AllOfThemCanBeShown) {
    const text::Catalogue texts = texts_of("fr");
    for (const char* name : {"team_of_8", "engineering_of_60", "company_of_400"}) {
        std::string problems;
        const auto page =
            Page::open(test::read_file("assets/scenarios/" + std::string(name) + ".json"), texts,
                       "", problems);
        ASSERT_TRUE(page) << problems;
        begin(*page);
        EXPECT_TRUE(json::parse(page->page()).has_value());
    }
}

TEST(PipelineScenarios, OneThatCannotBeReadIsRefusedInSentences) {
    std::string problems;
    EXPECT_FALSE(Page::open(R"({"schema":"flow/1"})", texts_of("en"), "", problems));
    EXPECT_NE(problems.find("/stages"), std::string::npos) << problems;
}

}  // namespace
}  // namespace vgap::pipeline
