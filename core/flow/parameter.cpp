#include "core/flow/parameter.hpp"

#include <algorithm>

#include "core/json/write.hpp"

namespace vgap::flow {

namespace {

constexpr double kHundred = 100;

// All paths of a stage together take no more than everybody.
double free_share(const Scenario& scenario, const Path& path) {
    double rest = kHundred;
    for (const Path& each : scenario.paths) {
        if (each.from == path.from && &each != &path) rest -= each.share_pct.value;
    }
    return std::max(0.0, rest);
}

std::string written(double number) {
    std::string out;
    json::append_number(out, number);
    return out;
}

}  // namespace

Parameter& PathKey::of(Path& path) const {
    if (parameter != nullptr) return path.*parameter;
    return path.retry_months ? *path.retry_months : path.retry_months.emplace();
}

std::vector<Turnable> turnables_of(const Scenario& scenario) {
    std::vector<Turnable> all;
    for (std::size_t p = 0; p < scenario.paths.size(); ++p) {
        const Path& path = scenario.paths[p];
        for (const PathKey& each : kPathKeys) {
            if (each.parameter == nullptr && !path.retry_months) continue;
            const Parameter& now =
                each.parameter == nullptr ? *path.retry_months : path.*each.parameter;
            const bool is_share = each.parameter == &Path::share_pct;
            all.push_back({Owner::kPath, p, each.key, each.helps, each.least,
                           is_share ? free_share(scenario, path) : each.most, now.value,
                           now.origin});
        }
    }
    for (std::size_t s = 0; s < scenario.stages.size(); ++s) {
        for (const StageKey& each : kStageKeys) {
            const Parameter& now = scenario.stages[s].*each.parameter;
            all.push_back({Owner::kStage, s, each.key, each.helps, each.least, each.most, now.value,
                           now.origin});
        }
    }
    return all;
}

std::string name_of(const Scenario& scenario, const Turnable& turnable) {
    const bool of_stage = turnable.owner == Owner::kStage;
    std::string name = of_stage ? "stages." : "paths.";
    name += of_stage ? scenario.stages[turnable.index].id : scenario.paths[turnable.index].id;
    name += '.';
    name += turnable.key;
    return name;
}

Parameter& parameter_at(Scenario& scenario, const Turnable& turnable) {
    if (turnable.owner == Owner::kStage) {
        Stage& stage = scenario.stages[turnable.index];
        for (const StageKey& each : kStageKeys) {
            if (each.key == turnable.key) return stage.*each.parameter;
        }
        return stage.attrition_pct;
    }
    Path& path = scenario.paths[turnable.index];
    for (const PathKey& each : kPathKeys) {
        if (each.key == turnable.key) return each.of(path);
    }
    return path.share_pct;
}

base::Result<bool> set_parameter(Scenario& scenario, std::string_view name, double value) {
    std::string known;
    for (const Turnable& each : turnables_of(scenario)) {
        const std::string its = name_of(scenario, each);
        if (its == name) {
            if (value < each.least || value > each.most) {
                return base::fail({"error.flow.parameter_range",
                                   std::string(name),
                                   {{"found", written(value)},
                                    {"least", written(each.least)},
                                    {"most", written(each.most)}}});
            }
            Parameter& parameter = parameter_at(scenario, each);
            parameter = {value, Origin::kAssumed, {}};
            return true;
        }
        if (!known.empty()) known += ", ";
        known += its;
    }
    return base::fail({"error.flow.unknown_parameter",
                       "",
                       {{"found", std::string(name)}, {"known", std::move(known)}}});
}

}  // namespace vgap::flow
