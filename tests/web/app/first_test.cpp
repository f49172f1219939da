#include "web/app/first.hpp"

#include <gtest/gtest.h>

#include "core/json/parse.hpp"
#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;

json::Value first_screens() {
    const std::string folder = "assets/instruments/leadership-pipeline/";
    const std::string instrument = test::read_file(folder + "instrument.json");
    const std::string texts = test::read_file(folder + "en.json");
    const std::string interface_texts = test::read_file("assets/locales/en.json");
    host::HeadlessGlyphs glyphs;
    std::string out;
    std::string problems;
    EXPECT_TRUE(app::append_first_screens(
        out, glyphs, {instrument, texts, interface_texts, "en\tEnglish\nde\tDeutsch"}, problems))
        << problems;
    return *json::parse(out);
}

const json::Value& at(const json::Value& list, std::size_t number) {
    return list.elements[number];
}

double number_in(const json::Value& object, std::string_view name) {
    const json::Value* const value = object.find(name);
    return value == nullptr ? 0 : value->number;
}

// What the mirror reads of a screen is, node for node, what a running App shows there.
void expect_shown(const json::Value& screen, const Driver& driver) {
    const auto& nodes = screen.find("nodes")->elements;
    ASSERT_EQ(nodes.size(), driver.nodes().size());
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const ui::Node& shown = driver.nodes()[n];
        EXPECT_EQ(number_in(nodes[n], "i"), shown.id);
        EXPECT_EQ(number_in(nodes[n], "p"), shown.parent);
        EXPECT_EQ(number_in(nodes[n], "s"), shown.state);
        EXPECT_EQ(nodes[n].find("r")->string, ui::to_string(shown.role));
        const json::Value* const name = nodes[n].find("n");
        EXPECT_EQ(name == nullptr ? "" : name->string, shown.name);
    }
}

TEST(FirstScreens, AreWhatARunningAppShows) {
    const json::Value first = first_screens();
    Driver driver;
    driver.app().fact("languages", "en\tEnglish\nde\tDeutsch");
    driver.view.skin = ui::Skin::kDocument;
    driver.frame();
    const json::Value& screens = *first.find("screens");
    ASSERT_EQ(screens.elements.size(), 3u);
    expect_shown(at(screens, 0), driver);
    driver.press(ui::Role::kButton, "Start");
    expect_shown(at(screens, 1), driver);
    EXPECT_EQ(number_in(at(screens, 1), "focus"), driver.app().ui().focus());
    driver.press(ui::Role::kButton, "Next");
    expect_shown(at(screens, 2), driver);
    driver.press(ui::Role::kButton, "Back");
    driver.press(ui::Role::kButton, "Back");
    EXPECT_EQ(number_in(at(screens, 0), "focus"), driver.app().ui().focus());
}

// Answers in any order: the bar says the same after as many.
TEST(FirstScreens, CountAsTheRunningAppCounts) {
    const json::Value first = first_screens();
    Driver driver;
    driver.view.skin = ui::Skin::kDocument;
    driver.frame();
    driver.press(ui::Role::kButton, "Start");
    const auto groups = driver.all(ui::Role::kGroup);
    const auto& counted = first.find("counted")->elements;
    std::vector<ui::Node> last;  // of each group, the last choice
    for (const ui::Node& node : driver.nodes()) {
        if (node.role == ui::Role::kGroup) last.push_back(node);
        if (node.role == ui::Role::kRadio) last.back() = node;
    }
    for (std::size_t given = 0; given < groups.size(); ++given) {
        driver.choose(last[last.size() - 1 - given]);
        for (const json::Value& told : counted[given].elements) {
            const auto id = static_cast<ui::NodeId>(number_in(told, "i"));
            for (const ui::Node& node : driver.nodes()) {
                if (node.id != id) continue;
                EXPECT_EQ(told.find("n")->string, node.name);
                EXPECT_EQ(told.find("v") == nullptr ? "" : told.find("v")->string, node.value);
            }
        }
    }
}

}  // namespace
}  // namespace vgap
