#include <algorithm>

#include "core/people/measure_parts.hpp"

namespace vgap::people {

namespace {

void count(Said& said, base::Tri truth) {
    if (truth == base::Tri::kTrue) ++said.yes;
    if (truth == base::Tri::kFalse) ++said.no;
    if (truth == base::Tri::kUnknown) ++said.open;
}

void count(StageRow& row, const Person& person) {
    ++row.people;
    switch (person.readiness) {
        case Readiness::kNotStated:
            ++row.not_stated;
            break;
        case Readiness::kBuilding:
            ++row.building;
            break;
        case Readiness::kWithinTwelveMonths:
            ++row.within_twelve_months;
            break;
        case Readiness::kReadyNow:
            ++row.ready_now;
            break;
    }
    count(row.path, person.path);
    count(row.gaps, person.gaps);
}

}  // namespace

void measure_stages(const Records& records, const Question& question, Metrics& metrics) {
    // 1. Who is where on the day.
    std::vector<StageRow>& rows = metrics.stages;
    for (const Stage& stage : records.stages) rows.push_back({.stage = stage.name});
    StageRow all;
    for (const Person& person : records.people) {
        if (person.left) continue;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const StageRow& each) {
            return each.stage == person.stage;
        });
        if (row != rows.end()) count(*row, person);
        count(all, person);
    }
    // 2. Whom nothing may be said about, in any of the figures of stages.
    std::vector<std::vector<std::size_t>> sizes(3);
    for (const StageRow& row : rows) {
        sizes[0].push_back(row.people);
        sizes[1].push_back(row.path.yes + row.path.no);
        sizes[2].push_back(row.gaps.yes + row.gaps.no);
    }
    const std::vector<bool> hidden = hidden_groups(sizes, question.least_group);
    rows.push_back(all);
    // 3. Shares of those of whom it is known.
    for (const auto& [metric, said, target] :
         {std::tuple("path_coverage", &StageRow::path, question.targets.path),
          std::tuple("gap_visibility", &StageRow::gaps, question.targets.gaps)}) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const Said& each = rows[at].*said;
            Figure figure = share(metric, each.yes, each.yes + each.no, each.open, target);
            figure.stage = rows[at].stage;
            const bool is_all = at == hidden.size();
            if (is_all ? figure.n > 0 && figure.n < question.least_group : hidden[at]) {
                hide(figure);
            }
            metrics.figures.push_back(std::move(figure));
        }
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool is_all = at == hidden.size();
        if (is_all ? all.people > 0 && all.people < question.least_group : hidden[at]) {
            rows[at] = {.stage = rows[at].stage, .state = State::kHidden};
        }
    }
}

}  // namespace vgap::people
