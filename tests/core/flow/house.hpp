// Pipelines for tests: stages of a few lines, without a file.
#pragma once

#include <string>
#include <vector>

#include "core/flow/scenario.hpp"

namespace vgap::flow {

// Attrition in percent a year; seats in every month.
inline Stage stage_of(int people, double attrition_pct, int seats, double external_pct = 0,
                      double lead_months = 1) {
    Stage stage;
    stage.people = people;
    stage.attrition_pct.value = attrition_pct;
    stage.seats = {{0, seats}};
    stage.external_share_pct.value = external_pct;
    stage.external_lead_months.value = lead_months;
    return stage;
}

inline Path path_of(std::size_t from, std::size_t to, double months, int phases = 3,
                    double success_pct = 100, double share_pct = 100) {
    Path path;
    path.from = from;
    path.to = to;
    path.phases = phases;
    path.share_pct.value = share_pct;
    path.months_to_ready.value = months;
    path.success_pct.value = success_pct;
    return path;
}

inline Scenario scenario_of(std::vector<Stage> stages, std::vector<Path> paths, int months = 18) {
    Scenario scenario;
    scenario.id = "house";
    scenario.months = months;
    for (Stage& stage : stages) stage.id = std::to_string(&stage - stages.data());
    for (Path& path : paths) path.id = std::to_string(&path - paths.data());
    scenario.stages = std::move(stages);
    scenario.paths = std::move(paths);
    return scenario;
}

}  // namespace vgap::flow
