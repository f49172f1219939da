#include "core/flow/futures.hpp"

#include <algorithm>
#include <utility>

namespace vgap::flow {

using base::Four;

namespace {

void merge(std::vector<Histogram>& into, const std::vector<Histogram>& from) {
    for (std::size_t at = 0; at < into.size(); ++at) into[at].merge(from[at]);
}

}  // namespace

void Tally::merge(const Tally& other) {
    futures += other.futures;
    for (std::size_t s = 0; s < stages.size(); ++s) {
        StageTally& mine = stages[s];
        const StageTally& its = other.stages[s];
        for (const auto series : {&StageTally::people, &StageTally::bench, &StageTally::unfilled,
                                  &StageTally::demand, &StageTally::supply, &StageTally::gap}) {
            flow::merge(mine.*series, its.*series);
        }
        for (const auto one : {&StageTally::seat_months, &StageTally::overdue, &StageTally::lag}) {
            (mine.*one).merge(its.*one);
        }
    }
    flow::merge(unfilled, other.unfilled);
    seat_months.merge(other.seat_months);
    overdue.merge(other.overdue);
}

Futures::Futures(const Plan& plan, std::uint64_t seed, std::uint64_t first_future,
                 std::vector<Chance> tables)
    : plan_(plan),
      seed_(seed),
      walks_(plan, seed, std::move(tables)),
      next_(first_future),
      cost_(plan.stages.size() + 1),
      opened_(plan.stages.size() * (static_cast<std::size_t>(plan.months) + 1)),
      supply_(plan.stages.size()),
      quarter_(plan.stages.size()) {
    using Months = std::vector<Histogram>;
    const auto months = static_cast<std::size_t>(plan.months) + 1;
    const std::size_t quarters = (months - 1 + kQuarter - 1) / kQuarter;
    tally_.unfilled = Months(months);
    tally_.stages = std::vector<StageTally>(plan.stages.size());
    for (StageTally& each : tally_.stages) {
        for (const auto series : {&StageTally::people, &StageTally::bench, &StageTally::unfilled}) {
            each.*series = Months(months);
        }
        for (const auto series : {&StageTally::demand, &StageTally::supply, &StageTally::gap}) {
            each.*series = Months(quarters);
        }
    }
}

void Futures::advance(std::uint64_t futures) {
    while (futures > 0) {
        const std::uint64_t half = (next_ | UINT32_MAX) - next_ + 1;  // to where Walks::start ends
        const auto now =
            static_cast<std::size_t>(std::min({futures, std::uint64_t{Row::kWidth}, half}));
        some(now);
        futures -= now;
    }
    count_unfilled();
}

Futures Futures::later(std::uint64_t futures) const {
    Futures those(plan_, seed_, next_ + futures);
    those.keeps_costs_ = keeps_costs_;
    return those;
}

void Futures::join(const Futures& next) {
    tally_.merge(next.tally_);
    costs_.insert(costs_.end(), next.costs_.begin(), next.costs_.end());
    next_ = next.next_;
}

void Futures::some(std::size_t futures) {
    walks_.start(next_, futures);
    next_ += futures;
    std::fill(cost_.begin(), cost_.end(), Costs{});
    std::fill(quarter_.begin(), quarter_.end(), Quarter{});
    count(0);
    for (int month = 1; month <= plan_.months; ++month) {
        walks_.step();
        count(month);
    }
    conclude();
    tally_.futures += futures;
}

void Futures::count(int month) {
    const auto m = static_cast<std::size_t>(month);
    const auto months = static_cast<std::size_t>(plan_.months) + 1;
    const bool quarter_ends = month > 0 && (month % kQuarter == 0 || month == plan_.months);
    const bool patience_ends = month > 0 && month >= plan_.patience;
    const std::size_t then = patience_ends ? m - static_cast<std::size_t>(plan_.patience) : 0;
    const Row none{};
    Row all_unfilled{};
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
        const HappenedRows& now = walks_.stages()[s];
        StageTally& tally = tally_.stages[s];
        add(tally.people[m], now.people);
        add(tally.bench[m], now.bench);
        Row* const opened = opened_.data() + s * months;
        if (month == 0) {
            for (std::size_t at = 0; at < walks_.futures(); at += 4) {
                all_unfilled.add(at, now.unfilled.four(at));
            }
            opened[0] = now.unfilled;
            supply_[s] = now.bench;
            continue;
        }
        const Row& before = then > 0 ? opened[then - 1] : none;
        for (std::size_t at = 0; at < walks_.futures(); at += 4) {
            const Four unfilled = now.unfilled.four(at);
            all_unfilled.add(at, unfilled);
            opened[m].set(at, opened[m - 1].four(at) + now.opened.four(at));
            supply_[s].add(at, now.made_ready.four(at));
            quarter_[s].demand.add(at, now.opened.four(at));
            quarter_[s].supply.add(at, now.made_ready.four(at));
            cost_[s].seat_months.add(at, unfilled);
            if (!patience_ends) continue;
            // Seats are filled in the order in which they came open; of those that came open so many months ago, these still are.
            const Four filled = base::larger(opened[m].four(at) - unfilled, before.four(at));
            cost_[s].overdue.add(at, base::larger(base::four(0), opened[then].four(at) - filled));
        }
        if (quarter_ends) count_quarter((m - 1) / kQuarter, s);
    }
    add(tally_.unfilled[m], all_unfilled);
}

void Futures::count_quarter(std::size_t quarter, std::size_t stage) {
    StageTally& tally = tally_.stages[stage];
    Quarter& past = quarter_[stage];
    add(tally.demand[quarter], past.demand);
    add(tally.supply[quarter], past.supply);
    for (std::size_t at = 0; at < walks_.futures(); at += 4) {
        past.demand.take(at, past.supply.four(at));
    }
    add(tally.gap[quarter], past.demand);
    past = {};
}

void Futures::conclude() {
    const auto months = static_cast<std::size_t>(plan_.months) + 1;
    Costs& all = cost_.back();
    Row lag{};
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
        StageTally& tally = tally_.stages[s];
        for (std::size_t at = 0; at < walks_.futures(); at += 4) {
            Four behind =
                base::four(0);  // in how many months was demand above what supply is at last
            for (std::size_t m = 0; m < months; ++m) {
                behind -= opened_[s * months + m].four(at) > supply_[s].four(at);
            }
            lag.set(at, base::smaller(behind, base::four(plan_.months)));
            all.seat_months.add(at, cost_[s].seat_months.four(at));
            all.overdue.add(at, cost_[s].overdue.four(at));
        }
        add(tally.lag, lag);
        add(tally.seat_months, cost_[s].seat_months);
        add(tally.overdue, cost_[s].overdue);
    }
    add(tally_.seat_months, all.seat_months);
    add(tally_.overdue, all.overdue);
    for (std::size_t lane = 0; keeps_costs_ && lane < walks_.futures(); ++lane) {
        for (const Costs& each : cost_) {
            costs_.push_back({each.seat_months.of[lane], each.overdue.of[lane]});
        }
    }
}

Run::Run(const Scenario& scenario, std::uint64_t seed, std::uint64_t least_cap,
         std::vector<Chance> tables)
    : plan(make_plan(scenario, Mode::kPull, {}, least_cap)),
      futures(plan, seed, 0, std::move(tables)) {}

// What a seat lacks is a person, so this follows from how many people there were.
void Futures::count_unfilled() {
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
        StageTally& tally = tally_.stages[s];
        for (int month = 0; month <= plan_.months; ++month) {
            const auto m = static_cast<std::size_t>(month);
            tally.unfilled[m].become_lacking(tally.people[m], plan_.seats_at(month, s));
        }
    }
}

}  // namespace vgap::flow
