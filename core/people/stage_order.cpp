#include "core/people/stage_order.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace vgap::people {

base::Errors check_stages(const Records& records) {
    std::set<std::string_view> names;
    for (const Person& person : records.people) names.insert(person.stage);
    for (const Decision& decision : records.decisions) {
        names.insert(decision.from);
        names.insert(decision.to);
    }
    if (names.size() <= kMostStages) return {};
    return {{"error.people.too_many_stages",
             "1:1",
             {{"found", std::to_string(names.size())}, {"most", std::to_string(kMostStages)}}}};
}

std::vector<Stage> stages_of(const Records& records) {
    std::vector<Stage> stages;
    std::map<std::string, std::size_t> at;
    const auto add = [&](const std::string& name) {
        if (at.emplace(name, stages.size()).second) stages.push_back({name, 0});
    };
    for (const Person& person : records.people) add(person.stage);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> moves;
    for (const Decision& decision : records.decisions) {
        add(decision.from);
        add(decision.to);
        ++moves[{at[decision.from], at[decision.to]}];
    }
    for (std::size_t round = 0; round < stages.size(); ++round) {
        bool moved = false;
        for (const auto& [way, count] : moves) {
            const auto back = moves.find({way.second, way.first});
            if (back != moves.end() && back->second >= count) continue;
            const int level = stages[way.first].level + 1;
            if (stages[way.second].level >= level) continue;
            stages[way.second].level = level;
            moved = true;
        }
        if (!moved) break;
    }
    std::stable_sort(stages.begin(), stages.end(),
                     [](const Stage& a, const Stage& b) { return a.level < b.level; });
    return stages;
}

}  // namespace vgap::people
