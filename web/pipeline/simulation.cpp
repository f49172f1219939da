#include "web/pipeline/simulation.hpp"

#include <algorithm>
#include <utility>

#include "core/flow/parameter.hpp"
#include "core/flow/turned.hpp"

namespace vgap::pipeline {

namespace {

constexpr std::size_t kMostUndo = 100;

}  // namespace

Simulation::Simulation(flow::Scenario scenario, std::uint64_t seed) : seed_(seed) {
    before_.scenario = scenario;
    become(std::move(scenario));
    turned_ = false;
}

void Simulation::walk_anew(Side& side) const {
    // Turning one number leaves most tables as they were; to make them all anew takes longer than a slice.
    auto tables = side.run ? side.run->futures.give_tables() : std::vector<flow::Chance>();
    side.run = std::make_unique<flow::Run>(side.scenario, seed_, leave_cap_, std::move(tables));
    side.run->futures.keep_costs();
}

void Simulation::become(flow::Scenario scenario) {
    levers_.reset();  // they refer to the scenario
    now_.scenario = std::move(scenario);
    walk_anew(now_);
    if (const std::uint64_t cap = now_.run->plan.leave_cap; cap != leave_cap_ || !before_.run) {
        leave_cap_ = cap;
        walk_anew(before_);
    }
    levers_ = std::make_unique<flow::Levers>(now_.scenario, seed_, kLeverFutures,
                                             flow::Levers::Which::kAll);
    turned_ = true;
}

void Simulation::begin_with(flow::Scenario now) {
    if (!flow::turned(before_.scenario, now).empty()) become(std::move(now));
}

base::Result<bool> Simulation::turn(std::string_view name, double value) {
    flow::Scenario next = now_.scenario;
    const auto set = flow::set_parameter(next, name, value);
    if (!set) return set;
    if (name != last_turned_ || walked()) {
        if (undo_.size() == kMostUndo) undo_.erase(undo_.begin());
        undo_.push_back(now_.scenario);
    }
    last_turned_ = name;
    become(std::move(next));
    advance();  // a first picture
    return true;
}

void Simulation::undo() {
    if (undo_.empty()) return;
    flow::Scenario last = std::move(undo_.back());
    undo_.pop_back();
    last_turned_.clear();
    become(std::move(last));
    advance();
    turned_ = !undo_.empty() || !flow::turned(before_.scenario, now_.scenario).empty();
}

void Simulation::reset() {
    if (!turned_) return;
    undo_.push_back(now_.scenario);
    last_turned_.clear();
    become(before_.scenario);
    advance();
    turned_ = false;
}

bool Simulation::advance() {
    const std::uint64_t done = now_.run->futures.tally().futures;
    if (done < kFutures) {
        const std::uint64_t slice = done < kSlice ? kFirst : kSlice;
        now_.run->futures.advance(slice);
        const std::uint64_t behind = before_.run->futures.tally().futures;
        if (behind < done + slice) before_.run->futures.advance(done + slice - behind);
        return true;
    }
    if (!levers_->walk(kSlice)) return false;
    if (levers_->left() == 0) bought_ = levers_->ranked();
    return true;
}

std::vector<flow::Difference> Simulation::differences() const {
    return flow::compare(before_.run->futures.costs(), now_.run->futures.costs(),
                         now_.scenario.stages.size() + 1);
}

}  // namespace vgap::pipeline
