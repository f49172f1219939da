// A monkey at the keyboard: presses, types, resizes, scrolls, switches skins and goes back for
// 20,000 events. Whatever it does, the tree stays sound, nothing is painted without a node, and no
// text is missing from the catalogue.
#include <set>

#include <gtest/gtest.h>

#include "tests/web/driver.hpp"

namespace vgap {
namespace {

using test::Driver;
using ui::Role;
using ui::Verb;

// xorshift32: the same monkey every time.
class Monkey {
  public:
    explicit Monkey(std::uint32_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t n) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return state_ % n;
    }

  private:
    std::uint32_t state_;
};

void expect_sound(const Driver& driver, int step) {
    std::set<ui::NodeId> seen;
    for (const ui::Node& node : driver.nodes()) {
        ASSERT_TRUE(seen.insert(node.id).second) << "step " << step << ": id twice, " << node.name;
        if (node.role != Role::kMain) {
            ASSERT_TRUE(seen.contains(node.parent)) << "step " << step << ": child before parent";
        }
        ASSERT_GE(node.box.h, 0) << "step " << step << ": " << node.name;
    }
}

constexpr std::string_view kTexts[] = {"",
                                       "12",
                                       "-3",
                                       "1e999",
                                       "nan",
                                       "<img src=x onerror=alert(1)>",
                                       "=cmd()",
                                       "\xE2\x80\xAE"
                                       "abc",
                                       "\x01\x02",
                                       "\xFF\xFE",
                                       "\xF0\x9F\x98\x80"};

void run(Driver& driver, std::uint32_t seed, int events) {
    Monkey monkey(seed);
    std::set<std::string> headings;
    for (int step = 0; step < events; ++step) {
        const std::uint32_t kind = monkey.below(100);
        if (kind < 4) {
            driver.view.width = static_cast<float>(280 + monkey.below(2300));
            driver.view.density = 1.0f + static_cast<float>(monkey.below(3)) / 2;
        } else if (kind < 8) {
            driver.view.tile_top = static_cast<float>(monkey.below(4000));
            driver.view.tile_height = static_cast<float>(200 + monkey.below(2000));
        } else if (kind < 10) {
            driver.view.skin =
                driver.view.skin == ui::Skin::kCanvas ? ui::Skin::kDocument : ui::Skin::kCanvas;
        } else if (kind < 16) {
            driver.view.pointer = {static_cast<float>(monkey.below(900)),
                                   static_cast<float>(monkey.below(3000)), monkey.below(2) == 1};
        } else if (kind < 17) {
            // A file to compare with: its own answers, or nonsense.
            const bool own = monkey.below(2) == 0;
            driver.app().compare(own ? driver.app().response() : std::string("{\"schema\":"));
        } else if (kind < 18) {
            // An event for something that is not there, or no longer.
            driver.app().event({monkey.below(0x7FFFFFFF), static_cast<Verb>(monkey.below(3)), "x"});
        } else {
            const auto& nodes = driver.nodes();
            const ui::Node& node = nodes[monkey.below(static_cast<std::uint32_t>(nodes.size()))];
            switch (node.role) {
                case Role::kRadio:
                case Role::kCheckbox:
                    driver.app().event({node.id, Verb::kChoose, ""});
                    break;
                case Role::kInputText:
                case Role::kInputNumber:
                    driver.app().event({node.id, Verb::kSet,
                                        std::string(kTexts[monkey.below(std::size(kTexts))])});
                    break;
                default:
                    driver.app().event({node.id, Verb::kPress, ""});
                    break;
            }
            // Buttons are few among many nodes: help the monkey find its way.
            if (monkey.below(3) == 0) {
                const auto buttons = driver.all(Role::kButton);
                if (!buttons.empty()) {
                    driver.app().event(
                        {buttons[monkey.below(static_cast<std::uint32_t>(buttons.size()))]->id,
                         Verb::kPress, ""});
                }
            }
        }
        driver.frame();
        headings.insert(driver.heading());
        if (driver.view.skin == ui::Skin::kCanvas) {
            ASSERT_EQ(driver.app().ui().unowned_strokes(), 0) << "step " << step;
        }
        if (step % 16 == 0) expect_sound(driver, step);
    }
    EXPECT_EQ(driver.app().model().texts.missing(), 0u);
    EXPECT_GT(headings.size(), 3u) << "the monkey got nowhere";
}

TEST(Monkey, DoesNoHarmInTwentyThousandEvents) {
    Driver driver;
    driver.frame();
    run(driver, 20261122, 14000);
}

TEST(Monkey, DoesNoHarmToAnInstrumentWithEveryKindOfQuestion) {
    Driver driver = Driver::with_every_kind();
    driver.frame();
    run(driver, 7, 6000);
}

}  // namespace
}  // namespace vgap
