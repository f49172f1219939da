#include "web/ui/ui.hpp"

#include <gtest/gtest.h>

#include "web/host/headless_glyphs.hpp"

namespace vgap::ui {
namespace {

class UiTest : public testing::Test {
  protected:
    // Shows a small page; the canvas skin unless said otherwise.
    void show(std::vector<Event> events = {}, Skin skin = Skin::kCanvas) {
        View view;
        view.skin = skin;
        view.pointer = pointer_;
        ui_.begin(view, std::move(events));
        ui_.heading("title", 1, Style::kTitle, "Title");
        {
            const Ui::Scope group = ui_.group("question", "How often?", "");
            first_ = ui_.radio("0", "Never", "Nobody does.", true);
            second_ = ui_.radio("1", "Always", "", false);
            const Ui::Scope flow = ui_.flow("/none");
            aside_ = ui_.aside("dont_know", "I don't know", false);
        }
        typed_ = ui_.input("note", Role::kInputText, "A note", "old");
        turned_ = ui_.lever("months", "Months to ready", "18 months", 18, {1, 60, 1}, "18");
        ui_.plot("people", "Two seats stay empty.",
                 {{{{0, 10, 20}, {10, 30, 60}, Token::kAccent}},
                  {{{5, 20, 40}, Token::kNeed, 2, Dash::kDashed}},
                  {{0, "0"}, {100, "12"}},
                  {{0, "now"}, {100, "in 18 months"}},
                  200});
        nav_ = ui_.nav("nav", "Back", "Saved", "Next");
        ui_.end();
    }
    const Node& node(std::string_view name) const {
        for (const Node& one : ui_.nodes()) {
            if (one.name == name) return one;
        }
        ADD_FAILURE() << "no node " << name;
        return ui_.nodes()[0];
    }

    host::HeadlessGlyphs glyphs_;
    Ui ui_{glyphs_};
    Pointer pointer_;
    bool first_ = false, second_ = false, aside_ = false;
    std::optional<std::string> typed_;
    Turned turned_;
    NavPress nav_ = NavPress::kNone;
};

TEST_F(UiTest, RecordsTheSameTreeInBothSkins) {
    show({}, Skin::kCanvas);
    const std::vector<Node> painted = ui_.nodes();
    show({}, Skin::kDocument);
    ASSERT_EQ(painted.size(), ui_.nodes().size());
    for (std::size_t at = 0; at < painted.size(); ++at) {
        EXPECT_EQ(painted[at].id, ui_.nodes()[at].id);
        EXPECT_EQ(painted[at].role, ui_.nodes()[at].role);
        EXPECT_EQ(painted[at].style, ui_.nodes()[at].style);
    }
}

TEST_F(UiTest, GivesAnEventToTheControlItWasMeantFor) {
    show();
    show({{node("Always").id, Verb::kChoose, ""}});
    EXPECT_TRUE(second_);
    EXPECT_FALSE(first_ || aside_);
    show({{node("Next").id, Verb::kPress, ""}});
    EXPECT_EQ(nav_, NavPress::kNext);
    show({{node("A note").id, Verb::kSet, "new"}});
    EXPECT_EQ(typed_, "new");
}

TEST_F(UiTest, SaysASliderOnceAndGivesTheValueItWasMovedTo) {
    show();
    EXPECT_EQ(turned_.slid, std::nullopt);
    const auto range = [this]() -> const Node& {
        for (const Node& one : ui_.nodes()) {
            if (one.role == Role::kSlider) return one;
        }
        return ui_.nodes()[0];
    };
    EXPECT_EQ(range().name, "Months to ready");
    EXPECT_EQ(range().detail, "18 months");
    EXPECT_EQ(range().value, "18 1 60 1");
    EXPECT_GE(range().box.h, 44);
    for (const Node& one : ui_.nodes()) {
        if (one.role != Role::kSpan || one.name != "18 months") continue;
        EXPECT_EQ(one.state, kForEyes);
    }
    show({{range().id, Verb::kSet, "24"}});
    EXPECT_EQ(turned_.slid, 24);
    for (const Node& one : std::vector<Node>(ui_.nodes())) {
        if (one.role == Role::kInputNumber) show({{one.id, Verb::kSet, "2,5"}});
    }
    EXPECT_EQ(turned_.typed, "2,5");
    show({{range().id, Verb::kSet, "much"}});
    EXPECT_EQ(turned_.slid, std::nullopt);
}

TEST_F(UiTest, WritesAPlotForTheDocument) {
    show({}, Skin::kDocument);
    const Node& plot = node("Two seats stay empty.");
    EXPECT_EQ(
        plot.value,
        R"({"height":200,"areas":[{"c":"accent","p":"0,90 50,70 100,40 100,80 50,90 0,100"}],)"
        R"("lines":[{"c":"need","w":2,"d":true,"p":"0,95 50,80 100,60"}],)"
        R"("left":[{"at":0,"t":"0"},{"at":100,"t":"12"}],)"
        R"("below":[{"at":0,"t":"now"},{"at":100,"t":"in 18 months"}]})");
}

TEST_F(UiTest, PaintsAPlotAgainWhenItChanges) {
    const auto painted = [this](float value, std::string below) {
        ui_.begin(View{}, {});
        Plot plot;
        plot.curves.push_back({{0, value}});
        plot.below.emplace_back(0.0f, std::move(below));
        ui_.plot("plot", "Two seats stay empty.", plot);
        ui_.end();
        EXPECT_EQ(ui_.nodes().back().value, "");  // only the document draws from it
        return ui_.nodes().back().paint;
    };
    const int before = painted(50, "now");
    EXPECT_EQ(painted(50, "now"), before);
    EXPECT_NE(painted(50.1f, "now"), before);
    EXPECT_NE(painted(50, "today"), before);
}

TEST_F(UiTest, IgnoresAVerbThatAControlDoesNotHave) {
    show();
    show({{node("Next").id, Verb::kChoose, ""}, {node("Always").id, Verb::kPress, ""}});
    EXPECT_EQ(nav_, NavPress::kNone);
    EXPECT_FALSE(second_);
}

TEST_F(UiTest, PaintsNothingWithoutANode) {
    show();
    EXPECT_EQ(ui_.unowned_strokes(), 0);
}

TEST_F(UiTest, LaysBoxesInReadingOrderInsideThePage) {
    show();
    float y = 0;
    for (const Node& one : ui_.nodes()) {
        if (one.role != Role::kHeading && one.role != Role::kGroup && one.style != Style::kOption) {
            continue;
        }
        EXPECT_GE(one.box.y, y) << one.name;
        y = one.box.y;
        EXPECT_GE(one.box.x, 0);
        EXPECT_LE(one.box.x + one.box.w, 760);
    }
    EXPECT_LT(y, ui_.height());
}

TEST_F(UiTest, KeepsTargetsLargeEnoughForAThumb) {
    show();
    for (const Node& one : ui_.nodes()) {
        if (one.style == Style::kOption || one.role == Role::kButton) {
            EXPECT_GE(one.box.h, 44) << one.name;
        }
        if (one.style == Style::kAside) {
            EXPECT_GE(one.box.h, 24);
        }
    }
}

TEST_F(UiTest, ShowsAHoverUnderThePointerOnly) {
    show();
    const Box box = node("Always").box;
    pointer_ = {box.x + 5, box.y + 5, false};
    show();
    show();  // Dear ImGui knows the hovered window from the frame before
    EXPECT_EQ(node("Always").paint, 1);
    EXPECT_EQ(node("Never").paint, 0);
    pointer_ = {};
    show();
    EXPECT_EQ(node("Always").paint, 0);
}

TEST_F(UiTest, TakesFocusToTheNextHeadingOnce) {
    ui_.focus_next_heading();
    show();
    EXPECT_EQ(ui_.focus(), node("Title").id);
    show();
    EXPECT_EQ(ui_.focus(), 0u);
}

TEST(UiIds, StayTheSameWhileTheKeyDoes) {
    EXPECT_EQ(child_id(1, "a"), child_id(1, "a"));
    EXPECT_NE(child_id(1, "a"), child_id(1, "b"));
    EXPECT_NE(child_id(1, "a"), child_id(2, "a"));
}

}  // namespace
}  // namespace vgap::ui
