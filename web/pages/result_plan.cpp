#include <algorithm>
#include <cmath>

#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

constexpr std::string_view kHorizonNames[] = {"ui.plan.week", "ui.plan.month", "ui.plan.quarter"};

void details(ui::Ui& ui, const app::Model& model, const plan::PlannedAction& planned) {
    const instrument::Action& action = model.instrument.actions[planned.action];
    const std::string key = "action." + action.id;
    const ui::Ui::Scope card = ui.card("how_" + action.id);
    ui.heading("do", 3, ui::Style::kLegend, model.say(key + ".do"));
    ui.text("how", ui::Style::kQuiet, model.say(key + ".how"));
    ui.text("signal", ui::Style::kQuiet,
            model.say("ui.plan.signal", {{"signal", model.say(key + ".signal")}}));
    std::string cost = model.say("ui.plan.effort", {{"n", action.effort_days}});
    if (planned.closes >= 0.05) {
        cost += " · ";
        const double points = std::round(planned.closes * 10) / 10;
        cost += model.say("ui.plan.closes", {{"points", points}, {"n", points}});
    }
    ui.text("cost", ui::Style::kSmall, cost);
}

}  // namespace

void plan(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("plan");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.plan.title"));
    {
        const ui::Ui::Scope columns = ui.columns("horizons", instrument::kHorizons);
        for (int horizon = 0; horizon < instrument::kHorizons; ++horizon) {
            const ui::Ui::Scope column = ui.column(kHorizonNames[horizon]);
            ui.heading("title", 3, ui::Style::kSubheading, model.say(kHorizonNames[horizon]));
            const auto here = [&](const plan::PlannedAction& planned) {
                return static_cast<int>(model.instrument.actions[planned.action].horizon) ==
                       horizon;
            };
            if (std::none_of(model.plan.begin(), model.plan.end(), here)) {
                ui.text("none", ui::Style::kQuiet, model.say("ui.plan.none"));
                continue;
            }
            const ui::Ui::Scope list = ui.list("actions");
            for (const plan::PlannedAction& planned : model.plan) {
                if (!here(planned)) continue;
                const std::string& id = model.instrument.actions[planned.action].id;
                ui.list_item(id, model.say("action." + id + ".do"));
            }
        }
    }
    if (model.plan.empty()) return;
    const bool open = model.open.contains(app::Panel::kHow);
    {
        const ui::Ui::Scope flow = ui.flow("more");
        if (ui.disclosure("how", model.say(open ? "ui.plan.hide" : "ui.plan.how"), open)) {
            commands.push_back(app::Toggle{app::Panel::kHow});
        }
    }
    if (!open) return;
    for (int horizon = 0; horizon < instrument::kHorizons; ++horizon) {
        for (const plan::PlannedAction& planned : model.plan) {
            if (static_cast<int>(model.instrument.actions[planned.action].horizon) == horizon) {
                details(ui, model, planned);
            }
        }
    }
}

void one_step(ui::Ui& ui, const app::Model& model) {
    const scoring::Profile& profile = model.profile;
    const ui::Ui::Scope part = ui.section("change");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.change.title"));
    const auto question = [&model](instrument::Index index) {
        return model.say("question." + model.instrument.questions[index].id + ".ask");
    };
    if (profile.smallest_change && profile.smallest_change->possible) {
        const scoring::SmallestChange& change = *profile.smallest_change;
        int steps = 0;
        for (const instrument::Move& move : change.moves) steps += move.points;
        ui.text("smallest", ui::Style::kBody,
                model.say("ui.change.smallest",
                          {{"n", steps},
                           {"band", model.say("band." + model.instrument.bands[change.to_band].id +
                                              ".name")}}));
        {
            const ui::Ui::Scope list = ui.list("moves");
            for (const instrument::Move& move : change.moves) {
                ui.list_item(
                    model.instrument.questions[move.item].id,
                    model.say("ui.change.move",
                              {{"question", question(move.item)},
                               {"from", report::label_at(subject(model), move.item, 0)},
                               {"to", report::label_at(subject(model), move.item, move.points)}}));
            }
        }
        if (!change.exact) {
            ui.text("estimate", ui::Style::kSmall, model.say("ui.change.not_exact"));
        }
    } else if (profile.smallest_change) {
        ui.text("impossible", ui::Style::kBody, model.say("ui.change.impossible"));
    }
    const std::vector<const scoring::ItemScore*> best = report::best_steps(model.profile, 3);
    if (best.empty()) {
        if (!profile.smallest_change)
            ui.text("best", ui::Style::kBody, model.say("ui.change.done"));
        return;
    }
    ui.text("leverage", ui::Style::kBody, model.say("ui.change.leverage"));
    const ui::Ui::Scope list = ui.list("levers");
    for (const scoring::ItemScore* item : best) {
        ui.list_item(
            model.instrument.questions[item->question].id,
            model.say("ui.change.leverage_row", {{"question", question(item->question)},
                                                 {"points", std::round(*item->leverage * 10) / 10},
                                                 {"n", std::round(*item->leverage * 10) / 10}}));
    }
}

}  // namespace vgap::pages
