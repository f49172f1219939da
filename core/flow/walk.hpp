// flow/walk — possible futures of a pipeline, month after month: many side by side, or one.
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
// Source  MODEL.md §6. Random numbers are by place: (seed, future, month, draw of a path or stage), flow/chance for how many. Who
//         leaves is drawn by rank: along the cells from the top of the house, one in leave_cap^-1 people is looked
//         at, and leaves by the stage's share of that; so a future in which people are further along loses the same ranks. Where
//         attrition is nowhere higher than further down, nobody comes from outside above the lowest stage, every stage has at
//         most one path in and one out with everybody on it, and submissions succeed, faster development lowers
//         in no future and in no month the number of people who have come so far or farther, so it widens no gap. Where
//         these do not hold that is not so even on average: who is promoted earlier may leave earlier from where more leave
// Cost    a step of a future: an eighth of a Philox block, a load and an addition for each draw; 16 bits are enough for most
// Tested  tests/core/flow/walk_test.cpp, tests/core/flow/push_test.cpp
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/base/four.hpp"
#include "core/base/philox.hpp"
#include "core/flow/chance.hpp"
#include "core/flow/plan.hpp"

namespace vgap::flow {

// A number of each of the futures that are walked side by side.
struct alignas(16) Row {
    static constexpr std::size_t kWidth = 32;

    std::int32_t of[kWidth];

    base::Four four(std::size_t at) const { return base::load_four<base::Four>(of + at); }
    void set(std::size_t at, base::Four to) { base::store_four(of + at, to); }
    void add(std::size_t at, base::Four more) { set(at, four(at) + more); }
    void take(std::size_t at, base::Four less) { set(at, four(at) - less); }
};

// At one stage, in one month. Promotions are into it unless said otherwise.
template <class Number>
struct HappenedAs {
    Number people{};  // at its end
    Number bench{};   // ready for it, at its end
    Number vacancies{};
    Number unfilled{};
    Number opened{};  // vacancies that were not there at the end of the month before
    Number left{};
    Number submitted{};
    Number promoted{};
    Number promoted_out{};
    Number hired{};
    Number made_ready{};  // less those whom a submission showed not to be
};
using Happened = HappenedAs<std::int32_t>;
using HappenedRows = HappenedAs<Row>;

// What is not inlined is so for browsers: they optimise a function in the background and go over to it at its next call, so one that
// holds everything is slow for long; and its numbers fit no registers.
class Walks {
  public:
    // The plan must outlive the walks. Tables that were made for a plan much like it are taken where they fit.
    Walks(const Plan& plan, std::uint64_t seed, std::vector<Chance> tables = {});
    std::vector<Chance> give_tables() { return std::move(chances_); }  // and walk no more

    // At most Row::kWidth, and none beyond the next multiple of 2^32, which is where the upper half of their numbers changes.
    void start(std::uint64_t first_future, std::size_t futures);
    [[gnu::noinline]] void step();

    int month() const { return month_; }
    std::size_t futures() const { return futures_; }
    std::span<const HappenedRows> stages() const { return happened_; }
    std::span<const Row> cells() const { return cells_; }

  private:
    static constexpr int kRounds = 7;
    using Philox = base::PhiloxFour<kRounds>;

    base::PhiloxBlock block(std::size_t lane, std::uint32_t number) const;
    [[gnu::noinline]] void draw_block(std::uint32_t number, std::int32_t* words,
                                      std::size_t apart) const;
    std::uint32_t further(std::size_t lane, std::uint32_t place) const;
    std::size_t chance_of(std::uint64_t probability, std::vector<Chance>& tables);
    [[gnu::noinline]] void draw_numbers();
    [[gnu::noinline]] void draw(std::size_t chance, const Row& n, std::uint32_t slot, Row& into);
    void draw_halves(Chance& chance, const Row& n, std::uint32_t slot, Row& into);
    void draw_crowd(Chance& chance, const Row& n, std::uint32_t slot, Row& into);

    void leave();
    [[gnu::noinline]] void leave_by_rank(std::size_t at);
    std::size_t look(std::size_t at);
    void decide(std::size_t at, std::uint32_t candidate);
    void leave_by_cells();
    void develop(std::size_t path);
    void submit(std::size_t stage);
    void share_places(std::size_t stage, const Row& places);
    void let_submit(std::size_t path, const Row& people);
    void hire(std::size_t stage);
    void enter(std::size_t stage);

    struct PathChances {
        std::size_t develop, succeed, retry;
        std::uint32_t slot;
    };
    struct StageChances {
        std::size_t hire, leave;
        std::uint32_t slot;
        std::size_t first_cell;
        std::vector<std::size_t> enter;
    };
    // Who is looked at and is at this stage leaves if his 16 bits are below a limit, or are the limit, and further ones below a rest.
    struct Leaving {
        std::size_t stage, first_cell, end;
        base::Eight limit;  // of signed numbers, as the bits are
        base::Eight more;   // than at the stage above
        std::uint32_t rest;
    };

    struct LookedAt {
        Row words;                 // of all futures; the others of eight of them
        base::Eight rank, leaver;  // until that is known, the bits that decide it
    };
    static constexpr std::size_t kApart = sizeof(LookedAt) / sizeof(std::int32_t);
    Leaving leaving(std::size_t stage) const;

    const Plan& plan_;
    base::PhiloxKey key_;
    Philox philox_;
    std::vector<Chance> chances_;
    std::vector<PathChances> of_path_;
    std::vector<StageChances> of_stage_;
    Gap gap_;
    bool anybody_leaves_ = false;
    bool few_;  // nowhere more than Chance draws of at once
    std::vector<Happened> at_start_;

    std::uint64_t first_future_ = 0;
    std::size_t futures_ = 0;
    std::size_t width_ = 0;  // futures in whole fours
    int month_ = 0;
    std::vector<Row> cells_;
    std::vector<HappenedRows> happened_;
    base::PhiloxStreams streams_[Row::kWidth / 4];  // of the futures, this month
    std::vector<Row> numbers_;                      // this month's random words: each has two slots
    std::vector<Leaving> leaving_;                  // from the top
    std::vector<base::Eight> up_to_;                // people of each cell and those above
    std::vector<LookedAt> looked_at_;
    std::uint32_t leavers_drawn_ = 0;  // of those, whose words are this month's
    // Written by each part of a step before it is read; members, since GCC takes thirty cycles to zero one.
    Row done_{}, made_ready_{}, people_{}, good_{}, open_{}, rest_{}, joined_{};
};

// One future alone.
class Walk {
  public:
    Walk(const Plan& plan, std::uint64_t seed);

    void start(std::uint64_t future);
    void step();

    int month() const { return walks_.month(); }
    std::span<const Happened> stages() const { return happened_; }
    std::span<const std::int32_t> cells() const { return cells_; }
    std::int32_t vacancies_at_start(std::size_t stage) const { return start_[stage].vacancies; }
    std::int32_t bench_at_start(std::size_t stage) const { return start_[stage].bench; }

  private:
    void look();

    Walks walks_;
    std::vector<Happened> happened_, start_;
    std::vector<std::int32_t> cells_;
};

}  // namespace vgap::flow
