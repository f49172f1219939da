// A page that is described as data: what is shown of it, and what comes back.
#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;

constexpr std::string_view kPage = R"({"id":"flow","title":"In people and months","blocks":[
  {"kind":"heading","key":"title","level":1,"text":"In people and months"},
  {"kind":"text","key":"lede","style":"lede","text":"Seats stay **empty**."},
  {"kind":"text","key":"where","text":"See \u0005there\u0006.","links":"https://example.org/\tthere, elsewhere"},
  {"kind":"unheard_of","key":"x","text":"nothing"},
  {"kind":"card","key":"levers","blocks":[
    {"kind":"lever","key":"months","text":"Months to ready","said":"18 months","value":18,"least":1,"most":60,"typed":"18"},
    {"kind":"disclosure","key":"more","text":"More","open":false},
    {"kind":"button","key":"reset","text":"As it was"}]},
  {"kind":"plot","key":"people","text":"Two seats stay empty.","curves":[{"values":"0 500 1000","color":"need"}]},
  {"kind":"table","key":"table","text":"Month by month","shares":[0.5,0.5],"rows":[["month","seats"],["1","7"]]}]})";

std::vector<std::string> asked(const std::string& message) {
    std::vector<std::string> out;
    for (std::size_t at = message.find("given:"); at != std::string::npos;
         at = message.find("given:", at + 1)) {
        out.push_back(message.substr(at, message.find('"', at) - at));
    }
    return out;
}

struct Given : testing::Test {
    Given() {
        driver.frame();
        std::string problems;
        EXPECT_TRUE(driver.app().give(kPage, problems)) << problems;
        driver.frame();
    }
    const ui::Node& of(Role role) { return *driver.all(role).at(0); }
    std::vector<std::string> after(ui::NodeId id, ui::Verb verb, std::string value = {}) {
        driver.app().event({id, verb, std::move(value)});
        return asked(driver.frame());
    }
    Driver driver;
};

TEST_F(Given, IsShownInsteadOfTheSessionsPage) {
    EXPECT_EQ(of(Role::kHeading).name, "In people and months");
    EXPECT_EQ(of(Role::kSlider).value, "18 1 60 1");
    EXPECT_EQ(of(Role::kColumnHeader).name, "month");
    EXPECT_EQ(of(Role::kRowHeader).name, "1");
    EXPECT_EQ(of(Role::kCell).name, "7");
    EXPECT_EQ(of(Role::kPlot).name, "Two seats stay empty.");
    EXPECT_EQ(driver.all(Role::kText).at(1)->value, "https://example.org/\tthere, elsewhere");
    EXPECT_EQ(driver.app().ui().unowned_strokes(), 0);
}

TEST_F(Given, TellsWhatAPersonDidByTheKeyOfTheBlock) {
    EXPECT_EQ(after(of(Role::kSlider).id, ui::Verb::kSet, "24"),
              std::vector<std::string>{"given:months=24"});
    EXPECT_EQ(after(of(Role::kInputNumber).id, ui::Verb::kSet, "2,5"),
              std::vector<std::string>{"given:months!=2,5"});
    EXPECT_EQ(after(of(Role::kDisclosure).id, ui::Verb::kPress),
              std::vector<std::string>{"given:more=open"});
}

TEST_F(Given, LooksForAnEventOnlyWhereItsNodeIs) {
    EXPECT_FALSE(driver.all(Role::kCell).empty());
    EXPECT_EQ(after(of(Role::kSlider).id, ui::Verb::kSet, "24"),
              std::vector<std::string>{"given:months=24"});
    EXPECT_TRUE(driver.all(Role::kCell).empty());
    std::string problems;
    ASSERT_TRUE(driver.app().give(kPage, problems));
    EXPECT_EQ(driver.frame().find("\"gone\""), std::string::npos);
    EXPECT_FALSE(driver.all(Role::kCell).empty());
}

TEST_F(Given, IsANewScreenWhenItIsAnotherPageAndNotWhenItChanges) {
    EXPECT_NE(driver.app().ui().focus(), 0u);
    std::string problems;
    std::string changed(kPage);
    changed.replace(changed.find("18 months"), 9, "19 months");
    ASSERT_TRUE(driver.app().give(changed, problems));
    driver.frame();
    EXPECT_EQ(driver.app().ui().focus(), 0u);
    ASSERT_TRUE(driver.app().give("", problems));
    driver.frame();
    EXPECT_NE(driver.app().ui().focus(), 0u);
    EXPECT_TRUE(driver.all(Role::kSlider).empty());
}

TEST_F(Given, KeepsWhatAPageLeavesAsItWas) {
    std::string problems;
    ASSERT_TRUE(driver.app().give(R"({"id":"flow","title":"In people and months","blocks":[
      {"kind":"kept","key":"table"},{"kind":"kept","key":"nothing"},{"kind":"kept","key":"levers"}]})",
                                  problems));
    driver.frame();
    EXPECT_EQ(of(Role::kSlider).value, "18 1 60 1");
    EXPECT_EQ(of(Role::kCell).name, "7");
    EXPECT_TRUE(driver.all(Role::kPlot).empty());
    // Inside of what is told anew as well, and only there.
    ASSERT_TRUE(driver.app().give(R"({"id":"flow","title":"In people and months","blocks":[
      {"kind":"section","key":"outer","blocks":[{"kind":"text","key":"one","text":"One"},
                                                {"kind":"text","key":"two","text":"Two"}]},
      {"kind":"text","key":"three","text":"Three"}]})",
                                  problems));
    driver.frame();
    ASSERT_TRUE(driver.app().give(R"({"id":"flow","title":"In people and months","blocks":[
      {"kind":"section","key":"outer","blocks":[{"kind":"text","key":"one","text":"Other"},
                                                {"kind":"kept","key":"two"},
                                                {"kind":"kept","key":"three"}]}]})",
                                  problems));
    driver.frame();
    const auto said = [&] {
        std::string all;
        for (const ui::Node* const node : driver.all(Role::kText)) all += node->name + ',';
        return all;
    };
    EXPECT_NE(said().find("Other,Two,"), std::string::npos) << said();
    EXPECT_EQ(said().find("One"), std::string::npos) << said();
    EXPECT_EQ(said().find("Three"), std::string::npos) << said();
    // Of another page nothing is kept.
    ASSERT_TRUE(driver.app().give(
        R"({"id":"other","title":"Other","blocks":[{"kind":"kept","key":"outer"}]})", problems));
    driver.frame();
    EXPECT_EQ(said().find("Other,"), std::string::npos) << said();
}

TEST_F(Given, StaysAsItWasWhenTheNextOneCannotBeRead) {
    std::string problems;
    EXPECT_FALSE(driver.app().give(R"({"id":)", problems));
    EXPECT_FALSE(problems.empty());
    driver.frame();
    EXPECT_EQ(of(Role::kSlider).value, "18 1 60 1");
}

TEST_F(Given, GoesWithTheAnswers) {
    driver.app().reset();
    driver.frame();
    EXPECT_TRUE(driver.all(Role::kSlider).empty());
}

}  // namespace
}  // namespace vgap
