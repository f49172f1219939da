#include "core/flow/turned.hpp"

#include <algorithm>

#include "core/flow/parameter.hpp"
#include "core/json/pointer.hpp"

namespace vgap::flow {

Turned turned(const Scenario& before, const Scenario& now) {
    Turned out;
    const std::vector<Turnable> was = turnables_of(before);
    const std::vector<Turnable> is = turnables_of(now);
    for (std::size_t at = 0; at < std::min(was.size(), is.size()); ++at) {
        if (was[at].value != is[at].value) out.emplace_back(name_of(now, is[at]), is[at].value);
    }
    return out;
}

Turned turned_in(const json::Value& object) {
    Turned out;
    for (const json::Member& each : object.members) {
        if (each.value.kind == json::Kind::kNumber) out.emplace_back(each.name, each.value.number);
    }
    return out;
}

// A share may wait until another one of the same stage has made room.
base::Errors turn(Scenario& scenario, Turned numbers, std::string_view pointer) {
    base::Errors problems;
    for (std::size_t before = numbers.size() + 1; numbers.size() < before;) {
        before = numbers.size();
        problems.clear();
        std::erase_if(numbers, [&](const auto& each) {
            auto set = set_parameter(scenario, each.first, each.second);
            if (set) return true;
            base::Error error = std::move(set.error().front());
            error.where = pointer;
            json::append_step(error.where, each.first);
            problems.push_back(std::move(error));
            return false;
        });
    }
    return problems;
}

}  // namespace vgap::flow
