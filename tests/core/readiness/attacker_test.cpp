// An attacker has every number of every release, knows who rated when and which questions each left out, and tries to
// solve for what fewer than three of the anonymous raters said.
//
// Each released number is a sum of answers with fixed coefficients. The coefficients are found from outside, by moving one
// answer one point and looking at what changes, so that nothing is taken from the code under test. A combination of
// numbers that holds the answers of a few raters alone exists exactly when striking out those raters' columns lowers
// the rank of the coefficients.

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {

namespace {

using Row = std::vector<double>;
using Matrix = std::vector<Row>;

struct Rater {
    std::string id;
    std::string role;
    Points points;
    int since = 0;  // the first release that has them
    int until = 99;
};

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
    int below(int n) {
        state_ = state_ * 1664525u + 1013904223u;
        return static_cast<int>((state_ >> 16) % static_cast<std::uint32_t>(n));
    }

  private:
    std::uint32_t state_;
};

// Every number about anonymous raters that is not rounded, in all releases. An absent one is a 0.
Row told(const std::vector<Rater>& raters, int releases, const Rules& rules) {
    Row numbers;
    CandidateRelease release;
    bool is_first = true;
    for (int r = 0; r < releases; ++r) {
        std::vector<Rating> ratings;
        for (const Rater& each : raters) {
            if (each.since <= r && r <= each.until) {
                ratings.push_back(rated("c", each.id, each.role, each.points));
            }
        }
        if (ratings.empty()) continue;
        release = released(ratings, is_first ? nullptr : &release, rules);
        is_first = false;
        const Assessment it = assess(shipped(), rules, pointers(ratings), release);
        for (std::size_t c = 0; c < it.capabilities.size(); ++c) {
            const CapabilityView& view = it.capabilities[c];
            numbers.push_back(view.others.value_or(0));
            numbers.push_back(view.self_gap.value_or(0));
            for (const GroupMean& group : view.groups) numbers.push_back(group.mean);
            for (const auto& item : view.item_points) numbers.push_back(item.value_or(0));
            for (const Block& block : release.capabilities[c].blocks) {
                numbers.push_back(static_cast<double>(block.sum) / 1e9);
                for (const ItemSum& item : block.items) {
                    numbers.push_back(item.points);
                    numbers.push_back(item.raters);
                }
            }
        }
    }
    return numbers;
}

std::size_t rank(Matrix rows) {
    std::size_t rank = 0;
    const std::size_t columns = rows.empty() ? 0 : rows[0].size();
    for (std::size_t c = 0; c < columns && rank < rows.size(); ++c) {
        std::size_t pivot = rank;
        for (std::size_t r = rank; r < rows.size(); ++r) {
            if (std::abs(rows[r][c]) > std::abs(rows[pivot][c])) pivot = r;
        }
        if (std::abs(rows[pivot][c]) < 1e-5) continue;
        std::swap(rows[pivot], rows[rank]);
        for (std::size_t r = rank + 1; r < rows.size(); ++r) {
            const double factor = rows[r][c] / rows[rank][c];
            for (std::size_t k = c; k < columns; ++k) rows[r][k] -= factor * rows[rank][k];
        }
        ++rank;
    }
    return rank;
}

struct System {
    Matrix coefficients;             // a row a number, a column an answer
    std::vector<std::size_t> rater;  // of each column
};

System system_of(const std::vector<Rater>& raters, int releases, const Rules& rules) {
    const Row before = told(raters, releases, rules);
    System system;
    system.coefficients.resize(before.size());
    for (std::size_t r = 0; r < raters.size(); ++r) {
        if (raters[r].role != "peer" && raters[r].role != "report") continue;
        for (std::size_t i = 0; i < kItems; ++i) {
            const int point = raters[r].points[i];
            if (point == kNotSeen) continue;
            std::vector<Rater> moved = raters;
            const int step = point == 4 ? -1 : 1;
            moved[r].points[i] += step;
            const Row after = told(moved, releases, rules);
            EXPECT_EQ(after.size(), before.size());
            for (std::size_t n = 0; n < before.size(); ++n) {
                system.coefficients[n].push_back((after[n] - before[n]) / step);
            }
            system.rater.push_back(r);
        }
    }
    return system;
}

// Is there a combination that holds only answers of these raters?
bool exposes(const System& system, std::size_t whole, std::size_t one, std::size_t other) {
    Matrix rest;
    for (const Row& row : system.coefficients) {
        Row& kept = rest.emplace_back();
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (system.rater[c] != one && system.rater[c] != other) kept.push_back(row[c]);
        }
    }
    return rank(std::move(rest)) < whole;
}

// One or two raters who can be solved for, or "".
std::string exposed(const std::vector<Rater>& raters, int releases,
                    const Rules& rules = shipped_rules()) {
    const System system = system_of(raters, releases, rules);
    const std::size_t whole = rank(system.coefficients);
    for (std::size_t a = 0; a < raters.size(); ++a) {
        for (std::size_t b = a; b < raters.size(); ++b) {
            if (exposes(system, whole, a, b)) return raters[a].id + " " + raters[b].id;
        }
    }
    return "";
}

Points random_points(Dice& dice, int missing_of_ten) {
    Points points;
    for (int& point : points) point = dice.below(10) < missing_of_ten ? kNotSeen : dice.below(5);
    return points;
}

std::vector<Rater> random_raters(Dice& dice, int releases) {
    std::vector<Rater> raters;
    const int missing = dice.below(4);
    const int count = 3 + dice.below(6);
    for (int r = 0; r < count; ++r) {
        const int since = dice.below(2) == 0 ? 0 : dice.below(releases);
        const int until = dice.below(6) == 0 ? since + dice.below(releases) : 99;
        raters.push_back({"r" + std::to_string(r), dice.below(3) == 0 ? "report" : "peer",
                          random_points(dice, missing), since, until});
    }
    raters.push_back({"m", "manager", random_points(dice, missing), 0});
    raters.push_back({"s", "self", random_points(dice, missing), 0});
    return raters;
}

TEST(Attacker, SolvesForNobodyInOneRelease) {
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        Dice dice(seed);
        EXPECT_EQ(exposed(random_raters(dice, 1), 1), "") << seed;
    }
}

TEST(Attacker, SolvesForNobodyOverThreeReleases) {
    for (std::uint32_t seed = 100; seed < 120; ++seed) {
        Dice dice(seed);
        EXPECT_EQ(exposed(random_raters(dice, 3), 3), "") << seed;
    }
}

TEST(Attacker, SolvesForNobodyWhereSmallRolesAreLeftOut) {
    Rules rules = shipped_rules();
    rules.small_roles = SmallRoles::kOmit;
    for (std::uint32_t seed = 200; seed < 210; ++seed) {
        Dice dice(seed);
        EXPECT_EQ(exposed(random_raters(dice, 2), 2, rules), "") << seed;
    }
}

std::vector<Rater> three_peers() {
    std::vector<Rater> raters;
    for (const char* id : {"a", "b", "c"}) raters.push_back({id, "peer", all(2)});
    return raters;
}

TEST(Attacker, WouldSolveForAnyoneWhoJoinedAlone) {
    // The same eyes see what a mean over four after a mean over three gives away.
    std::vector<Rater> raters = three_peers();
    raters.push_back({"late", "peer", all(3), 1});
    EXPECT_EQ(exposed(raters, 2), "");
    System both = system_of(three_peers(), 1, shipped_rules());
    for (Rater& each : raters) each.since = 0;
    const System after = system_of(raters, 1, shipped_rules());
    for (Row& row : both.coefficients) row.resize(after.rater.size(), 0);
    both.rater = after.rater;
    both.coefficients.insert(both.coefficients.end(), after.coefficients.begin(),
                             after.coefficients.end());
    EXPECT_TRUE(exposes(both, rank(both.coefficients), 3, 3));
}

TEST(Attacker, LearnsNothingFromOneWhoLeftOutAnItem) {
    // v - (t1 + t2 + t3 + t4) / 4 would be the last rater's share of 1/3 - 1/4.
    std::vector<Rater> raters = three_peers();
    raters.push_back({"d", "peer", all(1)});
    raters[3].points[0] = kNotSeen;
    EXPECT_EQ(exposed(raters, 1), "");
}

TEST(Attacker, CannotTellWhichRaterGaveWhich) {
    // Two raters of a role swap all answers to one capability: not one number changes.
    Dice dice(7);
    std::vector<Rater> raters;
    for (int r = 0; r < 6; ++r) {
        raters.push_back({"r" + std::to_string(r), "peer", random_points(dice, 0)});
    }
    const Row before = told(raters, 1, shipped_rules());
    for (std::size_t i = 4; i < 8; ++i) std::swap(raters[1].points[i], raters[4].points[i]);
    EXPECT_EQ(told(raters, 1, shipped_rules()), before);
}

}  // namespace

}  // namespace vgap::readiness
