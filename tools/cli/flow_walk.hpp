// cli/flow_walk — futures in several threads, with the same numbers as in one.
//
// In      Futures, how many more of them, in how many threads
// Out     all in their order, as Futures::advance gives them
//         WalkedSoFar: a tick for every future, in the thread that asks
// Errors  none
// Source  core/flow/futures (each thread has a stretch of its own, and those are joined in their order)
// Cost    tables of chances for each thread, so few futures are walked in one
// Tested  tests/cli/flow_threads.test.mjs, tests/core/flow/futures_test.cpp
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

#include "core/flow/futures.hpp"

namespace vgap::cli {

class WalkedSoFar {
  public:
    explicit WalkedSoFar(std::function<void()> tick) : tick_(std::move(tick)) {}

    void add(unsigned thread, std::uint64_t futures) {
        all_ += futures;
        if (thread != 0) return;
        for (const std::uint64_t all = all_; told_ < all; ++told_) tick_();
    }

  private:
    std::function<void()> tick_;
    std::atomic<std::uint64_t> all_ = 0;
    std::uint64_t told_ = 0;
};

void walk(flow::Futures& futures, std::uint64_t more, unsigned threads, WalkedSoFar& so_far);

// What one thread does of that.
void walk_alone(flow::Futures& futures, std::uint64_t more, unsigned thread, WalkedSoFar& so_far);

}  // namespace vgap::cli
