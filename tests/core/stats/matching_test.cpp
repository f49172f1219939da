#include "core/stats/matching.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/base/philox.hpp"

namespace vgap::stats {
namespace {

using Edges = std::vector<std::vector<std::size_t>>;

std::size_t size_of(const std::vector<std::size_t>& role_of) {
    return role_of.size() -
           static_cast<std::size_t>(std::count(role_of.begin(), role_of.end(), kUnmatched));
}

// By trying everybody in every role.
std::size_t slow_size(const Edges& edges, std::size_t person, std::set<std::size_t>& taken) {
    if (person == edges.size()) return 0;
    std::size_t best = slow_size(edges, person + 1, taken);
    for (const std::size_t role : edges[person]) {
        if (!taken.insert(role).second) continue;
        best = std::max(best, 1 + slow_size(edges, person + 1, taken));
        taken.erase(role);
    }
    return best;
}

TEST(Matching, FillsAsManyAsThereCanBe) {
    base::Random random(4);
    for (int round = 0; round < 300; ++round) {
        Edges edges(random.below(7));
        for (auto& person : edges) {
            for (std::size_t role = 0; role < 6; ++role) {
                if (random.below(3) == 0) person.push_back(role);
            }
        }
        const std::vector<std::size_t> role_of = maximum_matching(edges, 6);
        std::set<std::size_t> taken;
        EXPECT_EQ(size_of(role_of), slow_size(edges, 0, taken));
        for (std::size_t person = 0; person < edges.size(); ++person) {
            if (role_of[person] == kUnmatched) continue;
            EXPECT_TRUE(taken.insert(role_of[person]).second);
            EXPECT_EQ(std::count(edges[person].begin(), edges[person].end(), role_of[person]), 1);
        }
    }
}

TEST(Matching, MovesPeopleOnWhenThatMakesRoom) {
    EXPECT_EQ(maximum_matching({{0, 1}, {0}}, 2), (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(maximum_matching({}, 3).size(), 0u);
    EXPECT_EQ(maximum_matching({{}, {0}}, 1), (std::vector<std::size_t>{kUnmatched, 0}));
}

}  // namespace
}  // namespace vgap::stats
