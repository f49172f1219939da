#include "core/flow/walk.hpp"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/core/flow/house.hpp"

namespace vgap::flow {
namespace {

double pick(base::Random& random, double least, double most) {
    return least + (most - least) * random.unit();
}

// Any house: some stages, paths upwards, all kinds of parameters.
Scenario random_house(std::uint64_t seed) {
    base::Random random(seed);
    std::vector<Stage> stages;
    const std::size_t count = 1 + random.below(6);
    for (std::size_t s = 0; s < count; ++s) {
        Stage stage = stage_of(static_cast<int>(random.below(40)), pick(random, 0, 60), 0,
                               random.below(3) * 50.0, pick(random, 1, 6));
        stage.seats = {{0, static_cast<int>(random.below(40))},
                       {18, static_cast<int>(random.below(60))}};
        stages.push_back(stage);
    }
    std::vector<Path> paths;
    for (std::size_t from = 0; from + 1 < count; ++from) {
        double left = 100;
        for (std::size_t to = from + 1; to < count && to < from + 3; ++to) {
            const double share = random.below(3) == 0 ? left : pick(random, 0, left);
            left -= share;
            Path path = path_of(from, to, pick(random, 1, 30),
                                1 + static_cast<int>(random.below(6)), pick(random, 0, 100), share);
            if (random.below(2) == 0) path.retry_months = Parameter{pick(random, 1, 9), {}, {}};
            paths.push_back(path);
        }
    }
    return scenario_of(std::move(stages), std::move(paths));
}

std::int32_t sum(std::span<const std::int32_t> cells) {
    return std::accumulate(cells.begin(), cells.end(), 0);
}

TEST(Walk, NobodyIsLostAndNobodyAppears) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Plan plan = make_plan(random_house(seed));
        Walk walk(plan, seed);
        for (std::uint64_t future = 0; future < 5; ++future) {
            walk.start(future);
            std::vector<Happened> before(walk.stages().begin(), walk.stages().end());
            for (int month = 1; month <= plan.months; ++month) {
                walk.step();
                std::int32_t people = 0;
                std::size_t cell = 0;
                for (const std::size_t s : plan.order) {
                    const Happened& now = walk.stages()[s];
                    // 1. What a stage had, has lost and has got.
                    ASSERT_EQ(now.people, before[s].people - now.left - now.promoted_out +
                                              now.promoted + now.hired);
                    // 2. Its people are those in its cells, and nobody is there less than once.
                    std::int32_t here = 0;
                    for (; cell < plan.stages[s].end; ++cell) {
                        ASSERT_GE(walk.cells()[cell], 0);
                        here += walk.cells()[cell];
                    }
                    ASSERT_EQ(now.people, here);
                    // 3. Seats: nothing is filled that is not empty, and what is left is counted.
                    ASSERT_EQ(now.unfilled, std::max(0, plan.seats_at(month, s) - now.people));
                    ASSERT_EQ(now.unfilled, now.vacancies - now.promoted - now.hired);
                    ASSERT_LE(now.promoted, now.submitted);
                    ASSERT_LE(now.submitted, now.vacancies);
                    people += now.people;
                }
                ASSERT_EQ(people, sum(walk.cells()));
                before.assign(walk.stages().begin(), walk.stages().end());
            }
        }
    }
}

TEST(Walk, AFutureIsTheSameWhateverWasWalkedBefore) {
    const Plan plan = make_plan(random_house(4));
    Walk one(plan, 9);
    Walk other(plan, 9);
    for (std::uint64_t future = 0; future < 50; ++future) {
        one.start(future);
        for (int month = 0; month < plan.months; ++month) one.step();
        if (future % 7 != 0) continue;
        other.start(future);
        for (int month = 0; month < plan.months; ++month) other.step();
        ASSERT_EQ(sum(one.cells()), sum(other.cells()));
        ASSERT_TRUE(std::equal(one.cells().begin(), one.cells().end(), other.cells().begin()));
    }
    one.start(3);
    other.start(4);
    for (int month = 0; month < plan.months; ++month) one.step(), other.step();
    EXPECT_FALSE(std::equal(one.cells().begin(), one.cells().end(), other.cells().begin()));
}

TEST(Walk, FuturesSideBySideAreThoseWalkedAlone) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Scenario house = random_house(seed);
        if (seed % 4 == 3)
            house.stages[0].people = 20'000;  // a crowd, of which some cells are small
        const Plan plan = make_plan(house);
        EXPECT_EQ(plan.crowded, seed % 4 == 3);
        Walks walks(plan, seed);
        Walk alone(plan, seed);
        const std::size_t futures = seed % 2 == 0 ? Row::kWidth : 5;
        // The lower half of their numbers full, or the upper one not empty.
        const std::uint64_t half = std::uint64_t{1} << 32;
        const std::uint64_t first = seed % 3 == 0 ? 5 * half : half - futures;
        for (std::size_t lane = 0; lane < futures; ++lane) {
            walks.start(first, futures);
            alone.start(first + lane);
            for (int month = 1; month <= plan.months; ++month) {
                walks.step();
                alone.step();
                for (std::size_t cell = 0; cell < plan.start.size(); ++cell) {
                    ASSERT_EQ(walks.cells()[cell].of[lane], alone.cells()[cell]);
                }
                for (std::size_t s = 0; s < plan.stages.size(); ++s) {
                    ASSERT_EQ(walks.stages()[s].made_ready.of[lane], alone.stages()[s].made_ready);
                    ASSERT_EQ(walks.stages()[s].left.of[lane], alone.stages()[s].left);
                    ASSERT_EQ(walks.stages()[s].opened.of[lane], alone.stages()[s].opened);
                }
            }
        }
    }
}

// The claim in walk.hpp: a ladder with attrition nowhere higher than further down, hires at its foot only, and success.
Scenario random_ladder(base::Random& random) {
    std::vector<Stage> stages;
    std::vector<Path> paths;
    double attrition = pick(random, 0, 80);
    const std::size_t count = 2 + random.below(3);
    for (std::size_t s = 0; s < count; ++s) {
        Stage stage = stage_of(static_cast<int>(random.below(25)), attrition, 0,
                               s == 0 ? pick(random, 0, 100) : 0, pick(random, 1, 5));
        stage.seats = {{0, static_cast<int>(random.below(25))},
                       {12, static_cast<int>(random.below(40))}};
        stages.push_back(stage);
        attrition = pick(random, 0, attrition);
        if (s > 0) {
            paths.push_back(
                path_of(s - 1, s, pick(random, 6, 40), 1 + static_cast<int>(random.below(4))));
            paths.back().ready = static_cast<int>(
                random.below(static_cast<std::uint32_t>(stages[s - 1].people) + 1));
        }
    }
    return scenario_of(std::move(stages), std::move(paths));
}

TEST(Walk, FasterDevelopmentWidensNoGapInAnyFutureOfALadder) {
    base::Random random(12);
    int ahead = 0;
    for (int house = 0; house < 300; ++house) {
        const Scenario slow_house = random_ladder(random);
        Scenario fast_house = slow_house;
        Path& path =
            fast_house.paths[random.below(static_cast<std::uint32_t>(fast_house.paths.size()))];
        path.months_to_ready.value =
            std::max(4.0, path.months_to_ready.value * pick(random, 0.3, 1));
        const Plan slow_plan = make_plan(slow_house);
        const Plan fast_plan = make_plan(fast_house);
        const std::size_t top = slow_house.stages.size() - 1;
        Walk slow(slow_plan, 77);
        Walk fast(fast_plan, 77);
        for (std::uint64_t future = 0; future < 20; ++future) {
            slow.start(future);
            fast.start(future);
            std::int32_t slow_gap = 0;  // demand less supply, so far
            std::int32_t fast_gap = 0;
            for (int month = 0; month < slow_plan.months; ++month) {
                slow.step();
                fast.step();
                std::int32_t lead = 0;  // of those who have come so far or farther
                for (std::size_t cell = 0; cell < slow.cells().size(); ++cell) {
                    lead += fast.cells()[cell] - slow.cells()[cell];
                    ASSERT_GE(lead, 0) << house << " " << future << " " << month;
                }
                const Happened& s = slow.stages()[top];
                const Happened& f = fast.stages()[top];
                ASSERT_LE(f.unfilled, s.unfilled);
                slow_gap += s.opened - s.made_ready;
                fast_gap += f.opened - f.made_ready;
                ASSERT_LE(fast_gap, slow_gap);
                if (f.unfilled < s.unfilled) ++ahead;
            }
        }
    }
    EXPECT_GT(ahead, 1000);  // so it is not that nothing changed
}

TEST(Walk, FewerLeaveOfTheSamePeopleWhereAttritionIsLower) {
    const Plan more = make_plan(scenario_of({stage_of(200, 20, 0)}, {}));
    const Plan fewer = make_plan(scenario_of({stage_of(200, 19, 0)}, {}));
    Walk a(more, 5);
    Walk b(fewer, 5);
    int left = 0;
    for (std::uint64_t future = 0; future < 200; ++future) {
        a.start(future);
        b.start(future);
        a.step();
        b.step();
        ASSERT_GE(a.stages()[0].left, b.stages()[0].left);
        left += a.stages()[0].left - b.stages()[0].left;
    }
    EXPECT_GT(left, 0);
}

TEST(Walk, ThroughTheExtremes) {
    for (const int people : {0, 100'000}) {
        for (const double attrition : {0.0, 100.0}) {
            for (const double months : {1.0, 600.0}) {
                std::vector<Stage> stages;
                std::vector<Path> paths;
                for (std::size_t s = 0; s < 60; ++s) {
                    stages.push_back(stage_of(s % 2 == 0 ? people : 0, attrition, people, 50, 2));
                    if (s > 0) paths.push_back(path_of(s - 1, s, months, 12, 50));
                }
                const Plan plan = make_plan(scenario_of(std::move(stages), std::move(paths), 12));
                Walk walk(plan, 1);
                for (int month = 0; month < plan.months; ++month) {
                    walk.step();
                    for (const Happened& each : walk.stages()) {
                        ASSERT_GE(each.people, 0);
                        ASSERT_LE(each.people, 100'000);
                        ASSERT_TRUE(people > 0 || each.unfilled == 0);
                        ASSERT_TRUE(attrition > 0 || each.left == 0);
                    }
                }
            }
        }
    }
}

TEST(Walk, EverybodyLeavesWhereEverybodyDoes) {
    const Plan plan = make_plan(scenario_of({stage_of(50, 100, 50), stage_of(50, 0, 50)}, {}));
    Walk walk(plan, 3);
    walk.step();
    EXPECT_EQ(walk.stages()[0].people, 0);
    EXPECT_EQ(walk.stages()[0].left, 50);
    EXPECT_EQ(walk.stages()[1].people, 50);
}

TEST(Walk, APromotionsVacancyIsFilledInTheSameMonth) {
    Scenario house = scenario_of({stage_of(3, 0, 3, 100, 1), stage_of(2, 0, 2), stage_of(0, 0, 1)},
                                 {path_of(0, 1, 600), path_of(1, 2, 600)});
    house.paths[0].ready = 1;
    house.paths[1].ready = 1;
    const Plan plan = make_plan(house);
    Walk walk(plan, 1);
    EXPECT_EQ(walk.vacancies_at_start(2), 1);
    EXPECT_EQ(walk.bench_at_start(1), 1);
    walk.step();
    for (const std::size_t s : {0u, 1u, 2u}) EXPECT_EQ(walk.stages()[s].unfilled, 0) << s;
    EXPECT_EQ(walk.stages()[1].opened, 1);
    EXPECT_EQ(walk.stages()[0].hired, 1);
}

TEST(Walk, TwoPathsIntoOneStageShareItsVacancies) {
    Scenario house = scenario_of({stage_of(6, 0, 6), stage_of(3, 0, 3), stage_of(0, 0, 3)},
                                 {path_of(0, 2, 600), path_of(1, 2, 600)});
    house.paths[0].ready = 6;
    house.paths[1].ready = 3;
    const Plan plan = make_plan(house);
    Walk walk(plan, 1);
    walk.step();
    EXPECT_EQ(walk.stages()[2].people, 3);
    EXPECT_EQ(walk.stages()[0].promoted_out, 2);
    EXPECT_EQ(walk.stages()[1].promoted_out, 1);
}

TEST(Walk, WhoDoesNotSucceedDoesTheLastPhaseAgainOrWaits) {
    Scenario house =
        scenario_of({stage_of(4, 0, 4), stage_of(0, 0, 4)}, {path_of(0, 1, 600, 2, 0)});
    house.paths[0].ready = 4;
    const Plan again = make_plan(house);
    Walk walk(again, 1);
    walk.step();
    EXPECT_EQ(walk.cells()[again.paths[0].last], 4);
    EXPECT_EQ(walk.stages()[1].made_ready, -4);
    house.paths[0].retry_months = Parameter{1, Origin::kAssumed, {}};
    const Plan waits = make_plan(house);
    Walk waiting(waits, 1);
    waiting.step();
    EXPECT_EQ(waiting.cells()[waits.paths[0].waiting], 4);
    waiting.step();
    EXPECT_EQ(waiting.stages()[1].submitted, 4);  // ready again after a month, and not again
    EXPECT_EQ(waiting.stages()[1].made_ready, 0);
}

}  // namespace
}  // namespace vgap::flow
