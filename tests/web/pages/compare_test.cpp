// A second attempt laid over the first: taken again, or compared with a file.
#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

bool shows(const Driver& driver, std::string_view text) {
    for (const ui::Node& node : driver.nodes()) {
        std::string name = node.name;
        for (std::size_t at; (at = name.find(" \n")) != std::string::npos;) name.erase(at + 1, 1);
        if (name.find(text) != std::string::npos) return true;
    }
    return false;
}

answers::Screen screen(Driver& driver) {
    return driver.app().model().session.place.screen;
}

void press_primary(Driver& driver) {
    for (const ui::Node* button : driver.all(Role::kButton)) {
        if (button->style != ui::Style::kPrimary) continue;
        driver.act(button->id, ui::Verb::kPress);
        return;
    }
    FAIL() << "no primary button";
}

// From a page of questions to the result; -1 leaves them open.
void to_result(Driver& driver, int position) {
    for (int guard = 0; guard < 40 && screen(driver) != answers::Screen::kResult; ++guard) {
        const bool questions = screen(driver) == answers::Screen::kQuestions;
        if (questions && position >= 0) driver.choose_in_every_group(position);
        press_primary(driver);
    }
    ASSERT_EQ(screen(driver), answers::Screen::kResult);
}

void take_again(Driver& driver) {
    driver.press(Role::kDisclosure, "Take it again");
    driver.press(Role::kButton, "Begin again");
}

Driver with_two_results() {
    Driver driver;
    driver.app().fact("civil_today", "2026-03-03");
    driver.frame();
    to_result(driver, 1);
    take_again(driver);
    driver.app().fact("civil_today", "2026-11-22");
    to_result(driver, 2);
    return driver;
}

TEST(Again, SaysWhatComesOfItBeforeItBegins) {
    Driver driver;
    driver.frame();
    to_result(driver, 1);
    const std::string answers = driver.app().response();
    EXPECT_FALSE(shows(driver, "This result stays"));
    driver.press(Role::kDisclosure, "Take it again");
    EXPECT_TRUE(shows(driver, "This result stays, and the next one is laid over it."));
    EXPECT_FALSE(shows(driver, "makes room for it")) << "there is no earlier one";
    driver.press(Role::kButton, "Not now");
    EXPECT_FALSE(shows(driver, "This result stays"));
    EXPECT_EQ(driver.app().response(), answers);
}

TEST(Again, BeginsWithTheContextFilledInAndSaysSo) {
    Driver driver;
    driver.frame();
    to_result(driver, 1);
    take_again(driver);
    EXPECT_EQ(driver.heading(), "Your context");
    EXPECT_TRUE(shows(driver, "Your context is filled in as you described it before."));
    for (const ui::Node* group : driver.all(Role::kGroup)) {
        int checked = 0;
        for (const ui::Node& node : driver.nodes()) {
            checked += node.parent == group->id && (node.state & ui::kChecked) != 0;
        }
        EXPECT_EQ(checked, 1) << group->name;
    }
    driver.press(Role::kButton, "Next");
    EXPECT_FALSE(shows(driver, "is filled in"));
    for (const ui::Node& node : driver.nodes()) EXPECT_EQ(node.state & ui::kChecked, 0);
}

TEST(Again, LaysTheFirstResultUnderTheSecond) {
    Driver driver = with_two_results();
    const app::Model& model = driver.app().model();
    ASSERT_TRUE(model.session.earlier);
    EXPECT_EQ(model.session.earlier->date, (base::Date{2026, 3, 3}));
    const auto whole = [](double value) { return std::to_string(static_cast<int>(value + 0.5)); };
    const std::string before = whole(*model.earlier_profile.index);
    const std::string now = whole(*model.profile.index);
    EXPECT_NE(before, now);
    EXPECT_TRUE(shows(driver, "On 3 March 2026: " + before + ". Now: " + now + ". "));
    EXPECT_TRUE(shows(driver, "what was in place before"));
    // Each row has a ring, and its sentence names both levels.
    std::size_t rings = 0;
    for (const ui::Node* lane : driver.all(Role::kLane)) {
        if (lane->value.find("\"ring\"") == std::string::npos) continue;
        ++rings;
        EXPECT_NE(lane->name.find("Now "), std::string::npos) << lane->name;
        EXPECT_NE(lane->name.find("Before "), std::string::npos) << lane->name;
        EXPECT_NE(lane->name.find("Change "), std::string::npos) << lane->name;
    }
    EXPECT_EQ(rings, model.instrument.dimensions.size());
    driver.press(Role::kDisclosure, "Show as a table");
    EXPECT_NE(driver.find(Role::kColumnHeader, "Before"), nullptr);
    EXPECT_NE(driver.find(Role::kColumnHeader, "Change"), nullptr);
}

TEST(Again, IsStillThereAfterAReload) {
    Driver driver = with_two_results();
    Driver second;
    std::string problems;
    ASSERT_TRUE(second.app().load_draft(driver.app().draft(), problems)) << problems;
    second.frame();
    second.press(Role::kButton, "Go on where you were");
    EXPECT_EQ(second.app().draft(), driver.app().draft());
    EXPECT_EQ(second.app().file("html", "2026-11-22"), driver.app().file("html", "2026-11-22"));
    EXPECT_TRUE(shows(second, "On 3 March 2026: "));
}

TEST(Again, SaysTheEarlierDayAsTheScreensReaderWritesIt) {
    Driver driver = with_two_results();
    driver.app().fact("earlier_date", "March 3, 2026");
    driver.frame();
    EXPECT_TRUE(shows(driver, "On March 3, 2026: "));
    EXPECT_NE(driver.app().file("markdown", "2026-11-22").find("On 3 March 2026: "),
              std::string::npos)
        << "a file says it as the command line tool does";
}

TEST(Again, WarnsThatTheEarlierOneMakesRoom) {
    Driver driver = with_two_results();
    driver.press(Role::kDisclosure, "Take it again");
    EXPECT_TRUE(shows(driver, "makes room for it"));
    driver.press(Role::kDisclosure, "Forget the earlier result");
    EXPECT_FALSE(shows(driver, "makes room for it")) << "one question at a time";
    EXPECT_TRUE(shows(driver, "The present result stays."));
    driver.press(Role::kButton, "Forget it");
    EXPECT_FALSE(shows(driver, "On 3 March 2026"));
    EXPECT_EQ(driver.find(Role::kDisclosure, "Forget the earlier result"), nullptr);
    EXPECT_EQ(driver.app().draft().find("earlier"), std::string::npos);
    EXPECT_EQ(screen(driver), answers::Screen::kResult);
}

TEST(Again, LeavesNoTraceWhenEverythingIsErased) {
    Driver driver = with_two_results();
    driver.press(Role::kDisclosure, "Erase my answers");
    driver.press(Role::kButton, "Erase them");
    EXPECT_EQ(driver.app().draft().find("earlier"), std::string::npos);
    EXPECT_TRUE(driver.app().model().earlier_profile.dimensions.empty());
    to_result(driver, 0);
    EXPECT_FALSE(shows(driver, "2026: "));
    EXPECT_FALSE(shows(driver, "what was in place before"));
}

TEST(Compare, TakesTheAnswersOutOfAFile) {
    Driver first;
    first.frame();
    to_result(first, 0);
    for (const std::string& text :
         {first.app().response(), first.app().draft(), first.app().file("pack", "2026-11-22")}) {
        Driver driver;
        driver.frame();
        to_result(driver, 2);
        const std::string answers = driver.app().response();
        driver.app().compare(text);
        driver.frame();
        EXPECT_TRUE(shows(driver, "Earlier: ")) << text;
        EXPECT_NE(driver.find(Role::kButton, "Compare with another result"), nullptr);
        EXPECT_EQ(driver.app().response(), answers);
        EXPECT_NE(driver.app().ui().focus(), 0u) << "it is read from the top";
    }
}

TEST(Compare, SaysWhyAFileCannotBeComparedWithAndKeepsWhatIsThere) {
    Driver driver = with_two_results();
    const std::string draft = driver.app().draft();
    driver.app().compare(R"({"schema":"response/1","instrument":{"id":"other"},"answers":{}})");
    driver.frame();
    EXPECT_TRUE(shows(driver, "This file cannot be compared with."));
    EXPECT_TRUE(shows(driver, "belong to the questionnaire other"));
    EXPECT_EQ(driver.app().draft(), draft);
    std::string problems;
    const std::string folder = "assets/instruments/leadership-pipeline/de.json";
    ASSERT_TRUE(driver.app().speak(test::read_file(folder),
                                   test::read_file("assets/locales/de.json"), problems));
    driver.frame();
    EXPECT_TRUE(shows(driver, "gehören zum")) << "in the new language";
    driver.app().compare(driver.app().response());
    driver.frame();
    EXPECT_FALSE(shows(driver, "gehören zum")) << "the next file is another matter";
}

TEST(Compare, IsSaidForAFileThatBringsNoNumber) {
    Driver driver;
    driver.frame();
    to_result(driver, 1);
    driver.app().compare(
        R"({"schema":"response/1","instrument":{"id":"leadership-pipeline"},"answers":{}})");
    driver.frame();
    EXPECT_TRUE(shows(driver, "Earlier there were not enough answers for a number."));
    take_again(driver);
    to_result(driver, -1);
    EXPECT_TRUE(shows(driver, "Now there are not enough answers for a number."));
}

TEST(Compare, HoldsNoTextOutsideTheCatalogue) {
    for (const ui::Skin skin : {ui::Skin::kCanvas, ui::Skin::kDocument}) {
        Driver driver("leadership-pipeline", "en-XA");
        driver.view.skin = skin;
        driver.frame();
        to_result(driver, 4);
        driver.app().compare(R"({"schema":"response/1","instrument":{"id":"leadership-pipeline"},
            "answers":{"size":"up_to_10"}})");
        driver.frame();
        driver.app().compare("{");
        driver.frame();
        EXPECT_TRUE(driver.app().model().session.earlier);
        for (int panel = 0; panel < 2; ++panel) {
            std::vector<ui::NodeId> closed;  // pressing makes new nodes
            for (const ui::Node* more : driver.all(Role::kDisclosure)) {
                if ((more->state & ui::kExpanded) == 0) closed.push_back(more->id);
            }
            for (const ui::NodeId id : closed) {
                driver.act(id, ui::Verb::kPress);
                for (const ui::Node& node : driver.nodes()) {
                    bool letters = false;
                    for (const char c : node.name) letters = letters || (c >= 'a' && c <= 'z');
                    if (!letters) continue;
                    EXPECT_NE(node.name.find("\u27E6"), std::string::npos) << node.name;
                }
            }
        }
        EXPECT_EQ(driver.app().model().texts.missing(), 0u);
    }
}

// The intro offers what was answered last, not what was in the store when the page was opened.
TEST(IntroPage, GoesOnWithTheAnswersThatWereGivenSince) {
    Driver first;
    first.frame();
    press_primary(first);
    first.choose_in_every_group(1);
    Driver driver;
    std::string problems;
    ASSERT_TRUE(driver.app().load_draft(first.app().draft(), problems)) << problems;
    driver.frame();
    driver.press(Role::kButton, "Go on where you were");
    driver.choose_in_every_group(2);
    const std::string draft = driver.app().draft();
    driver.press(Role::kButton, "Back");
    ASSERT_EQ(screen(driver), answers::Screen::kIntro);
    driver.press(Role::kButton, "Go on where you were");
    EXPECT_EQ(driver.app().draft(), draft);
}

}  // namespace
}  // namespace vgap
