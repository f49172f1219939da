#include <algorithm>
#include <vector>

#include "core/chart/distribution.hpp"
#include "core/chart/gap.hpp"
#include "web/pages/result_parts.hpp"

namespace vgap::pages {

namespace {

// A chart's row as the lane shows it. Where a gap is drawn, its bar stands for the level's own; the
// bounds are drawn only where something is unanswered.
std::vector<ui::Mark> lane_of(const chart::Chart& chart, std::uint32_t row) {
    using chart::Role;
    const auto percent = [&chart](double value) {
        return static_cast<float>(100 * (value - chart.least) / (chart.most - chart.least));
    };
    std::vector<ui::Mark> marks = {{ui::MarkKind::kLine, 0, 100, ui::Token::kLine}};
    for (const chart::Mark& mark : chart.marks) {
        if (mark.row != row) continue;
        const float from = percent(mark.from);
        const float to = percent(mark.to);
        switch (mark.role) {
            case Role::kBounds:
                if (from != to) marks.push_back({ui::MarkKind::kRange, from, to, ui::Token::kSoft});
                break;
            case Role::kGap:
                marks.push_back({ui::MarkKind::kBar, from, to, ui::Token::kGap});
                break;
            case Role::kCurrent:
                marks.push_back({ui::MarkKind::kDot, to, to, ui::Token::kAccent});
                break;
            case Role::kRequired:
                marks.push_back({ui::MarkKind::kTick, from, from, ui::Token::kNeed});
                break;
            case Role::kBefore:
                marks.push_back({ui::MarkKind::kRing, from, from, ui::Token::kNeed});
                break;
            case Role::kCount:
                marks.push_back({ui::MarkKind::kBar, from, to, ui::Token::kAccent});
                break;
            case Role::kNoAnswer:
                marks.push_back({ui::MarkKind::kBar, from, to, ui::Token::kSoft});
                break;
            default:  // a surplus, and what stands in other charts
                break;
        }
    }
    // The dot lies over the bar, the ring over the dot, and the tick over all.
    std::stable_sort(marks.begin(), marks.end(),
                     [](const ui::Mark& a, const ui::Mark& b) { return a.kind < b.kind; });
    return marks;
}

// A phone has room for four columns; the others stand in brackets behind the row's name.
std::string row_name(const app::Model& model, const chart::Chart& chart, std::size_t line,
                     std::size_t from, std::size_t to) {
    const std::vector<chart::Value>& cells = chart.table.rows[line];
    std::string out = report::value_text(model.texts, cells[0]);
    for (std::size_t at = from; at < to; ++at) {
        out += at == from ? " (" : ", ";
        out +=
            model.say(chart.table.columns[at]) + " " + report::value_text(model.texts, cells[at]);
    }
    return from < to ? out + ")" : out;
}

void table(ui::Ui& ui, const app::Model& model, const chart::Chart& chart) {
    constexpr std::size_t kMostColumns = 6;  // the files hold the rest
    constexpr std::size_t kMostOnPhone = 4;
    const std::size_t shown = std::min(chart.table.columns.size(), kMostColumns);
    const std::size_t columns = ui.phone() ? std::min(shown, kMostOnPhone) : shown;
    const float first = ui.phone() ? 0.4f : 0.36f;
    std::vector<float> shares(columns, (1 - first) / static_cast<float>(columns - 1));
    shares[0] = first;
    const ui::Ui::Scope table = ui.table("table", model.say(chart.title), shares);
    {
        const ui::Ui::Scope row = ui.row("head");
        for (std::size_t at = 0; at < columns; ++at) {
            ui.cell(std::to_string(at), ui::Role::kColumnHeader,
                    model.say(chart.table.columns[at]));
        }
    }
    for (std::size_t line = 0; line < chart.table.rows.size(); ++line) {
        const ui::Ui::Scope row = ui.row(std::to_string(line));
        for (std::size_t at = 0; at < columns; ++at) {
            ui.cell(std::to_string(at), at == 0 ? ui::Role::kRowHeader : ui::Role::kCell,
                    at == 0 ? row_name(model, chart, line, columns, shown)
                            : report::value_text(model.texts, chart.table.rows[line][at]));
        }
    }
}

void disclosure(ui::Ui& ui, const app::Model& model, app::Commands& commands, std::string_view key,
                std::string_view closed, std::string_view opened, app::Panel panel) {
    const bool open = model.open.contains(panel);
    if (ui.disclosure(key, model.say(open ? opened : closed), open)) {
        commands.push_back(app::Toggle{panel});
    }
}

void reasons(ui::Ui& ui, const app::Model& model) {
    const ui::Ui::Scope part = ui.section("reasons");
    ui.heading("title", 3, ui::Style::kLegend, model.say("ui.reasons.title"));
    for (std::size_t at = 0; at < model.instrument.dimensions.size(); ++at) {
        const instrument::Dimension& dimension = model.instrument.dimensions[at];
        const scoring::DimensionScore& score = model.profile.dimensions[at];
        const ui::Ui::Scope card = ui.card(dimension.id);
        ui.heading("name", 4, ui::Style::kLegend,
                   model.say("ui.reasons.dimension",
                             {{"dimension", model.say("dimension." + dimension.id + ".name")},
                              {"required", rounded(score.required)}}));
        const ui::Ui::Scope list = ui.list("parts");
        ui.list_item("/base", model.say("ui.reasons.base", {{"base", dimension.required_base}}));
        for (std::size_t rule = 0; rule < dimension.rules.size(); ++rule) {
            if (score.rules[rule].held != base::Tri::kTrue) continue;
            const instrument::Rule& held = dimension.rules[rule];
            ui.list_item(held.id, report::rule_text(subject(model), held));
        }
    }
}

}  // namespace

void gap_chart(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("chart");
    const bool compared = model.session.earlier.has_value();
    const chart::Chart chart = chart::gap_chart(model.instrument, model.profile,
                                                compared ? &model.earlier_profile : nullptr);
    ui.heading("title", 2, ui::Style::kHeading, model.say(chart.title));
    ui.text("finding", ui::Style::kBody, report::sentence_text(model.texts, chart.finding));
    {
        const ui::Ui::Scope figure = ui.figure("rows", model.say(chart.title));
        for (std::size_t row = 0; row < chart.labels.size(); ++row) {
            // Columns: name, current, required, gap (in words where there is none), with an earlier
            // attempt that level and the change since, bounds.
            constexpr std::size_t kGap = 3;
            const std::size_t last = compared ? kGap + 2 : kGap;
            const std::vector<chart::Value>& cells = chart.table.rows[row];
            const bool open = cells[kGap].kind == chart::Value::Kind::kMessage;
            std::string finding;
            for (std::size_t at = 1; at <= last; ++at) {
                finding += finding.empty() ? "" : ", ";
                finding += model.say(chart.table.columns[at]) + " " +
                           report::value_text(model.texts, cells[at]);
            }
            const bool met = !open && rounded(cells[kGap].number) == 0;
            ui.chart_row(std::to_string(row), report::value_text(model.texts, chart.labels[row]),
                         finding, lane_of(chart, static_cast<std::uint32_t>(row)),
                         open  ? model.say("ui.chart.open")
                         : met ? model.say("ui.chart.met")
                               : report::value_text(model.texts, cells[kGap]),
                         open  ? ui::Style::kQuiet
                         : met ? ui::Style::kChartValueOk
                               : ui::Style::kChartValue);
        }
    }
    {
        const ui::Ui::Scope key = ui.flow("key", ui::Style::kKey);
        ui.key_mark("current", ui::MarkKind::kDot, model.say("ui.chart.key_current"));
        if (compared) ui.key_mark("before", ui::MarkKind::kRing, model.say("ui.chart.key_before"));
        ui.key_mark("required", ui::MarkKind::kTick, model.say("ui.chart.key_required"));
        disclosure(ui, model, commands, "table", "ui.chart.show_table", "ui.chart.hide_table",
                   app::Panel::kTable);
        disclosure(ui, model, commands, "reasons", "ui.chart.why", "ui.chart.hide_why",
                   app::Panel::kReasons);
    }
    if (model.open.contains(app::Panel::kTable)) table(ui, model, chart);
    if (model.open.contains(app::Panel::kReasons)) reasons(ui, model);
}

void spread(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    const ui::Ui::Scope part = ui.section("spread");
    const chart::Chart chart = chart::distribution_chart(model.instrument, model.profile);
    ui.heading("title", 2, ui::Style::kHeading, model.say(chart.title));
    ui.text("finding", ui::Style::kBody, report::sentence_text(model.texts, chart.finding));
    {
        const ui::Ui::Scope figure = ui.figure("rows", model.say(chart.title));
        for (std::size_t row = 0; row < chart.labels.size(); ++row) {
            const std::string count = report::value_text(model.texts, chart.table.rows[row][1]);
            ui.chart_row(std::to_string(row), report::value_text(model.texts, chart.labels[row]),
                         model.say(chart.table.columns[1]) + " " + count,
                         lane_of(chart, static_cast<std::uint32_t>(row)), count,
                         ui::Style::kChartLabel);
        }
    }
    {
        const ui::Ui::Scope key = ui.flow("key", ui::Style::kKey);
        disclosure(ui, model, commands, "table", "ui.chart.show_table", "ui.chart.hide_table",
                   app::Panel::kSpreadTable);
    }
    if (model.open.contains(app::Panel::kSpreadTable)) table(ui, model, chart);
}

}  // namespace vgap::pages
