#include "core/report/flow.hpp"

#include <cmath>
#include <iterator>

#include "core/base/fixed.hpp"
#include "core/flow/read.hpp"
#include "core/text/display.hpp"

namespace vgap::report {

namespace {

using flow::Estimate;
using flow::Scenario;

constexpr std::string_view kAssumptions[] = {
    "flow.assumption.month",     "flow.assumption.attrition",  "flow.assumption.development",
    "flow.assumption.vacancies", "flow.assumption.submission", "flow.assumption.external",
    "flow.assumption.entry",     "flow.assumption.start",      "flow.assumption.alike",
    "flow.assumption.patience",  "flow.assumption.supply",     "flow.assumption.error",
};

double percent(double share) {
    return std::floor(share * 100 + 0.5);
}

class Writer {
  public:
    explicit Writer(const text::Catalogue& texts) : texts_(texts) {}

    std::string say(std::string_view id, std::initializer_list<text::Arg> arguments = {}) const {
        return texts_.say(id, arguments);
    }

    Block& add(Kind kind, std::string text, int level = 0) {
        Block& block = report.emplace_back();
        block.kind = kind;
        block.level = level;
        block.text = std::move(text);
        return block;
    }

    Block& table(std::string_view caption, std::initializer_list<std::string_view> columns) {
        Block& block = add(Kind::kTable, say(caption));
        for (const std::string_view each : columns) block.columns.push_back(say(each));
        return block;
    }

    std::string with_error(const Estimate& of) const {
        return say("flow.with_error",
                   {{"n", base::tenths(of.value)}, {"error", base::tenths(2 * of.error)}});
    }

    std::string whole(double n) const { return say("flow.number", {{"n", n}}); }

    std::string bottleneck(const Scenario& scenario,
                           const std::optional<flow::Lever>& found) const {
        if (!found) return say("flow.bottleneck.none");
        const flow::Path& path = scenario.paths[found->turned.index];
        const Estimate& closed = found->difference.seat_months;
        const std::string from = text::display_line(scenario.stages[path.from].name);
        const std::string to = text::display_line(scenario.stages[path.to].name);
        return say("flow.bottleneck", {{"from", from},
                                       {"to", to},
                                       {"n", base::tenths(-closed.value)},
                                       {"error", base::tenths(2 * closed.error)}});
    }

    // The parameter in words: what it is, and of which stage or path.
    std::string name(const Scenario& scenario, const flow::Turnable& of) const {
        std::string subject;
        if (of.owner == flow::Owner::kStage) {
            subject = text::display_line(scenario.stages[of.index].name);
        } else {
            const flow::Path& path = scenario.paths[of.index];
            const std::string from = text::display_line(scenario.stages[path.from].name);
            const std::string to = text::display_line(scenario.stages[path.to].name);
            subject = say("flow.path", {{"from", from}, {"to", to}});
        }
        return say("flow.parameter." + std::string(of.key), {{"of", subject}});
    }

    void title(const Scenario& scenario, std::uint64_t futures) {
        add(Kind::kHeading, say("flow.title", {{"name", text::display_line(scenario.name)}}), 1);
        if (scenario.example) add(Kind::kNote, say("flow.example"));
        add(Kind::kNote, say("flow.futures", {{"n", futures}, {"months", scenario.months}}));
    }

    void assumptions() {
        add(Kind::kHeading, say("flow.assumptions"), 2);
        Block& list = add(Kind::kList, "");
        for (const std::string_view each : kAssumptions) list.items.push_back(say(each));
    }

    Report report;

  private:
    const text::Catalogue& texts_;
};

class Told : public Writer {
  public:
    Told(const Scenario& scenario, const flow::Futures& futures, const text::Catalogue& texts)
        : Writer(texts), scenario_(scenario), plan_(futures.plan()), tally_(futures.tally()) {}

    void whole_house(const std::optional<flow::Lever>& found) {
        title(scenario_, tally_.futures);
        const Estimate seat_months = tally_.seat_months.mean();
        const Estimate filled = tally_.unfilled.back().share_at_most(0);
        add(Kind::kParagraph, say("flow.finding", {{"n", base::tenths(seat_months.value)},
                                                   {"error", base::tenths(2 * seat_months.error)},
                                                   {"percent", percent(filled.value)},
                                                   {"months", scenario_.months}}));
        add(Kind::kParagraph, bottleneck(scenario_, found));
        const Estimate overdue = tally_.overdue.mean();
        add(Kind::kParagraph, say("flow.overdue", {{"n", base::tenths(overdue.value)},
                                                   {"error", base::tenths(2 * overdue.error)},
                                                   {"months", scenario_.patience_months}}));
    }

    void stages() {
        Block& block =
            table("flow.stages", {"flow.column.stage", "flow.column.people", "flow.column.seats",
                                  "flow.column.people_then", "flow.column.seat_months",
                                  "flow.column.filled", "flow.column.bench", "flow.column.lag"});
        for (std::size_t s = 0; s < scenario_.stages.size(); ++s) {
            const flow::StageTally& of = tally_.stages[s];
            const flow::Band people = of.people.back().band();
            const bool fed = !plan_.stages[s].in.empty();
            const std::int32_t critical = plan_.critical_at(plan_.months, s);
            const bool has_bench = fed && critical > 0;
            block.rows.push_back(
                {text::display_line(scenario_.stages[s].name), whole(scenario_.stages[s].people),
                 whole(plan_.seats_at(plan_.months, s)),
                 say("flow.range", {{"low", people.p10.value},
                                    {"n", people.p50.value},
                                    {"high", people.p90.value}}),
                 with_error(of.seat_months.mean()),
                 say("flow.percent", {{"n", percent(of.unfilled.back().share_at_most(0).value)}}),
                 has_bench ? whole(base::tenths(of.bench.back().mean().value / critical)) : "",
                 fed ? whole(of.lag.quantile(0.5).value) : ""});
        }
    }

    void quarters() {
        Block& block = table("flow.quarters", {"flow.column.stage"});
        const std::size_t count = tally_.stages[0].demand.size();
        for (std::size_t q = 0; q < count; ++q) {
            block.columns.push_back(say("flow.column.quarter", {{"n", q + 1}}));
        }
        for (std::size_t s = 0; s < scenario_.stages.size(); ++s) {
            if (plan_.stages[s].in.empty()) continue;
            std::vector<std::string>& row =
                block.rows.emplace_back(1, text::display_line(scenario_.stages[s].name));
            for (std::size_t q = 0; q < count; ++q) {
                const flow::StageTally& of = tally_.stages[s];
                row.push_back(
                    say("flow.velocity", {{"n", base::tenths(of.gap[q].mean().value)},
                                          {"demand", base::tenths(of.demand[q].mean().value)},
                                          {"supply", base::tenths(of.supply[q].mean().value)}}));
            }
        }
        if (block.rows.empty()) report.pop_back();
    }

    void capabilities() {
        bool first = true;
        for (const flow::Capability& each : scenario_.capabilities) {
            if (!each.critical || !each.transition_project.empty()) continue;
            if (first) add(Kind::kHeading, say("flow.capabilities"), 2);
            first = false;
            const auto month = static_cast<std::size_t>(each.by_month);
            const Estimate filled = tally_.stages[each.stage].unfilled[month].share_at_most(0);
            const std::string name = text::display_line(each.name);
            const std::string stage = text::display_line(scenario_.stages[each.stage].name);
            add(Kind::kParagraph,
                say("flow.capability.no_project", {{"name", name},
                                                   {"stage", stage},
                                                   {"month", each.by_month},
                                                   {"percent", percent(filled.value)}}));
        }
    }

    void parameters() {
        Block& block = table("flow.parameters",
                             {"flow.column.parameter", "flow.column.value", "flow.column.source"});
        for (const flow::Turnable& each : flow::turnables_of(scenario_)) {
            const auto origin = static_cast<std::size_t>(each.origin);
            block.rows.push_back({name(scenario_, each), whole(base::tenths(each.value)),
                                  say("flow.source." + std::string(flow::kOrigins[origin]))});
        }
    }

  private:
    const Scenario& scenario_;
    const flow::Plan& plan_;
    const flow::Tally& tally_;
};

}  // namespace

std::vector<std::string_view> flow_assumptions() {
    return {std::begin(kAssumptions), std::end(kAssumptions)};
}

Report write_flow(const Scenario& scenario, const flow::Futures& futures,
                  const std::optional<flow::Lever>& bottleneck, const text::Catalogue& texts) {
    Told told(scenario, futures, texts);
    told.whole_house(bottleneck);
    told.stages();
    told.quarters();
    told.capabilities();
    told.parameters();
    told.assumptions();
    return std::move(told.report);
}

Report write_flow_comparison(const Scenario& before, const Scenario& after,
                             const std::vector<flow::Difference>& differences,
                             std::uint64_t futures, const text::Catalogue& texts) {
    Writer writer(texts);
    writer.title(before, futures);
    const std::string name = text::display_line(after.name);
    const Estimate& all = differences.back().seat_months;
    writer.add(Kind::kParagraph,
               writer.say("flow.compared", {{"name", name},
                                            {"n", base::tenths(all.value)},
                                            {"error", base::tenths(2 * all.error)}}));
    Block& block = writer.table("flow.differences", {"flow.column.stage", "flow.column.seat_months",
                                                     "flow.column.overdue"});
    for (std::size_t s = 0; s < differences.size(); ++s) {
        const bool last = s + 1 == differences.size();
        block.rows.push_back(
            {last ? writer.say("flow.all_stages") : text::display_line(before.stages[s].name),
             writer.with_error(differences[s].seat_months),
             writer.with_error(differences[s].overdue)});
    }
    return std::move(writer.report);
}

Report write_flow_levers(const Scenario& scenario, const flow::Levers& levers,
                         std::uint64_t futures, const text::Catalogue& texts) {
    Writer writer(texts);
    writer.title(scenario, futures);
    writer.add(Kind::kParagraph, writer.bottleneck(scenario, levers.bottleneck()));
    Block& block = writer.table(
        "flow.levers", {"flow.column.parameter", "flow.column.value", "flow.column.to",
                        "flow.column.seat_months", "flow.column.overdue", "flow.column.source"});
    for (const flow::Lever& each : levers.ranked()) {
        const auto origin = static_cast<std::size_t>(each.turned.origin);
        block.rows.push_back(
            {writer.name(scenario, each.turned), writer.whole(base::tenths(each.turned.value)),
             writer.whole(base::tenths(each.to)), writer.with_error(each.difference.seat_months),
             writer.with_error(each.difference.overdue),
             writer.say("flow.source." + std::string(flow::kOrigins[origin]))});
    }
    return std::move(writer.report);
}

}  // namespace vgap::report
