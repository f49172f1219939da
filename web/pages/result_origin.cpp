#include <cmath>

#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

std::string points(const app::Model& model, double value) {
    return model.say("ui.number", {{"value", std::round(value * 100) / 100}});
}

// One row of the tree: the parts below a dimension add exactly to it, and dimensions to the index.
void node_row(ui::Ui& ui, const app::Model& model, const scoring::Node& node,
              const std::string& parent) {
    using scoring::NodeKind;
    const bool dimension = node.kind == NodeKind::kDimension;
    const bool index = node.kind == NodeKind::kIndex;
    std::string name;
    std::string score;
    std::string key;
    if (index) {
        key = "index";
        name = "**" + model.say("ui.result.title") + "**";
    } else if (node.kind == NodeKind::kItem) {
        const std::string& id = model.instrument.questions[node.subject].id;
        key = "item." + id;
        name = model.say("question." + id + ".ask");
        for (const scoring::ItemScore& item : model.profile.items) {
            if (item.question == node.subject && item.score) score = points(model, *item.score);
        }
    } else {
        const std::string& id = model.instrument.dimensions[node.subject].id;
        key = (dimension ? "dimension." : "surplus.") + id;
        name = dimension ? "**" + model.say("dimension." + id + ".name") + "**"
                         : model.say("ui.origin.surplus");
    }
    const ui::Ui::Scope row = ui.row(parent + key);
    ui.cell("what", ui::Role::kRowHeader, name);
    ui.cell("answer", ui::Role::kCell, score);
    const std::string value = points(model, node.value);
    ui.cell("points", ui::Role::kCell, dimension || index ? "**" + value + "**" : value);
}

}  // namespace

void origin(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("origin");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.origin.title"));
    const bool open = model.open.contains(app::Panel::kOrigin);
    {
        const ui::Ui::Scope flow = ui.flow("more");
        if (ui.disclosure("show", model.say(open ? "ui.origin.hide" : "ui.origin.show"), open)) {
            commands.push_back(app::Toggle{app::Panel::kOrigin});
        }
    }
    if (!open) return;
    const ui::Ui::Scope table =
        ui.table("table", model.say("ui.origin.caption"), {0.66f, 0.17f, 0.17f});
    {
        const ui::Ui::Scope row = ui.row("head");
        ui.cell("what", ui::Role::kColumnHeader, model.say("ui.origin.what"));
        ui.cell("answer", ui::Role::kColumnHeader, model.say("ui.origin.answer"));
        ui.cell("points", ui::Role::kColumnHeader, model.say("ui.origin.points"));
    }
    std::string dimension;
    for (const scoring::Node& node : model.profile.explanation) {
        if (node.kind == scoring::NodeKind::kDimension) {
            dimension = model.instrument.dimensions[node.subject].id + "/";
        }
        node_row(ui, model, node, dimension);
    }
}

}  // namespace vgap::pages
