#include "core/flow/compare.hpp"

#include <algorithm>

namespace vgap::flow {

namespace {

constexpr double kTenth = 0.1;
constexpr double kErrors = 2;

std::vector<Cost> costs_of(const Plan& plan, std::uint64_t seed, std::uint64_t futures) {
    Futures run(plan, seed);
    run.keep_costs();
    run.advance(futures);
    return run.costs();
}

double turned(const Turnable& turnable) {
    const double step = turnable.value * kTenth;
    const double to =
        turnable.helps == Helps::kLess ? turnable.value - step : turnable.value + step;
    return std::clamp(to, turnable.least, std::max(turnable.least, turnable.most));
}

}  // namespace

std::vector<Difference> compare(const std::vector<Cost>& before, const std::vector<Cost>& after,
                                std::size_t columns) {
    std::vector<Histogram> seat_months(columns);
    std::vector<Histogram> overdue(columns);
    for (std::size_t at = 0; at < std::min(before.size(), after.size()); ++at) {
        seat_months[at % columns].add(after[at].seat_months - before[at].seat_months);
        overdue[at % columns].add(after[at].overdue - before[at].overdue);
    }
    std::vector<Difference> differences;
    for (std::size_t at = 0; at < columns; ++at) {
        differences.push_back({seat_months[at].mean(), overdue[at].mean()});
    }
    return differences;
}

Levers::Levers(const Scenario& scenario, std::uint64_t seed, std::uint64_t futures, Which which)
    : scenario_(scenario), seed_(seed), futures_(futures) {
    for (const Turnable& each : turnables_of(scenario)) {
        const double to = turned(each);
        if (to == each.value) continue;
        if (which == Which::kDevelopment && each.key != "months_to_ready") continue;
        todo_.push_back({each, to, {}});
    }
}

bool Levers::next() {
    if (left() == 0) return false;
    // No lever raises attrition, so the plan without any has the largest cap.
    const Plan plan = make_plan(scenario_);
    if (before_.empty()) before_ = costs_of(plan, seed_, futures_);
    Lever lever = todo_[done_.size()];
    Scenario changed = scenario_;
    parameter_at(changed, lever.turned).value = lever.to;
    lever.difference =
        compare(before_,
                costs_of(make_plan(changed, Mode::kPull, {}, plan.leave_cap), seed_, futures_),
                scenario_.stages.size() + 1)
            .back();
    done_.push_back(lever);
    return true;
}

std::vector<Lever> Levers::ranked() const {
    std::vector<Lever> ranked = done_;
    std::stable_sort(ranked.begin(), ranked.end(), [](const Lever& a, const Lever& b) {
        return a.difference.seat_months.value < b.difference.seat_months.value;
    });
    return ranked;
}

std::optional<Lever> Levers::bottleneck() const {
    for (const Lever& each : ranked()) {
        const Estimate& change = each.difference.seat_months;
        if (each.turned.key == "months_to_ready" && change.value < -kErrors * change.error) {
            return each;
        }
    }
    return std::nullopt;
}

}  // namespace vgap::flow
