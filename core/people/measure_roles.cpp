#include <algorithm>

#include "core/people/measure_parts.hpp"
#include "core/stats/matching.hpp"

namespace vgap::people {

namespace {

int level_of(const Records& records, const std::string& stage) {
    for (const Stage& each : records.stages) {
        if (each.name == stage) return each.level;
    }
    return -1;
}

// The level from which a stage is filled when the file does not say who is meant for which role.
int level_below(const Records& records, const std::string& stage) {
    const int level = level_of(records, stage);
    int below = -1;
    for (const Stage& each : records.stages) {
        if (each.level < level) below = std::max(below, each.level);
    }
    return below;
}

bool could_fill(const Records& records, const Person& person, const Role& role) {
    if (records.has_successors) {
        return std::find(person.successor_for.begin(), person.successor_for.end(), role.id) !=
               person.successor_for.end();
    }
    if (!role.track.empty() && person.track != role.track) return false;
    const int below = level_below(records, role.stage);
    return below >= 0 && level_of(records, person.stage) == below;
}

std::vector<std::vector<std::size_t>> links(const Records& records, const std::vector<Role>& roles,
                                            Readiness least) {
    std::vector<std::vector<std::size_t>> all;
    for (const Person& person : records.people) {
        if (person.left || person.readiness < least) continue;
        std::vector<std::size_t>& own = all.emplace_back();
        for (std::size_t role = 0; role < roles.size(); ++role) {
            if (could_fill(records, person, roles[role])) own.push_back(role);
        }
    }
    return all;
}

std::size_t filled(const std::vector<std::vector<std::size_t>>& could, std::size_t roles) {
    const std::vector<std::size_t> matched = stats::maximum_matching(could, roles);
    return static_cast<std::size_t>(
        std::count_if(matched.begin(), matched.end(),
                      [](std::size_t role) { return role != stats::kUnmatched; }));
}

}  // namespace

void measure_roles(const Records& records, const Question& question, Metrics& metrics) {
    const std::vector<Role>& roles = question.targets.roles;
    const auto tell = [&](std::string_view metric, Readiness least,
                          const std::optional<double>& target, bool known) {
        auto could = links(records, roles, least);
        Figure figure = share(metric, filled(could, roles.size()), roles.size(), 0, target);
        figure.interval = {};  // all critical roles, not a sample of them
        if (roles.empty()) figure.reason = "no_critical_roles";
        if (!roles.empty() && !known) {
            figure.state = State::kUndefined;
            figure.reason = "no_readiness";
            figure.value = stats::kUndefined;
            figure.count = 0;
        }
        metrics.figures.push_back(std::move(figure));
        return could;
    };
    // Without the column of readiness whoever is named for a role counts for it.
    const auto could =
        tell("successor_coverage",
             records.has_readiness ? Readiness::kWithinTwelveMonths : Readiness::kNotStated,
             question.targets.successors, true);
    tell("ready_now", Readiness::kReadyNow, question.targets.ready_now, records.has_readiness);
    std::vector<bool> named(roles.size());
    for (const std::vector<std::size_t>& own : could) {
        for (const std::size_t role : own) named[role] = true;
    }
    metrics.roles_without_anybody =
        static_cast<std::size_t>(std::count(named.begin(), named.end(), false));
}

}  // namespace vgap::people
