// cli/flow_walk — futures in several threads, with the same numbers as in one.
//
// In      Futures, how many more of them, in how many threads
// Out     all in their order, as Futures::advance gives them
//         said of: how many have been walked since the last time it was said; by the thread that asks
// Errors  none
// Source  core/flow/futures (each thread has a stretch of its own, and those are joined in their order)
// Cost    tables of chances for each thread, so few futures are walked in one
// Tested  tests/cli/flow_threads.test.mjs, tests/core/flow/futures_test.cpp
#pragma once

#include <atomic>
#include <cstdint>

#include "core/flow/futures.hpp"
#include "tools/cli/progress.hpp"

namespace vgap::cli {

// Of several threads, told by the one that shows it.
class WalkedSoFar {
  public:
    explicit WalkedSoFar(Progress* progress) : progress_(progress) {}

    void add(unsigned thread, std::uint64_t futures) {
        all_ += futures;
        if (thread != 0 || progress_ == nullptr) return;
        for (const std::uint64_t all = all_; told_ < all; ++told_) progress_->tick();
    }

  private:
    Progress* progress_;
    std::atomic<std::uint64_t> all_ = 0;
    std::uint64_t told_ = 0;
};

void walk(flow::Futures& futures, std::uint64_t more, unsigned threads, WalkedSoFar& so_far);

// What one thread does of that.
void walk_alone(flow::Futures& futures, std::uint64_t more, unsigned thread, WalkedSoFar& so_far);

}  // namespace vgap::cli
