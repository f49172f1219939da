#include "web/pipeline/explained.hpp"

#include <cmath>
#include <string>

#include "core/report/flow.hpp"

namespace vgap::pipeline {

namespace {

constexpr int kSteps = 6;
constexpr std::uint64_t kSeed = 1;

// The six steps as a staircase across the month; each says what it is.
void picture(pages::Blocks& blocks, const text::Catalogue& texts) {
    // People who go, who grow, seats, who moves up, who comes, what stays empty.
    static constexpr const char* kColors[kSteps] = {"soft",   "accent", "need",
                                                    "accent", "ok",     "gap"};
    blocks.container(
        "figure", "month",
        [&] {
            for (int step = 1; step <= kSteps; ++step) {
                const std::string number = std::to_string(step);
                const std::string name = texts.say("ui.flow.step." + number);
                blocks.block("bar", "step" + number, [&](json::Writer& out) {
                    const auto share = [](int at) { return std::floor(100.0 * at / kSteps + 0.5); };
                    blocks.field("text", name).field("finding", name);
                    blocks.field("value", texts.say("flow.number", {{"n", step}}));
                    out.key("marks").begin_array();
                    blocks.mark("line", 0, 100, "line");
                    blocks.mark("bar", share(step - 1), share(step), kColors[step - 1]);
                    out.end_array();
                });
            }
        },
        texts.say("ui.flow.how.picture"));
}

void by_hand_table(pages::Blocks& blocks, const text::Catalogue& texts, const flow::Tally& tally) {
    blocks.begin_table("by_hand", texts.say("ui.flow.hand"), {0.26, 0.37, 0.37});
    blocks.row({texts.say("ui.flow.month"), texts.say("ui.flow.hand.column"),
                texts.say("ui.flow.hand.simulated")});
    const auto tenths = [](double x) { return std::floor(x * 1000 + 0.5) / 10; };
    double empty = 1;
    for (int month = 1; month <= 3; ++month) {
        empty *= 0.6;
        const flow::Estimate found =
            tally.stages[1].unfilled[static_cast<std::size_t>(month)].mean();
        blocks.row({texts.say("flow.number", {{"n", month}}),
                    texts.say("flow.percent", {{"n", tenths(empty)}}),
                    texts.say("ui.flow.hand.percent",
                              {{"n", tenths(found.value)}, {"error", tenths(2 * found.error)}})});
    }
    blocks.end_table();
}

}  // namespace

flow::Scenario two_stages() {
    flow::Scenario scenario;
    scenario.months = 3;
    scenario.patience_months = 3;
    scenario.stages = std::vector<flow::Stage>(2);
    for (flow::Stage& stage : scenario.stages) {
        stage.seats = {{0, 1}};
        stage.external_lead_months.value = 1;
    }
    scenario.stages[0].people = 1;
    scenario.stages[1].external_share_pct.value = 50;
    scenario.stages[1].external_lead_months.value = 2.5;
    scenario.paths = std::vector<flow::Path>(1);
    flow::Path& path = scenario.paths.front();
    path.to = 1;
    path.phases = 1;
    path.share_pct.value = 100;
    path.months_to_ready.value = 2;
    path.success_pct.value = 50;
    return scenario;
}

ByHand::ByHand() : run_(two_stages(), kSeed) {}

bool ByHand::advance() {
    if (tally().futures > 0) return false;
    run_.futures.advance(kFutures);
    return true;
}

void explain(pages::Blocks& blocks, const text::Catalogue& texts, const ByHand& by_hand) {
    blocks.container("section", kReasons, [&] {
        blocks.heading("title", 2, texts.say("ui.flow.how"));
        blocks.words("text", "picture", texts.say("ui.flow.how.picture"), "body");
        picture(blocks, texts);
        blocks.heading("assumed", 3, texts.say("ui.flow.how.assumed"), "legend");
        blocks.container("list", "assumptions", [&] {
            for (const std::string_view each : report::flow_assumptions()) {
                blocks.words("item", each, texts.say(each));
            }
        });
    });
    blocks.container("section", kByHand, [&] {
        blocks.heading("title", 2, texts.say("ui.flow.hand"));
        for (const std::string_view part : {"about", "promoted", "hired", "filled"}) {
            blocks.words("text", part, texts.say("ui.flow.hand." + std::string(part)), "body");
        }
        by_hand_table(blocks, texts, by_hand.tally());
    });
}

}  // namespace vgap::pipeline
