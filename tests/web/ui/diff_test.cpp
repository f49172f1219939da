#include "web/ui/diff.hpp"

#include <gtest/gtest.h>

namespace vgap::ui {
namespace {

Node node(NodeId id, NodeId parent, Role role, std::string name, Box box = {0, 0, 10, 10}) {
    Node made;
    made.id = id;
    made.parent = parent;
    made.role = role;
    made.name = std::move(name);
    made.box = box;
    return made;
}

std::string message(const Diff& diff) {
    std::string out = "{";
    diff.write(out, true);
    return out + "}";
}

class DiffTest : public testing::Test {
  protected:
    void SetUp() override { diff_.compare(page_, 100); }
    std::vector<Node> page_ = {node(1, 0, Role::kMain, "", {0, 0, 100, 100}),
                               node(2, 1, Role::kText, "one", {0, 10, 50, 10}),
                               node(3, 1, Role::kButton, "two", {0, 40, 50, 10})};
    Diff diff_;
};

TEST_F(DiffTest, TellsEverythingAtFirst) {
    const std::string first = message(diff_);
    EXPECT_NE(first.find("\"order\":[[1,0],[2,1],[3,1]]"), std::string::npos) << first;
    EXPECT_NE(first.find("\"paint\":\"all\""), std::string::npos);
    EXPECT_NE(first.find("\"height\":100"), std::string::npos);
}

TEST_F(DiffTest, TellsNothingWhenNothingChanged) {
    EXPECT_FALSE(diff_.compare(page_, 100));
}

TEST_F(DiffTest, TellsOneNodeAndRepaintsItsBoxAlone) {
    page_[2].state = kChecked;
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_EQ(
        message(diff_),
        R"({"nodes":[{"i":3,"p":1,"r":"button","n":"two","s":1,"b":[0,40,50,10]}],"paint":[-2,38,54,14]})");
}

TEST_F(DiffTest, RepaintsAHoverWithoutTellingTheMirror) {
    page_[2].paint = 1;
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_EQ(message(diff_), R"({"paint":[-2,38,54,14]})");
}

TEST_F(DiffTest, TellsTheSectionThatMovedAndNotWhatLiesInIt) {
    std::vector<Node> page = {node(1, 0, Role::kMain, "", {0, 0, 100, 100}),
                              node(2, 1, Role::kSection, "", {0, 20.1f, 0, 0}),
                              node(3, 2, Role::kText, "one", {0, 30.3f, 50, 10})};
    page[2].section = page[1].box.y;
    diff_.compare(page, 100);
    for (Node& each : page) each.box.y += each.id > 1 ? 0.7f : 0;
    page[2].section = page[1].box.y;
    ASSERT_TRUE(diff_.compare(page, 100));
    EXPECT_EQ(
        message(diff_),
        R"({"nodes":[{"i":2,"p":1,"r":"section","b":[0,20.8,0,0]}],"paint":[-2,28.3,54,14.7]})");
}

TEST_F(DiffTest, TellsWhatIsGoneAndTheNewOrder) {
    page_.erase(page_.begin() + 1);
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_EQ(message(diff_), R"({"gone":[2],"order":[[1,0],[3,1]],"paint":"all"})");
}

TEST_F(DiffTest, TellsANewOrderOfTheSameNodes) {
    std::swap(page_[1], page_[2]);
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_NE(message(diff_).find("\"order\":[[1,0],[3,1],[2,1]]"), std::string::npos);
}

TEST_F(DiffTest, ForgetsWhatItToldWhenTheSkinChanges) {
    diff_.reset();
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_NE(message(diff_).find("\"i\":2"), std::string::npos);
}

TEST_F(DiffTest, TellsWhatWentWhileTheSkinChanged) {
    diff_.reset();
    page_.pop_back();
    ASSERT_TRUE(diff_.compare(page_, 100));
    EXPECT_NE(message(diff_).find("\"gone\":[3]"), std::string::npos) << message(diff_);
}

TEST_F(DiffTest, LeavesBoxesOutForTheDocumentSkin) {
    page_[1].name = "changed";
    ASSERT_TRUE(diff_.compare(page_, 100));
    std::string out = "{";
    diff_.write(out, false);
    EXPECT_EQ(out.find("\"b\":"), std::string::npos);
}

}  // namespace
}  // namespace vgap::ui
