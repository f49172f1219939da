#include "core/people/targets.hpp"

#include <algorithm>

#include "core/json/parse.hpp"
#include "core/json/read.hpp"

namespace vgap::people {

namespace {

constexpr std::string_view kSchema = "targets/1";
constexpr std::size_t kMostEntries = 1000;
constexpr double kMostMonths = 1200;
constexpr int kMostLevel = 1000;

std::optional<double> share(const json::Reader& in, std::string_view key) {
    if (!in.has(key)) return std::nullopt;
    return in.at(key).number(0, 100) / 100;
}

std::string name(const json::Reader& in) {
    std::string text = in.string(200);
    if (in.value().kind == json::Kind::kString && text.empty())
        in.report("error.people.empty_cell", {{"field", "stage"}, {"found", ""}});
    return text;
}

void read_stages(const json::Reader& in, Targets& targets) {
    for (const json::Reader& each : in.elements(1, kMostEntries)) {
        if (!each.object({"id", "level"})) continue;
        Stage stage{name(each.at("id")), static_cast<int>(targets.stages.size())};
        if (each.has("level")) stage.level = each.at("level").whole(0, kMostLevel);
        const bool twice =
            std::any_of(targets.stages.begin(), targets.stages.end(),
                        [&](const Stage& known) { return known.name == stage.name; });
        if (twice) each.at("id").report("error.people.stage_twice", {{"found", stage.name}});
        targets.stages.push_back(std::move(stage));
    }
    std::stable_sort(targets.stages.begin(), targets.stages.end(),
                     [](const Stage& a, const Stage& b) { return a.level < b.level; });
}

std::string stage_of(const json::Reader& in, const Targets& targets) {
    std::string stage = name(in);
    const bool known = targets.stages.empty() ||
                       std::any_of(targets.stages.begin(), targets.stages.end(),
                                   [&](const Stage& each) { return each.name == stage; });
    if (!known) in.report("error.people.target_stage", {{"found", stage}});
    return stage;
}

}  // namespace

const TransitionTarget* Targets::find(std::string_view from, std::string_view to) const {
    for (const TransitionTarget& each : transitions) {
        if (each.from == from && each.to == to) return &each;
    }
    return nullptr;
}

Targets read_targets(const json::Reader& root) {
    Targets targets;
    if (!root.object({"schema", "stages", "path_coverage_pct", "gap_visibility_pct",
                      "first_submission_success_pct", "eventual_success_pct",
                      "successor_coverage_pct", "ready_now_pct", "transitions",
                      "critical_roles"})) {
        return targets;
    }
    const std::string schema = root.at("schema").string();
    if (root.at("schema").value().kind == json::Kind::kString && schema != kSchema) {
        root.at("schema").report("error.people.not_targets",
                                 {{"found", schema}, {"expected", std::string(kSchema)}});
    }
    if (root.has("stages")) read_stages(root.at("stages"), targets);
    targets.path = share(root, "path_coverage_pct").value_or(targets.path);
    targets.gaps = share(root, "gap_visibility_pct").value_or(targets.gaps);
    targets.first_success = share(root, "first_submission_success_pct");
    targets.eventual_success = share(root, "eventual_success_pct");
    targets.successors = share(root, "successor_coverage_pct");
    targets.ready_now = share(root, "ready_now_pct");
    if (root.has("transitions")) {
        for (const json::Reader& each : root.at("transitions").elements(0, kMostEntries)) {
            if (!each.object({"from", "to", "months", "first_submission_success_pct"})) continue;
            TransitionTarget target{stage_of(each.at("from"), targets),
                                    stage_of(each.at("to"), targets), std::nullopt,
                                    share(each, "first_submission_success_pct")};
            if (each.has("months")) target.months = each.at("months").number(0, kMostMonths);
            targets.transitions.push_back(std::move(target));
        }
    }
    if (root.has("critical_roles")) {
        for (const json::Reader& each : root.at("critical_roles").elements(0, kMostEntries)) {
            if (!each.object({"id", "stage", "track"})) continue;
            Role role{name(each.at("id")), stage_of(each.at("stage"), targets), ""};
            if (each.has("track")) role.track = each.at("track").string(200);
            targets.roles.push_back(std::move(role));
        }
    }
    return targets;
}

base::Result<Targets> read_targets(std::string_view json_text) {
    const base::Result<json::Value> document = json::parse(json_text);
    if (!document) return base::fail(document.error());
    base::Errors problems;
    Targets targets = read_targets(json::Reader(*document, problems));
    if (!problems.empty()) return base::fail(std::move(problems));
    return targets;
}

}  // namespace vgap::people
