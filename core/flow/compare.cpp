#include "core/flow/compare.hpp"

#include <algorithm>

namespace vgap::flow {

namespace {

constexpr double kTenth = 0.1;
constexpr double kErrors = 2;

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

void Levers::begin() {
    Scenario changed = scenario_;
    // No lever raises attrition, so the plan without any has the largest cap.
    if (!before_.empty()) {
        const Lever& lever = todo_[done_.size()];
        parameter_at(changed, lever.turned).value = lever.to;
    }
    walking_ = std::make_unique<Run>(changed, seed_, leave_cap_);
    walking_->futures.keep_costs();
}

Futures& Levers::walking() {
    if (!walking_) begin();
    return walking_->futures;
}

bool Levers::walk(std::uint64_t most) {
    if (left() == 0) return false;
    if (!walking_) begin();
    Futures& futures = walking_->futures;
    futures.advance(std::min(most, futures_ - futures.tally().futures));
    if (futures.tally().futures < futures_) return true;
    if (before_.empty()) {
        before_ = futures.costs();
        leave_cap_ = walking_->plan.leave_cap;
    } else {
        Lever lever = todo_[done_.size()];
        lever.difference = compare(before_, futures.costs(), scenario_.stages.size() + 1).back();
        const auto closes = [](const Lever& each) { return -each.difference.seat_months.value; };
        done_.push_back(lever);
        for (std::size_t at = done_.size() - 1; at > 0; --at) {
            if (closes(done_[at]) <= closes(done_[at - 1])) break;
            std::swap(done_[at - 1], done_[at]);
        }
    }
    walking_.reset();
    return true;
}

bool Levers::next() {
    const std::size_t before = done_.size();
    while (done_.size() == before && walk(futures_)) {
    }
    return done_.size() > before;
}

std::optional<Lever> Levers::bottleneck() const {
    for (const Lever& each : done_) {
        const Estimate& change = each.difference.seat_months;
        if (each.turned.key == "months_to_ready" && change.value < -kErrors * change.error) {
            return each;
        }
    }
    return std::nullopt;
}

}  // namespace vgap::flow
