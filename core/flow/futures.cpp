#include "core/flow/futures.hpp"

#include <algorithm>

namespace vgap::flow {

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

Futures::Futures(const Plan& plan, std::uint64_t seed, std::uint64_t first_future)
    : plan_(plan), walk_(plan, seed), next_(first_future) {
    const std::size_t stages = plan.stages.size();
    const auto months = static_cast<std::size_t>(plan.months) + 1;
    const std::size_t quarters = (months - 1 + kQuarter - 1) / kQuarter;
    tally_.unfilled.resize(months);
    tally_.stages.resize(stages);
    for (StageTally& each : tally_.stages) {
        for (const auto series : {&StageTally::people, &StageTally::bench, &StageTally::unfilled}) {
            (each.*series).resize(months);
        }
        for (const auto series : {&StageTally::demand, &StageTally::supply, &StageTally::gap}) {
            (each.*series).resize(quarters);
        }
    }
    cost_.resize(stages + 1);
    opened_.resize(stages * months);
    supply_.resize(stages);
    quarter_.resize(2 * stages);
}

void Futures::advance(std::uint64_t futures) {
    for (; futures > 0; --futures) one();
}

void Futures::one() {
    walk_.start(next_++);
    std::fill(cost_.begin(), cost_.end(), Cost{});
    std::fill(quarter_.begin(), quarter_.end(), 0);
    std::fill(supply_.begin(), supply_.end(), 0);
    count(0);
    for (int month = 1; month <= plan_.months; ++month) {
        walk_.step();
        count(month);
    }
    conclude();
    ++tally_.futures;
}

void Futures::count(int month) {
    const auto m = static_cast<std::size_t>(month);
    const auto months = static_cast<std::size_t>(plan_.months) + 1;
    const bool quarter_ends = month > 0 && (month % kQuarter == 0 || month == plan_.months);
    const std::size_t quarter = (m + kQuarter - 1) / kQuarter - (m > 0 ? 1 : 0);
    std::int32_t all_unfilled = 0;
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
        const Happened& now = walk_.stages()[s];
        StageTally& tally = tally_.stages[s];
        tally.people[m].add(now.people);
        tally.bench[m].add(now.bench);
        tally.unfilled[m].add(now.unfilled);
        all_unfilled += now.unfilled;
        std::int32_t* const opened = opened_.data() + s * months;
        if (month == 0) {
            opened[0] = now.unfilled;
            supply_[s] = now.bench;
            continue;
        }
        opened[m] = opened[m - 1] + now.opened;
        supply_[s] += now.made_ready;
        quarter_[2 * s] += now.opened;
        quarter_[2 * s + 1] += now.made_ready;
        cost_[s].seat_months += now.unfilled;
        // Seats are filled in the order in which they came open; of those that came open so many months ago, these still are.
        if (month >= plan_.patience) {
            const std::size_t then = m - static_cast<std::size_t>(plan_.patience);
            const std::int32_t before = then > 0 ? opened[then - 1] : 0;
            const std::int32_t filled = opened[m] - now.unfilled;
            cost_[s].overdue += std::max(0, opened[then] - std::max(filled, before));
        }
        if (quarter_ends) {
            tally.demand[quarter].add(quarter_[2 * s]);
            tally.supply[quarter].add(quarter_[2 * s + 1]);
            tally.gap[quarter].add(quarter_[2 * s] - quarter_[2 * s + 1]);
            quarter_[2 * s] = quarter_[2 * s + 1] = 0;
        }
    }
    tally_.unfilled[m].add(all_unfilled);
}

void Futures::conclude() {
    const auto months = static_cast<std::size_t>(plan_.months) + 1;
    Cost& all = cost_.back();
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
        StageTally& tally = tally_.stages[s];
        const auto opened = opened_.begin() + static_cast<std::ptrdiff_t>(s * months);
        const auto met =
            std::upper_bound(opened, opened + static_cast<std::ptrdiff_t>(months), supply_[s]);
        const auto behind = opened + static_cast<std::ptrdiff_t>(months) - met;
        tally.lag.add(std::min(static_cast<std::int32_t>(behind), plan_.months));
        tally.seat_months.add(cost_[s].seat_months);
        tally.overdue.add(cost_[s].overdue);
        all.seat_months += cost_[s].seat_months;
        all.overdue += cost_[s].overdue;
    }
    tally_.seat_months.add(all.seat_months);
    tally_.overdue.add(all.overdue);
    if (keeps_costs_) costs_.insert(costs_.end(), cost_.begin(), cost_.end());
}

}  // namespace vgap::flow
