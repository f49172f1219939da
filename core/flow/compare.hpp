// flow/compare — two plans in the same futures, and what each parameter of one scenario would buy.
//
// In      costs of two runs with the same seed and the same futures, in their order; a scenario
// Out     Difference: after less before, paired, with its Monte Carlo error. What both futures have in common drops out, so the
//         error is a fraction of that of two runs on their own
//         Lever: a parameter turned by a tenth towards where it helps (as far as it goes), with what that closes of unfilled seat-months and
//         avoids of seats empty beyond patience; largest first when ranked. Bottleneck: the path whose development,
//         a tenth faster, closes most, if that is more than two errors from nothing
// Errors  none
// Source  MODEL.md §6; Glasserman & Yao 1992, Management Science 38:884 (common random numbers)
// Cost    one run a lever
// Tested  tests/core/flow/compare_test.cpp
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/flow/futures.hpp"
#include "core/flow/parameter.hpp"

namespace vgap::flow {

struct Difference {
    Estimate seat_months;
    Estimate overdue;
};

// One for each stage, and of all at last; `columns` is that many.
std::vector<Difference> compare(const std::vector<Cost>& before, const std::vector<Cost>& after,
                                std::size_t columns);

struct Lever {
    Turnable turned;
    double to = 0;
    Difference difference;
};

// Turned one after the other, so that whoever asks can stop in between.
class Levers {
  public:
    enum class Which : std::uint8_t { kAll, kDevelopment };

    Levers(const Scenario& scenario, std::uint64_t seed, std::uint64_t futures, Which which);

    bool next();                    // the next one, whole; false: all have been
    bool walk(std::uint64_t most);  // at most so many futures of it; false: all have been
    std::size_t left() const { return todo_.size() - done_.size(); }

    // Who walks somewhere else: these as far as this, then walk(0). Only while something is left.
    Futures& walking();
    std::uint64_t futures() const { return futures_; }

    const std::vector<Lever>& ranked() const { return done_; }  // among equals as they came
    std::optional<Lever> bottleneck() const;

  private:
    void begin();

    const Scenario& scenario_;
    std::uint64_t seed_, futures_;
    std::uint64_t leave_cap_ = 0;
    std::unique_ptr<Run> walking_;  // nothing changed at first, then a lever turned
    std::vector<Lever> todo_;
    std::vector<Lever> done_;  // largest first
    std::vector<Cost> before_;
};

}  // namespace vgap::flow
