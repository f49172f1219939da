#include "tools/cli/flow_estimate.hpp"

#include <optional>
#include <string>

#include "core/export/flow_json.hpp"
#include "core/flow/estimate.hpp"
#include "core/people/reconcile.hpp"
#include "core/people/stage_order.hpp"
#include "tools/cli/days.hpp"
#include "tools/cli/sheets.hpp"

namespace vgap::cli {

int estimate_flow(const flow::Scenario& scenario, std::string_view people, const Options& options,
                  Console& console) {
    std::optional<base::Date> as_of;
    if (!read_day(options, "--as-of", as_of, console)) return kBad;
    if (!as_of) {
        console.report({}, base::Error{"error.cli.no_as_of", "", {}});
        return kBad;
    }
    Opened persons;
    Opened moves;
    const bool has_moves = options.has("--decisions");
    bool good = open_sheet(people, persons, console) &&
                understand_sheet(people::File::kPeople, persons, {}, std::nullopt, console);
    if (has_moves) {
        good = open_sheet(options.value("--decisions"), moves, console) &&
               understand_sheet(people::File::kDecisions, moves, {}, std::nullopt, console) && good;
    }
    if (!good) return kBad;
    people::Records records;
    people::read_people(persons.sheet, persons.mapping, persons.days, records);
    if (has_moves) people::read_decisions(moves.sheet, moves.mapping, moves.days, records);
    const base::Errors too_many = people::check_stages(records);
    if (!too_many.empty()) {
        console.report({persons.path}, too_many);
        return kBad;
    }
    people::reconcile(records, {persons.sheet, persons.mapping}, {moves.sheet, moves.mapping},
                      {*as_of, {}});
    for (const people::Fault& fault : records.faults) {
        const bool of_people = fault.file == people::File::kPeople;
        console.report({of_people ? persons.path : moves.path}, fault.what);
    }
    const flow::Measured measured =
        flow::measure(scenario, records, people::stays_of(records, *as_of, std::nullopt));
    for (const flow::Missed& each : measured.missed) {
        console.report({}, base::Error{"error.flow.not_measured",
                                       "",
                                       {{"found", each.parameter}, {"n", std::to_string(each.n)}}});
    }
    std::string out;
    export_::append_scenario(out, measured.scenario);
    console.out(out + "\n");
    return records.faults.empty() && measured.missed.empty() ? kFine : kFindings;
}

}  // namespace vgap::cli
