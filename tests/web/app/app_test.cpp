#include "web/app/app.hpp"

#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

TEST(App, TakesAVisitorFromTheIntroToTheResult) {
    Driver driver;
    driver.frame();
    EXPECT_EQ(driver.heading(), "Velocity Gap Assessment");
    driver.press(Role::kButton, "Start");
    int pages = 0;
    while (driver.find(Role::kButton, "See the result") == nullptr && pages++ < 30) {
        driver.choose_in_every_group(1);
        driver.press(Role::kButton, "Next");
    }
    EXPECT_EQ(pages, 9);
    driver.press(Role::kButton, "See the result");
    EXPECT_EQ(driver.heading(), "Your velocity gap");
    EXPECT_NE(driver.app().profile().find("\"schema\":\"profile/1\""), std::string::npos);
}

TEST(App, StartingAtTheFirstQuestionKeepsTheDraftsAnswers) {
    Driver before;
    before.frame();
    before.press(Role::kButton, "Start");
    before.choose_in_every_group(1);
    before.press(Role::kButton, "Next");
    const std::string given = before.app().response();

    Driver driver;
    std::string problems;
    ASSERT_TRUE(driver.app().load_draft(before.app().draft(), problems)) << problems;
    driver.frame();
    driver.press(Role::kButton, "Start at the first question");
    EXPECT_EQ(driver.heading(), "Your context");
    EXPECT_EQ(driver.app().response(), given);
}

constexpr std::string_view kSpeaksNoLanguage =
    R"({"schema":"catalogue/1","language":"x","messages":{}})";

TEST(App, SpeaksAnotherLanguageAndKeepsTheRest) {
    Driver driver;
    EXPECT_NE(driver.frame().find(R"("writing":{"dir":"ltr","lang":"en","shaped":false})"),
              std::string::npos);
    driver.press(Role::kButton, "Start");
    driver.choose_in_every_group(1);
    driver.frame();
    const std::string before = driver.app().response();
    const std::size_t nodes = driver.nodes().size();
    std::string problems;
    const std::string texts = test::read_file("assets/instruments/leadership-pipeline/de.json");
    const std::string interface_texts = test::read_file("assets/locales/de.json");
    ASSERT_TRUE(driver.app().speak(texts, interface_texts, problems)) << problems;
    const std::string message = driver.frame();
    EXPECT_NE(message.find(R"("writing":{"dir":"ltr","lang":"de","shaped":false})"),
              std::string::npos);
    EXPECT_EQ(message.find("\"order\""), std::string::npos) << "elements moved";
    EXPECT_EQ(driver.app().response(), before);
    EXPECT_EQ(driver.nodes().size(), nodes);
    EXPECT_NE(driver.find(Role::kButton, "Weiter"), nullptr);

    EXPECT_FALSE(driver.app().speak(texts, kSpeaksNoLanguage, problems));
    EXPECT_NE(problems.find("error.catalogue.language"), std::string::npos);
    EXPECT_TRUE(driver.frame().empty()) << "a language that cannot be read changed the page";
}

TEST(App, OffersTheLanguagesThatTheInstrumentSpeaks) {
    Driver driver;
    driver.frame();
    EXPECT_EQ(driver.find(Role::kButton, "English"), nullptr) << "one language is no choice";
    driver.app().fact("languages", "de\tDeutsch\nen\tEnglish\nxx\tNobody's\nbroken");
    driver.frame();
    EXPECT_EQ(driver.find(Role::kButton, "Nobody"), nullptr);
    const ui::Node* const english = driver.find(Role::kButton, "English");
    ASSERT_NE(english, nullptr);
    EXPECT_EQ(english->state, ui::kCurrent);
    EXPECT_EQ(english->lang, "en");
    const ui::NodeId german = driver.find(Role::kButton, "Deutsch")->id;
    driver.app().event({german, ui::Verb::kPress, ""});
    EXPECT_NE(driver.frame().find(R"("do":["language:de"])"), std::string::npos);
}

}  // namespace
}  // namespace vgap
