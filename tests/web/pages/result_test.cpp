#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

// Answers every page alike and opens the result.
void to_result(Driver& driver, int position) {
    driver.frame();
    driver.act(driver.all(Role::kButton)[0]->id, ui::Verb::kPress);
    for (int guard = 0; guard < 40; ++guard) {
        if (driver.app().model().session.place.screen == answers::Screen::kReview) break;
        if (position >= 0) driver.choose_in_every_group(position);
        for (const ui::Node* button : driver.all(Role::kButton)) {
            if (button->style == ui::Style::kPrimary) {
                driver.act(button->id, ui::Verb::kPress);
                break;
            }
        }
    }
    for (const ui::Node* button : driver.all(Role::kButton)) {
        if (button->style == ui::Style::kPrimary) {
            driver.act(button->id, ui::Verb::kPress);
            break;
        }
    }
    ASSERT_EQ(driver.app().model().session.place.screen, answers::Screen::kResult);
}

bool shows(const Driver& driver, std::string_view text) {
    for (const ui::Node& node : driver.nodes()) {
        if (node.name.find(text) != std::string::npos) return true;
    }
    return false;
}

TEST(ResultPage, ShowsIndexBandPatternsWithEvidenceAndAPlan) {
    Driver driver;
    to_result(driver, 1);
    const scoring::Profile& profile = driver.app().model().profile;
    ASSERT_TRUE(profile.index);
    bool number = false;
    for (const ui::Node& node : driver.nodes()) {
        if (node.style != ui::Style::kNumber) continue;
        number = true;
        EXPECT_EQ(node.name, std::to_string(static_cast<int>(*profile.index + 0.5)));
    }
    EXPECT_TRUE(number);
    EXPECT_TRUE(shows(driver, "You said: “"));
    EXPECT_TRUE(shows(driver, "This week"));
    EXPECT_FALSE(driver.app().model().plan.empty());
}

TEST(ResultPage, DrawsOneLaneForEachDimension) {
    Driver driver;
    to_result(driver, 2);
    const std::size_t lanes = driver.all(Role::kLane).size();
    EXPECT_EQ(lanes, driver.app().model().instrument.dimensions.size() + 6)
        << "and six rows of the spread of the answers";
}

TEST(ResultPage, OpensTheTableAndTheReasons) {
    Driver driver;
    to_result(driver, 2);
    EXPECT_TRUE(driver.all(Role::kTable).empty());
    driver.press(Role::kDisclosure, "Show as a table");
    ASSERT_EQ(driver.all(Role::kTable).size(), 1u);
    driver.press(Role::kDisclosure, "Why these requirements?");
    EXPECT_TRUE(shows(driver, "You said: “"));
    driver.press(Role::kDisclosure, "Hide the table");
    EXPECT_TRUE(driver.all(Role::kTable).empty());
}

TEST(ResultPage, OpensEveryNumberDownToTheAnswers) {
    Driver driver;
    to_result(driver, 1);
    driver.press(Role::kDisclosure, "how every point came about");
    std::size_t rows = 0;
    for (const ui::Node& node : driver.nodes()) rows += node.role == Role::kRow ? 1 : 0;
    EXPECT_EQ(rows, driver.app().model().profile.explanation.size() + 1) << "and a head";
}

TEST(ResultPage, SaysWhatToAnswerWhenThereIsNoNumber) {
    Driver driver;
    to_result(driver, -1);
    EXPECT_FALSE(driver.app().model().profile.index);
    EXPECT_TRUE(shows(driver, "not enough answers for a number"));
    driver.press(Role::kButton, "Answer “");
    EXPECT_EQ(driver.app().model().session.place.screen, answers::Screen::kQuestions);
}

TEST(ResultPage, TellsThatNothingIsMissing) {
    Driver driver;
    driver.frame();
    driver.press(Role::kButton, "Start");
    while (driver.app().model().session.place.screen == answers::Screen::kQuestions) {
        // The best answer of each question: the first point where it is reverse keyed.
        const app::Model& model = driver.app().model();
        const instrument::Page page = model.instrument.pages[model.session.place.page];
        for (const instrument::Index index : page.questions) {
            const instrument::Question& question = model.instrument.questions[index];
            if (model.session.reachable[index] == 0) continue;
            const int best = question.reverse || question.kind != instrument::QuestionKind::kScale
                                 ? 0
                                 : question.points - 1;
            const std::string ask = model.say("question." + question.id + ".ask");
            ui::NodeId group = 0;
            for (const ui::Node* one : driver.all(Role::kGroup)) {
                std::string name = one->name;
                for (std::size_t at; (at = name.find(" \n")) != std::string::npos;)
                    name.erase(at + 1, 1);
                if (name == ask) group = one->id;
            }
            ASSERT_NE(group, 0u) << ask;
            int at = 0;
            ui::NodeId radio = 0;
            for (const ui::Node& node : driver.nodes()) {
                if (node.role == Role::kRadio && node.parent == group && at++ == best)
                    radio = node.id;
            }
            driver.act(radio, ui::Verb::kChoose);
        }
        driver.press(Role::kButton, "Next");
    }
    driver.press(Role::kButton, "See the result");
    EXPECT_EQ(driver.app().model().profile.index, 0.0);
    EXPECT_TRUE(shows(driver, "What your situation needs is in place."));
}

// Every visible text comes out of a catalogue: the pseudo-locale marks what did.
TEST(Pages, HoldNoTextOutsideTheCatalogue) {
    for (const ui::Skin skin : {ui::Skin::kCanvas, ui::Skin::kDocument}) {
        Driver driver("leadership-pipeline", "en-XA");
        driver.view.skin = skin;
        to_result(driver, 1);
        std::vector<ui::NodeId> closed;  // pressing makes new nodes
        for (const ui::Node* more : driver.all(Role::kDisclosure)) closed.push_back(more->id);
        for (const ui::NodeId id : closed) driver.act(id, ui::Verb::kPress);
        for (const ui::Node& node : driver.nodes()) {
            bool letters = false;
            for (const char c : node.name) letters = letters || (c >= 'a' && c <= 'z');
            if (!letters) continue;
            EXPECT_NE(node.name.find("\u27E6"), std::string::npos) << node.name;
        }
        EXPECT_EQ(driver.app().model().texts.missing(), 0u);
    }
}

TEST(ReviewPage, CountsWhatIsOpenAndLeadsBackToIt) {
    Driver driver;
    driver.frame();
    driver.press(Role::kButton, "Start");
    while (driver.app().model().session.place.screen == answers::Screen::kQuestions) {
        driver.press(Role::kButton, "Next");
    }
    EXPECT_TRUE(shows(driver, "questions have no answer yet"));
    driver.press(Role::kButton, "Answer “");
    EXPECT_NE(driver.find(Role::kButton, "Done"), nullptr);
    driver.choose_in_every_group(0);
    driver.press(Role::kButton, "Done");
    EXPECT_TRUE(shows(driver, "answered"));
    EXPECT_EQ(driver.app().model().session.place.screen, answers::Screen::kReview);
}

TEST(IntroPage, OffersToResumeAStoredDraft) {
    Driver first;
    first.frame();
    first.press(Role::kButton, "Start");
    first.choose_in_every_group(1);
    first.press(Role::kButton, "Next");
    const std::string draft = first.app().draft();
    const std::string heading = first.heading();

    Driver second;
    std::string problems;
    ASSERT_TRUE(second.app().load_draft(draft, problems)) << problems;
    second.frame();
    EXPECT_NE(second.find(Role::kButton, "Start at the first question"), nullptr);
    second.press(Role::kButton, "Go on where you were");
    EXPECT_EQ(second.heading(), heading);
    EXPECT_EQ(second.app().draft(), draft);
}

TEST(IntroPage, RefusesABrokenDraftAndStaysAsItWas) {
    Driver driver;
    std::string problems;
    EXPECT_FALSE(driver.app().load_draft("{\"schema\":\"draft/1\",", problems));
    EXPECT_NE(problems.find("sentence"), std::string::npos);
    driver.frame();
    EXPECT_EQ(driver.find(Role::kButton, "Go on where you were"), nullptr);
    EXPECT_NE(driver.find(Role::kText, "cannot be opened"), nullptr);
    EXPECT_NE(driver.find(Role::kButton, "as a file"), nullptr);
}

TEST(Foot, ErasesOnlyAfterAsking) {
    Driver driver;
    driver.frame();
    driver.press(Role::kButton, "Start");
    driver.choose_in_every_group(1);
    driver.press(Role::kDisclosure, "Erase my answers");
    EXPECT_NE(driver.find(Role::kText, "cannot be undone"), nullptr);
    driver.press(Role::kButton, "Keep them");
    EXPECT_NE(driver.app().response().find("\"size\""), std::string::npos);
    driver.press(Role::kDisclosure, "Erase my answers");
    driver.press(Role::kButton, "Erase them");
    EXPECT_EQ(driver.app().response().find("\"size\""), std::string::npos);
    EXPECT_EQ(driver.heading(), "Velocity Gap Assessment");
}

}  // namespace
}  // namespace vgap
