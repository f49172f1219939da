#include "core/stats/matching.hpp"

namespace vgap::stats {

namespace {

struct Search {
    const std::vector<std::vector<std::size_t>>& could_fill;
    std::vector<std::size_t> role_of;
    std::vector<std::size_t> person_of;
    std::vector<std::size_t> level;
    std::vector<std::size_t> tried;  // roles of a person already looked at in this phase

    // Levels of alternating paths from the people without a role; is a free role within reach?
    bool layer() {
        std::vector<std::size_t> queue;
        bool reached = false;
        level.assign(could_fill.size(), kUnmatched);
        for (std::size_t person = 0; person < could_fill.size(); ++person) {
            if (role_of[person] != kUnmatched) continue;
            level[person] = 0;
            queue.push_back(person);
        }
        for (std::size_t at = 0; at < queue.size(); ++at) {
            for (const std::size_t role : could_fill[queue[at]]) {
                const std::size_t holder = person_of[role];
                if (holder == kUnmatched) {
                    reached = true;
                } else if (level[holder] == kUnmatched) {
                    level[holder] = level[queue[at]] + 1;
                    queue.push_back(holder);
                }
            }
        }
        return reached;
    }

    // One more person placed, along a path that goes down the levels.
    void place(std::size_t start) {
        std::vector<std::size_t> path = {start};
        while (!path.empty()) {
            const std::size_t person = path.back();
            if (tried[person] == could_fill[person].size()) {
                path.pop_back();
                if (!path.empty()) ++tried[path.back()];
                continue;
            }
            const std::size_t role = could_fill[person][tried[person]];
            const std::size_t holder = person_of[role];
            if (holder == kUnmatched) {
                for (const std::size_t each : path) {
                    const std::size_t taken = could_fill[each][tried[each]++];
                    role_of[each] = taken;
                    person_of[taken] = each;
                }
                return;
            }
            if (level[holder] == level[person] + 1) {
                path.push_back(holder);
            } else {
                ++tried[person];
            }
        }
    }
};

}  // namespace

std::vector<std::size_t> maximum_matching(const std::vector<std::vector<std::size_t>>& could_fill,
                                          std::size_t roles) {
    const std::size_t people = could_fill.size();
    Search search{could_fill,
                  std::vector<std::size_t>(people, kUnmatched),
                  std::vector<std::size_t>(roles, kUnmatched),
                  {},
                  {}};
    while (search.layer()) {
        search.tried.assign(people, 0);
        for (std::size_t person = 0; person < people; ++person) {
            if (search.role_of[person] == kUnmatched) search.place(person);
        }
    }
    return search.role_of;
}

}  // namespace vgap::stats
