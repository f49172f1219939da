#include "core/flow/plan.hpp"

#include <algorithm>
#include <cmath>

#include "core/flow/chance.hpp"
#include "core/flow/read.hpp"

namespace vgap::flow {

namespace {

constexpr double kMonthsOfYear = 12;
constexpr std::uint64_t kLeastCap = kSure / 128;

double share(const Parameter& parameter) {
    return parameter.value / 100;
}

std::int32_t planned_seats(const std::vector<Planned>& points, int month) {
    if (points.empty()) return 0;
    if (month <= points.front().month) return points.front().seats;
    for (std::size_t at = 1; at < points.size(); ++at) {
        const Planned& a = points[at - 1];
        const Planned& b = points[at];
        if (month > b.month) continue;
        const double way = static_cast<double>(month - a.month) / (b.month - a.month);
        return static_cast<std::int32_t>(std::floor(a.seats + way * (b.seats - a.seats) + 0.5));
    }
    return points.back().seats;
}

void plan_seats(const Scenario& scenario, Plan& plan) {
    const std::size_t stages = scenario.stages.size();
    plan.seats = std::vector<std::int32_t>(static_cast<std::size_t>(plan.months + 1) * stages);
    for (int month = 0; month <= plan.months; ++month) {
        std::int32_t* const now = plan.seats.data() + static_cast<std::size_t>(month) * stages;
        for (std::size_t s = 0; s < stages; ++s) {
            now[s] = planned_seats(scenario.stages[s].seats, month);
        }
        for (const Capability& each : scenario.capabilities) {
            if (month >= each.by_month) now[each.stage] += each.seats;
        }
    }
}

// A stage has its turn when all stages that it leads to have had theirs; in a circle, which only push mode has, in file order.
std::vector<std::size_t> from_the_top(const Plan& plan) {
    std::vector<std::size_t> order;
    std::vector<bool> placed(plan.stages.size(), false);
    while (order.size() < plan.stages.size()) {
        const std::size_t before = order.size();
        for (std::size_t s = plan.stages.size(); s-- > 0;) {
            const std::vector<std::size_t>& out = plan.stages[s].out;
            if (placed[s] || !std::all_of(out.begin(), out.end(), [&](std::size_t p) {
                    return placed[plan.paths[p].to];
                })) {
                continue;
            }
            placed[s] = true;
            order.push_back(s);
        }
        if (order.size() > before) continue;
        for (std::size_t s = 0; s < placed.size(); ++s) {
            if (!placed[s]) order.push_back(s);
            placed[s] = true;
        }
    }
    return order;
}

void plan_path(const Path& path, PathPlan& made) {
    made.from = path.from;
    made.to = path.to;
    made.most_phases = path.phases;
    made.phases = phases_within(path.months_to_ready.value, path.phases);
    made.develop = quantised_chance(made.phases / path.months_to_ready.value);
    made.succeed = quantised_chance(share(path.success_pct));
    if (path.retry_months) made.retry = quantised_chance(1 / path.retry_months->value);
}

void plan_shares(const Scenario& scenario, StagePlan& stage) {
    double rest = 1;
    for (const std::size_t p : stage.out) {
        const double part = share(scenario.paths[p].share_pct);
        stage.enter.push_back(rest > 0 ? quantised_chance(part / rest) : 0);
        rest = std::max(0.0, rest - part);
        constexpr double kNothing = 1e-12;
        if (rest < kNothing) rest = 0;
    }
}

// Cells of a stage, with the people who are in them at the start.
void place_people(const Scenario& scenario, const std::vector<int>& on_path, std::size_t at,
                  Plan& plan) {
    StagePlan& stage = plan.stages[at];
    int elsewhere = scenario.stages[at].people;
    for (const std::size_t p : stage.out) {
        PathPlan& path = plan.paths[p];
        const int ready = scenario.paths[p].ready;
        elsewhere -= on_path[p];
        path.ready = path.waiting = plan.start.size();
        plan.start.push_back(ready);
        if (path.retry > 0) {
            path.waiting = plan.start.size();
            plan.start.push_back(0);
        }
        path.last = plan.start.size();
        const int developing = on_path[p] - ready;
        for (int phase = path.phases; phase-- > 0;) {
            const bool one_more = phase < developing % path.phases;
            plan.start.push_back(developing / path.phases + (one_more ? 1 : 0));
        }
    }
    plan.start.push_back(elsewhere);
    stage.end = plan.start.size();
}

}  // namespace

double monthly(double share_of_a_year) {
    return 1 - std::pow(1 - share_of_a_year, 1 / kMonthsOfYear);
}

int phases_within(double months, int phases) {
    return months >= phases ? phases : std::max(1, static_cast<int>(std::floor(months)));
}

Plan make_plan(const Scenario& scenario, Mode mode, std::vector<std::int32_t> recruits,
               std::uint64_t least_cap) {
    Plan plan;
    plan.mode = mode;
    plan.months = scenario.months;
    plan.patience = scenario.patience_months;
    plan.recruits = std::move(recruits);
    plan.recruits.resize(scenario.stages.size());
    plan.stages = std::vector<StagePlan>(scenario.stages.size());
    plan.paths = std::vector<PathPlan>(scenario.paths.size());
    plan_seats(scenario, plan);
    plan.leave_cap = std::max(kLeastCap, least_cap);
    for (std::size_t s = 0; s < scenario.stages.size(); ++s) {
        const Stage& stage = scenario.stages[s];
        StagePlan& made = plan.stages[s];
        made.leave = quantised_chance(monthly(share(stage.attrition_pct)));
        made.hire = quantised_chance(share(stage.external_share_pct) /
                                     std::max(1.0, stage.external_lead_months.value));
        while (plan.leave_cap < made.leave) {
            plan.leave_cap = std::min(kSure, plan.leave_cap + plan.leave_cap / 4);
        }
        made.critical = stage.critical_seats.value_or(0);
    }
    for (std::size_t p = 0; p < scenario.paths.size(); ++p) {
        plan_path(scenario.paths[p], plan.paths[p]);
        plan.stages[scenario.paths[p].from].out.push_back(p);
        plan.stages[scenario.paths[p].to].in.push_back(p);
    }
    for (StagePlan& stage : plan.stages) plan_shares(scenario, stage);
    plan.order = from_the_top(plan);
    const std::vector<int> on_path = people_on_paths(scenario);
    for (const std::size_t s : plan.order) place_people(scenario, on_path, s, plan);
    for (std::size_t s = 0; s < plan.stages.size(); ++s) {
        std::int64_t most = scenario.stages[s].people;
        if (mode == Mode::kPush) most += std::int64_t{plan.recruits[s]} * plan.months;
        for (int month = 0; mode == Mode::kPull && month <= plan.months; ++month) {
            most = std::max<std::int64_t>(most, plan.seats_at(month, s));
        }
        plan.most_people += most;
    }
    plan.crowded = plan.most_people > kCrowd;
    return plan;
}

}  // namespace vgap::flow
