// pipeline/simulation — a scenario that somebody turns: as it was and as it is now, in the same futures, finer with each slice.
//
// In      a scenario (flow/read); what is turned; how much to do next
// Out     the futures of both, their paired difference, what each parameter would buy once both have been walked to the end
// Errors  turn(): those of flow/parameter; nothing changes then
// Source  MODEL.md §6; PRODUCT.md §2
// Cost    a slice of both for each advance()
// Tested  tests/web/pipeline/simulation_test.cpp
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/flow/compare.hpp"
#include "core/flow/futures.hpp"
#include "core/flow/scenario.hpp"

namespace vgap::pipeline {

class Simulation {
  public:
    static constexpr std::uint64_t kFutures = 4'096;       // where it rests
    static constexpr std::uint64_t kLeverFutures = 1'024;  // for each parameter
    static constexpr std::uint64_t kSlice = 64;  // twice as many as are walked side by side
    static constexpr std::uint64_t kFirst = 32;  // of the first slice, and of the second

    // Nothing is walked yet: the first slice is the caller's, when it has time for one.
    explicit Simulation(flow::Scenario scenario, std::uint64_t seed = 1);

    const flow::Scenario& before() const { return before_.scenario; }
    const flow::Scenario& now() const { return now_.scenario; }
    bool turned() const { return turned_; }
    bool can_undo() const { return !undo_.empty(); }

    // Turned already when it comes, by what was done before; reset() leads to the scenario itself.
    void begin_with(flow::Scenario now);
    // By its name (flow/parameter). What is turned several times before it rests is undone at once.
    base::Result<bool> turn(std::string_view name, double value);
    void undo();
    void reset();  // can be undone

    // One slice; false: there is nothing left to do.
    bool advance();

    const flow::Futures& futures_before() const { return before_.run->futures; }
    const flow::Futures& futures() const { return now_.run->futures; }
    bool rests() const { return walked() && levers_->left() == 0; }
    bool walked() const { return now_.run->futures.tally().futures >= kFutures; }
    const flow::Levers& levers() const { return *levers_; }
    // What each lever buys, largest first: as of the last time it rested.
    const std::vector<flow::Lever>& bought() const { return bought_; }

    // As many futures of both as have been walked of the one that is behind; one a stage, and of all at last.
    std::vector<flow::Difference> differences() const;

  private:
    struct Side {
        flow::Scenario scenario;
        std::unique_ptr<flow::Run> run;
    };
    void walk_anew(Side& side) const;
    void become(flow::Scenario scenario);

    std::uint64_t seed_;
    std::uint64_t leave_cap_ =
        0;  // of both plans, or their futures would not have the same leavers
    Side before_, now_;
    bool turned_ = false;
    std::unique_ptr<flow::Levers> levers_;
    std::vector<flow::Lever> bought_;
    std::vector<flow::Scenario> undo_;
    std::string last_turned_;
};

}  // namespace vgap::pipeline
