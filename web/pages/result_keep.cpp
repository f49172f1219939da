// What one can do with a result: take it along, use it, and hold it against another.
#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

struct Way {
    std::string_view key;
    std::string_view label;  // message id
    std::string_view ask;    // what the shell knows it by
};

constexpr Way kRead[] = {
    {"report", "ui.keep.report", "save_report"}, {"text", "ui.keep.text_file", "save_text"},
    {"copy", "ui.keep.copy", "copy_text"},       {"link", "ui.keep.link", "link"},
    {"print", "ui.keep.print", "print"},
};
constexpr Way kUse[] = {
    {"calendar", "ui.keep.calendar", "save_calendar"},
    {"table", "ui.keep.table", "save_table"},
    {"result", "ui.keep.result", "save_file"},
    {"answers", "ui.keep.answers", "save_answers"},
};

bool is_possible(const app::Model& model, std::string_view key) {
    if (key == "link") return model.can_link;
    if (key == "calendar") return !model.plan.empty();
    return true;
}

void ways(ui::Ui& ui, const app::Model& model, app::Commands& commands, const Way* first,
          std::size_t count) {
    const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
    for (const Way* way = first; way != first + count; ++way) {
        if (!is_possible(model, way->key)) continue;
        if (ui.button(way->key, ui::Style::kSecondary, model.say(way->label))) {
            commands.push_back(app::Ask{std::string(way->ask)});
        }
    }
}

std::string shared_text(const app::Model& model) {
    switch (model.facts.shared) {
        case app::Shared::kNone:
            return {};
        case app::Shared::kLinkCopied:
            return model.say("ui.keep.link_copied");
        case app::Shared::kLinkShown:
            return model.say("ui.keep.link_shown");
        case app::Shared::kLinkNotCopied:
            return model.say("ui.keep.link_not_copied");
        case app::Shared::kTextCopied:
            return model.say("ui.keep.copied");
        case app::Shared::kTextNotCopied:
            return model.say("ui.keep.not_copied");
    }
    return {};
}

// What was asked for once more, with what comes of it.
bool confirmed(ui::Ui& ui, const app::Model& model, app::Commands& commands, app::Panel panel,
               const std::string& what, std::string_view yes) {
    ui.text("what", ui::Style::kSmall, what);
    const ui::Ui::Scope flow = ui.flow("sure");
    const bool is_sure = ui.button("yes", ui::Style::kSecondary, model.say(yes));
    if (ui.button("no", ui::Style::kPlain, model.say("ui.again.no"))) {
        commands.push_back(app::Toggle{panel});
    }
    return is_sure;
}

void compare(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const bool compared = model.session.earlier.has_value();
    const bool again = model.open.contains(app::Panel::kAgain);
    const bool forget = model.open.contains(app::Panel::kForget);
    {
        const ui::Ui::Scope flow = ui.flow("ways", ui::Style::kSpaced);
        if (ui.disclosure("again", model.say("ui.again.take"), again, ui::Style::kSecondary)) {
            commands.push_back(app::Toggle{app::Panel::kAgain});
            if (forget) commands.push_back(app::Toggle{app::Panel::kForget});
        }
        if (ui.button("compare", ui::Style::kSecondary,
                      model.say(compared ? "ui.compare.open_other" : "ui.compare.open"))) {
            commands.push_back(app::Ask{"open_earlier"});
        }
        if (compared && ui.disclosure("forget", model.say("ui.compare.forget"), forget,
                                      ui::Style::kSecondary)) {
            commands.push_back(app::Toggle{app::Panel::kForget});
            if (again) commands.push_back(app::Toggle{app::Panel::kAgain});
        }
        if (ui.button("change", ui::Style::kSecondary, model.say("ui.keep.change"))) {
            commands.push_back(answers::Event(answers::GoToReview{}));
        }
    }
    const bool refused = !model.compare_refused.empty();
    ui.status("refused", ui::Style::kSmall,
              refused ? model.say("ui.compare.refused") : std::string());
    if (refused) {
        const ui::Ui::Scope list = ui.list("why");
        int number = 0;
        for (const std::string& sentence : model.compare_refused) {
            ui.list_item(std::to_string(number++), sentence);
        }
    }
    if (again) {
        std::string what = model.say("ui.again.what");
        if (compared) what += ' ' + model.say("ui.again.replaces");
        if (confirmed(ui, model, commands, app::Panel::kAgain, what, "ui.again.yes")) {
            commands.push_back(answers::Event(answers::Again{model.facts.civil_today}));
        }
    } else if (forget) {
        const std::string what = model.say("ui.compare.forget_what");
        if (confirmed(ui, model, commands, app::Panel::kForget, what, "ui.compare.forget_yes")) {
            commands.push_back(answers::Event(answers::ForgetEarlier{}));
        }
    }
}

}  // namespace

void keep(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("keep");
    ui.heading("title", 2, ui::Style::kHeading, model.say("ui.keep.title"));
    ui.text("text", ui::Style::kBody, model.say("ui.keep.text"));
    {
        const ui::Ui::Scope card = ui.card("read");
        ui.heading("title", 3, ui::Style::kLegend, model.say("ui.keep.to_read"));
        ways(ui, model, commands, kRead, std::size(kRead));
        ui.status("shared", ui::Style::kSmall, shared_text(model));
    }
    {
        const ui::Ui::Scope card = ui.card("use");
        ui.heading("title", 3, ui::Style::kLegend, model.say("ui.keep.to_use"));
        ways(ui, model, commands, kUse, std::size(kUse));
    }
    const ui::Ui::Scope card = ui.card("compare");
    ui.heading("title", 3, ui::Style::kLegend, model.say("ui.keep.to_compare"));
    ui.text("text", ui::Style::kQuiet, model.say("ui.again.why"));
    compare(ui, model, commands);
}

}  // namespace vgap::pages
