// cli/progress — says on a terminal how far a long input is; silent everywhere else.
//
// In      tick after every response
// Out     one line on standard error, rewritten twice a second: count and rate
// Errors  none
// Source  PRODUCT.md §4
// Cost    the clock is read once in 256 ticks
// Tested  tests/cli/score_lines.test.mjs
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "tools/cli/console.hpp"

namespace vgap::cli {

class Progress {
  public:
    explicit Progress(Console& console, std::string_view message = "cli.score.progress");
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void tick() {
        if (shown_ && (++count_ & 0xFFu) == 0) show();
    }
    void clear();  // before something else is written to the terminal

  private:
    using Clock = std::chrono::steady_clock;
    void show();

    Console& console_;
    std::string_view message_;
    bool shown_;
    bool on_screen_ = false;
    std::size_t count_ = 0;
    Clock::time_point started_;
    Clock::time_point last_;
};

}  // namespace vgap::cli
