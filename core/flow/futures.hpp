// flow/futures — many futures of one plan, counted: as many as there is time for, and more whenever there is more.
//
// In      Plan, seed; how many futures next. A few hundred take a millisecond and are a first picture; each slice makes it finer
// Out     Tally: for each stage and month people, bench and unfilled seats; for each stage and quarter demand (seats opened), supply
//         (people made ready) and their difference, the velocity gap; for each stage unfilled seat-months, seats that stayed
//         empty through the patience of the plan (a house that cannot wait has promoted somebody who was not ready), and the lag:
//         the months since cumulative demand was what cumulative supply is at the end; supply begins with the bench, demand
//         with the vacancies of the start. A lag of all months is one of at least as many
//         costs: what each future cost, so that two plans are compared future by future (flow/compare)
// Errors  none
// Source  MODEL.md §6
// Cost    futures · months · stages · 25 ns or so
// Tested  tests/core/flow/futures_test.cpp
#pragma once

#include <cstdint>
#include <vector>

#include "core/flow/histogram.hpp"
#include "core/flow/walk.hpp"

namespace vgap::flow {

inline constexpr int kQuarter = 3;  // months

struct StageTally {
    std::vector<Histogram> people, bench, unfilled;  // months from 0
    std::vector<Histogram> demand, supply, gap;      // quarters; the last one may be short
    Histogram seat_months, overdue, lag;
};

struct Tally {
    std::uint64_t futures = 0;
    std::vector<StageTally> stages;
    std::vector<Histogram> unfilled;  // of all stages, months from 0
    Histogram seat_months, overdue;

    void merge(const Tally& other);
};

// Of one future; one for each stage, and of all at last.
struct Cost {
    std::int32_t seat_months = 0;
    std::int32_t overdue = 0;
};

class Futures {
  public:
    // The plan must outlive them. Tables: as in flow/walk.
    Futures(const Plan& plan, std::uint64_t seed, std::uint64_t first_future = 0,
            std::vector<Chance> tables = {});
    std::vector<Chance> give_tables() { return walks_.give_tables(); }  // and advance no more

    void advance(std::uint64_t futures);

    // Somewhere else at the same time: the ones that begin so many futures later; and those taken in, in their order, once these have
    // come to where they began. What comes out is as if one after the other.
    Futures later(std::uint64_t futures) const;
    void join(const Futures& next);

    const Plan& plan() const { return plan_; }
    const Tally& tally() const { return tally_; }

    // From now on keep what each future cost.
    void keep_costs() { keeps_costs_ = true; }
    const std::vector<Cost>& costs() const { return costs_; }

  private:
    struct Costs {
        Row seat_months, overdue;
    };
    struct Quarter {
        Row demand, supply;
    };
    void some(std::size_t futures);
    void count(int month);
    void count_quarter(std::size_t quarter, std::size_t stage);
    void conclude();
    void count_unfilled();
    void add(Histogram& to, const Row& row) { to.add({row.of, walks_.futures()}); }

    const Plan& plan_;
    std::uint64_t seed_;
    Walks walks_;
    std::uint64_t next_;
    Tally tally_;
    bool keeps_costs_ = false;
    std::vector<Cost> costs_;
    // Of the futures that are walked.
    std::vector<Costs> cost_;
    std::vector<Row> opened_;       // cumulative, months from 0 of stage after stage
    std::vector<Row> supply_;       // cumulative, of each stage
    std::vector<Quarter> quarter_;  // of each stage
};

// A plan with its futures, which refer to it.
struct Run {
    explicit Run(const Scenario& scenario, std::uint64_t seed, std::uint64_t least_cap = 0,
                 std::vector<Chance> tables = {});
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    Plan plan;
    Futures futures;
};

}  // namespace vgap::flow
