// Answers from outside: a file, a link or a draft of this version or an earlier one, and those of another tab.
#include <string>

#include <gtest/gtest.h>

#include "core/export/result_pack.hpp"
#include "core/instrument/layout.hpp"
#include "core/instrument/read.hpp"
#include "tests/web/driver.hpp"
#include "web/app/app.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

std::string shipped() {
    return test::read_file("assets/instruments/leadership-pipeline/instrument.json");
}

// Version 1.1.0, which asks ac_keep with other points, and ac_new instead of ac_top.
std::string next_version() {
    std::string layout;
    instrument::append_layout(layout, *instrument::read(shipped()));
    std::string text = shipped();
    for (std::size_t at = text.find("\"ac_top\""); at != text.npos; at = text.find("\"ac_top\"")) {
        text.replace(at, 8, "\"ac_new\"");
    }
    const std::size_t at = text.find("\"points\":5", text.find(R"("id":"ac_keep")"));
    text.replace(at, 10, "\"points\":4");
    return replaced(text, R"("version": "1.0.0",)",
                    R"("version": "1.1.0", "earlier_versions": [)" + layout + "],");
}

// Two pages answered and on to the third.
void answer_two_pages(Driver& driver, int position) {
    driver.frame();
    driver.press(Role::kButton, "Start");
    for (int page = 0; page < 2; ++page) {
        driver.choose_in_every_group(position);
        driver.press(Role::kButton, "Next");
    }
}

bool says(const Driver& driver, std::string_view part) {
    for (const ui::Node& node : driver.nodes()) {
        std::string name = node.name;
        std::erase(name, '\n');  // where its lines end, after the space
        if (name.find(part) != std::string::npos) return true;
    }
    return false;
}

TEST(Offer, AFileIsOfferedAndOpenedWhenAsked) {
    Driver before;
    answer_two_pages(before, 1);
    const std::string given = before.app().response();
    std::string pack;
    export_::append_result_pack(pack, before.app().model().instrument,
                                before.app().model().session.answers);
    for (const std::string& file : {given, before.app().draft(), pack}) {
        Driver driver;
        driver.frame();
        std::string problems;
        ASSERT_TRUE(driver.app().open_file(file, problems)) << problems;
        driver.frame();
        EXPECT_TRUE(says(driver, "The file holds the answers of an assessment."));
        EXPECT_FALSE(says(driver, "replaces"));
        EXPECT_EQ(driver.app().model().session.answers,
                  answers::begin(driver.app().model().instrument).answers)
            << "opened unasked";
        driver.press(Role::kButton, "Open these answers");
        EXPECT_EQ(driver.heading(), "Before you see the result");
        EXPECT_EQ(driver.app().response(), given);
        EXPECT_FALSE(says(driver, "The file holds"));
    }
}

TEST(Offer, AFileOverAnswersIsLeftWithoutATrace) {
    Driver before;
    answer_two_pages(before, 1);
    Driver driver;
    answer_two_pages(driver, 2);
    const std::string mine = driver.app().draft();
    std::string problems;
    ASSERT_TRUE(driver.app().open_file(before.app().response(), problems));
    const std::string message = driver.frame();
    EXPECT_NE(message.find("\"focus\""), message.npos);
    EXPECT_TRUE(says(driver, "Opening them replaces those that are here now."));
    driver.press(Role::kButton, "Leave them");
    driver.frame();
    EXPECT_FALSE(says(driver, "The file holds"));
    EXPECT_EQ(driver.app().draft(), mine);
}

TEST(Offer, WhatCannotBeOpenedGivesEveryProblemWithItsPlace) {
    Driver driver;
    answer_two_pages(driver, 2);
    const std::string mine = driver.app().draft();
    std::string problems;
    std::string broken = replaced(driver.app().response(), "\"ac_next\":2", "\"ac_next\":9");
    broken = replaced(broken, "\"ac_keep\"", "\"ac_kept\"");
    EXPECT_FALSE(driver.app().open_file(broken, problems));
    driver.frame();
    EXPECT_TRUE(says(driver, "The file cannot be opened. What is here stays as it is."));
    EXPECT_TRUE(says(driver, "/answers/ac_next: "));
    EXPECT_TRUE(says(driver, "/answers/ac_kept: "));
    EXPECT_NE(problems.find("\"where\":\"/answers/ac_kept\""), problems.npos);
    EXPECT_EQ(driver.find(Role::kButton, "Open these answers"), nullptr);
    driver.press(Role::kButton, "All right");
    driver.frame();
    EXPECT_FALSE(says(driver, "cannot be opened"));
    EXPECT_EQ(driver.app().draft(), mine);
}

TEST(Offer, ThousandsOfProblemsAreNotThousandsOfSentences) {
    std::string file =
        R"({"schema":"response/1","instrument":{"id":"leadership-pipeline"},"answers":{)";
    for (int key = 0; key < 5000; ++key) {
        file += (key == 0 ? "\"k" : ",\"k") + std::to_string(key) + "\":1";
    }
    Driver driver;
    driver.frame();
    std::string problems;
    EXPECT_FALSE(driver.app().open_file(file + "}}", problems));
    driver.frame();
    EXPECT_LE(driver.all(Role::kListItem).size(), 101u);
}

TEST(Offer, AFileThatWasNotReadIsSaid) {
    Driver driver;
    driver.frame();
    driver.app().fact("file", "too_large");
    driver.frame();
    EXPECT_TRUE(says(driver, "larger than 5 MB"));
    driver.app().fact("file", "unreadable");
    driver.frame();
    EXPECT_TRUE(says(driver, "could not be read"));
}

TEST(Offer, AnEarlierVersionSaysWhatIsTakenOver) {
    Driver before;
    answer_two_pages(before, 1);
    const std::string link = before.app().link();
    const std::string draft = before.app().draft();
    for (const char* way : {"link", "draft", "file"}) {
        Driver driver = Driver::with_instrument(next_version());
        std::string problems;
        if (way == std::string_view("link")) driver.app().open_link(link);
        if (way == std::string_view("draft")) {
            ASSERT_TRUE(driver.app().load_draft(draft, problems)) << problems;
        }
        if (way == std::string_view("file")) {
            ASSERT_TRUE(driver.app().open_file(draft, problems)) << problems;
        }
        driver.frame();
        EXPECT_TRUE(says(driver,
                         "given to version 1.0.0 of the questionnaire. 8 answers are taken over to "
                         "version 1.1.0."))
            << way;
        EXPECT_TRUE(says(driver, "Please answer again, because the answer no longer fits: "));
        EXPECT_TRUE(says(driver, "1 answer belongs to a question that is no longer asked."));
        EXPECT_TRUE(says(driver, "1 question is new."));
        driver.press(Role::kButton, way == std::string_view("draft") ? "Go on where you were"
                                                                     : "Open these answers");
        EXPECT_NE(driver.app().response().find("\"version\":\"1.1.0\""), std::string::npos);
        EXPECT_NE(driver.app().response().find("\"ac_next\":1"), std::string::npos);
        EXPECT_EQ(driver.app().response().find("\"ac_keep\""), std::string::npos);
    }
}

TEST(Offer, ANewerVersionIsRefusedWithBothNamed) {
    Driver driver;
    answer_two_pages(driver, 1);
    const std::string mine = driver.app().draft();
    std::string problems;
    EXPECT_FALSE(driver.app().open_file(
        replaced(mine, "\"version\":\"1.0.0\"", "\"version\":\"9.0.0\""), problems));
    driver.frame();
    EXPECT_TRUE(says(driver, "given to version 9.0.0 of the questionnaire; this is version 1.0.0"));
    EXPECT_EQ(driver.app().draft(), mine);
}

TEST(OtherTab, MergesByQuestionAndKeepsThePlace) {
    Driver mine;
    answer_two_pages(mine, 1);
    const std::string agreed = mine.app().draft();
    Driver theirs;
    std::string problems;
    ASSERT_TRUE(theirs.app().load_draft(agreed, problems));
    theirs.frame();
    theirs.press(Role::kButton, "Go on where you were");
    theirs.choose_in_every_group(3);
    theirs.press(Role::kButton, "Next");
    const answers::Place place = mine.app().model().session.place;

    EXPECT_EQ(mine.app().merge(agreed, agreed), R"({"taken":0,"differing":[]})");
    const std::string merged = mine.app().merge(agreed, theirs.app().draft());
    EXPECT_NE(merged.find(R"("differing":[])"), merged.npos) << merged;
    EXPECT_EQ(merged.find(R"("taken":0)"), merged.npos) << merged;
    EXPECT_EQ(mine.app().response(), theirs.app().response());
    EXPECT_EQ(mine.app().model().session.place, place);
    mine.app().fact("elsewhere", "merged");
    const std::string message = mine.frame();
    EXPECT_EQ(message.find("\"focus\""), message.npos) << "the reader was moved";
    EXPECT_TRUE(says(mine, "open in another tab too. What was answered there"));
    EXPECT_NE(mine.find(Role::kStatus, "another tab"), nullptr) << "said politely";
}

TEST(OtherTab, WhatDiffersStaysAndIsNamed) {
    Driver mine;
    answer_two_pages(mine, 1);
    const std::string agreed = mine.app().draft();
    Driver theirs;
    std::string problems;
    ASSERT_TRUE(theirs.app().load_draft(agreed, problems));
    theirs.frame();
    theirs.press(Role::kButton, "Go on where you were");
    theirs.choose_in_every_group(3);
    mine.choose_in_every_group(2);
    const std::string kept = mine.app().response();
    const std::string merged = mine.app().merge(agreed, theirs.app().draft());
    EXPECT_NE(merged.find(R"("taken":0,"differing":[")"), merged.npos) << merged;
    EXPECT_EQ(mine.app().response(), kept);
    mine.app().fact("elsewhere", "differs");
    mine.frame();
    EXPECT_TRUE(says(mine, "answered differently. What you see here is kept: "));
    mine.app().fact("elsewhere", "");
    mine.frame();
    EXPECT_EQ(mine.find(Role::kStatus, "another tab"), nullptr);
}

TEST(OtherTab, ADraftThatCannotBeReadChangesNothing) {
    Driver mine;
    answer_two_pages(mine, 1);
    const std::string before = mine.app().draft();
    const std::string merged = mine.app().merge(before, before.substr(0, before.size() / 2));
    EXPECT_EQ(merged.find(R"({"problems":[{"code":)"), 0u) << merged;
    EXPECT_EQ(mine.app().draft(), before);
}

TEST(OtherTab, BeforeAnythingIsBegunTheirsIsTheStoredDraft) {
    Driver theirs;
    answer_two_pages(theirs, 1);
    Driver mine;
    mine.frame();
    EXPECT_EQ(mine.app().merge("", theirs.app().draft()), R"({"taken":0,"differing":[]})");
    mine.frame();
    EXPECT_EQ(mine.heading(), "Velocity Gap Assessment");
    mine.press(Role::kButton, "Go on where you were");
    EXPECT_EQ(mine.app().response(), theirs.app().response());
}

TEST(OtherTab, BringsWhatWasTurnedThereUnlessItWasTurnedHereToo) {
    const std::string six = R"({"scenario":"team_of_8","turned":{"paths.a.retry_months":6}})";
    const std::string nine = R"({"scenario":"team_of_8","turned":{"paths.a.retry_months":9}})";
    Driver theirs;
    answer_two_pages(theirs, 1);
    const std::string agreed = theirs.app().draft();
    theirs.app().fact("pipeline", six);
    theirs.frame();
    const std::string draft = theirs.app().draft();
    EXPECT_NE(draft.find("\"pipeline\":" + six), draft.npos) << draft;
    Driver mine;
    answer_two_pages(mine, 1);
    mine.app().merge(agreed, draft);
    EXPECT_EQ(mine.app().draft(), draft);
    mine.app().fact("pipeline", nine);
    mine.app().merge(agreed, draft);
    EXPECT_EQ(mine.app().model().session.pipeline, nine);
    mine.app().fact("pipeline", "{\"scenario\":7}");
    EXPECT_EQ(mine.app().model().session.pipeline, "") << "what is no such thing is nothing";
}

// The page in people and months where it can be opened before anything is answered.
TEST(App, APipelineThatIsTurnedFirstLosesNoAnswers) {
    const std::string six = R"({"scenario":"team_of_8","turned":{"paths.a.retry_months":6}})";
    constexpr std::string_view kOpen = "See a pipeline in people and months";
    Driver fresh;
    fresh.frame();
    EXPECT_EQ(fresh.find(Role::kButton, kOpen), nullptr) << "where the page offers it only";
    fresh.app().fact("flow_alone", "yes");
    fresh.frame();
    fresh.press(Role::kButton, kOpen);
    fresh.app().fact("pipeline", six);
    EXPECT_NE(fresh.frame().find("\"save\""), std::string::npos);

    // Nothing was begun, so nothing is asked; and it can be erased.
    Driver again;
    std::string problems;
    ASSERT_TRUE(again.app().load_draft(fresh.app().draft(), problems));
    again.frame();
    EXPECT_EQ(again.find(Role::kButton, "Go on where you were"), nullptr);
    EXPECT_EQ(again.app().model().session.pipeline, six);
    EXPECT_NE(again.find(Role::kDisclosure, "Erase my answers"), nullptr);
    Driver theirs;
    answer_two_pages(theirs, 1);
    again.app().merge("", theirs.app().draft());
    EXPECT_EQ(again.app().model().session.pipeline, six);
    EXPECT_EQ(again.app().model().session.answers, theirs.app().model().session.answers);

    // Answers that wait to be gone on with come first, or turning would be written over them.
    Driver begun;
    ASSERT_TRUE(begun.app().load_draft(theirs.app().draft(), problems));
    begun.app().fact("flow_alone", "yes");
    begun.frame();
    begun.press(Role::kButton, kOpen);
    begun.app().fact("pipeline", six);
    EXPECT_EQ(begun.app().model().session.answers, theirs.app().model().session.answers);
    EXPECT_EQ(begun.app().model().session.pipeline, six);
}

TEST(App, BeginsAtADimensionWhereNobodyHasBegun) {
    Driver fresh;
    fresh.frame();
    const std::string before = fresh.app().draft();
    fresh.app().fact("start", "calibration");
    EXPECT_EQ(fresh.frame().find("\"do\""), std::string::npos) << "nothing is kept of it";
    EXPECT_EQ(fresh.heading(), "Calibration");
    fresh.press(Role::kButton, "Back");
    EXPECT_EQ(fresh.heading(), "Velocity Gap Assessment");

    Driver begun;
    answer_two_pages(begun, 1);
    Driver again;
    std::string problems;
    ASSERT_TRUE(again.app().load_draft(begun.app().draft(), problems));
    again.app().fact("start", "calibration");
    again.frame();
    EXPECT_EQ(again.heading(), "Velocity Gap Assessment");
    EXPECT_NE(again.find(Role::kButton, "Go on where you were"), nullptr);
}

TEST(OtherTab, OnTheResultTheNumbersFollow) {
    Driver mine;
    mine.frame();
    mine.press(Role::kButton, "Start");
    while (mine.find(Role::kButton, "See the result") == nullptr) {
        mine.choose_in_every_group(1);
        mine.press(Role::kButton, "Next");
    }
    mine.press(Role::kButton, "See the result");
    const std::string agreed = mine.app().draft();
    const std::string before = mine.app().profile();
    const std::string theirs = replaced(agreed, "\"ac_next\":1", "\"ac_next\":4");
    mine.app().merge(agreed, theirs);
    mine.frame();
    EXPECT_NE(mine.app().profile(), before);
    EXPECT_EQ(mine.heading(), "Your velocity gap");
}

}  // namespace
}  // namespace vgap
