// flow/walk — one possible future of a pipeline, month after month.
//
// In      Plan; seed; which of the futures
// Out     after each step the people of each cell, and what happened at each stage in the month, in this order:
//         1. attrition. 2. development: each person on a path may do one phase, those who wait may be ready again. Then
//         stage by stage from the top down, so that a promotion's own vacancy is filled in the same month:
//         3. vacancies = max(0, seats - people). 4. as many ready people submit as there are vacancies, of several paths in
//         proportion; those who do not succeed do their last phase again, or wait. 5. external hires arrive.
//         6. what is left is unfilled. New people join the stage's paths by their shares, in the first phase
//         Push mode knows no vacancies: everybody who is ready submits, and the recruits of the plan arrive
// Errors  none
// Source  MODEL.md §6. Random numbers are by place: (seed, future, month, path or stage, draw), flow/chance for how many. Who
//         leaves is drawn by rank: along the cells from the top of the house, one in leave_cap^-1 people is looked
//         at, and leaves by the stage's share of that; so a future in which people are further along loses the same ranks. Where
//         attrition is nowhere higher than further down, nobody comes from outside above the lowest stage, every stage has at
//         most one path in and one out with everybody on it, and submissions succeed, faster development lowers
//         in no future and in no month the number of people who have come so far or farther, so it widens no gap. Where
//         these do not hold that is not so even on average: who is promoted earlier may leave earlier from where more leave
// Cost    a step: a Philox block for each path that has people, and a comparison for each phase
// Tested  tests/core/flow/walk_test.cpp, tests/core/flow/push_test.cpp
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/philox.hpp"
#include "core/flow/chance.hpp"
#include "core/flow/plan.hpp"

namespace vgap::flow {

// At one stage, in one month. Promotions are into it unless said otherwise.
struct Happened {
    std::int32_t people = 0;  // at its end
    std::int32_t bench = 0;   // ready for it, at its end
    std::int32_t vacancies = 0;
    std::int32_t unfilled = 0;
    std::int32_t opened = 0;  // vacancies that were not there at the end of the month before
    std::int32_t left = 0;
    std::int32_t submitted = 0;
    std::int32_t promoted = 0;
    std::int32_t promoted_out = 0;
    std::int32_t hired = 0;
    std::int32_t made_ready = 0;  // less those whom a submission showed not to be
};

class Walk {
  public:
    // The plan must outlive the walk.
    Walk(const Plan& plan, std::uint64_t seed);

    void start(std::uint64_t future);
    void step();

    int month() const { return month_; }
    std::span<const Happened> stages() const { return happened_; }
    std::span<const std::int32_t> cells() const { return cells_; }
    std::int32_t vacancies_at_start(std::size_t stage) const { return vacancies_[stage]; }
    std::int32_t bench_at_start(std::size_t stage) const { return bench_[stage]; }

  private:
    base::PhiloxBlock block(std::uint32_t stream, std::uint32_t number) const;
    std::uint32_t word(std::uint32_t stream, std::uint32_t slot) const;
    void draw_blocks();
    const base::PhiloxBlock& first_of_path(std::size_t path) const { return blocks_[path]; }
    std::uint32_t word_of_stage(std::size_t stage, std::uint32_t slot) const;
    std::int32_t draw(std::size_t chance, std::int32_t n, std::uint32_t stream, std::uint32_t slot,
                      std::uint32_t u);
    std::size_t chance_of(std::uint64_t probability);

    void leave();
    void leave_by_cells();
    void develop(std::size_t path);
    void submit(std::size_t stage, std::int32_t places);
    void let_submit(std::size_t path, std::int32_t people);
    void enter(std::size_t stage);

    struct PathChances {
        std::size_t develop, succeed, retry;
    };
    struct StageChances {
        std::size_t hire, leave;
        std::uint64_t accept;  // of the ranks that are looked at
        std::vector<std::size_t> enter;
    };

    const Plan& plan_;
    base::PhiloxKey key_;
    std::vector<Chance> chances_;
    std::vector<PathChances> of_path_;
    std::vector<StageChances> of_stage_;
    Gap gap_;
    bool anybody_leaves_ = false;
    std::vector<std::int32_t> vacancies_, bench_, people_;  // of each stage at the start

    std::uint64_t future_ = 0;
    int month_ = 0;
    std::vector<std::int32_t> cells_;
    std::vector<Happened> happened_;
    std::vector<base::PhiloxBlock>
        blocks_;  // this month's: the first of each path, of each stage, and of the leavers
    std::size_t leaver_blocks_ = 0;
};

}  // namespace vgap::flow
