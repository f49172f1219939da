#include "tools/cli/progress.hpp"

#include <cmath>

#include <unistd.h>

namespace vgap::cli {

namespace {

constexpr auto kEvery = std::chrono::milliseconds(500);
constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(Console& console, std::string_view message)
    : console_(console),
      message_(message),
      shown_(console.form == Form::kText && isatty(STDERR_FILENO) == 1),
      started_(Clock::now()),
      last_(started_) {}

Progress::~Progress() {
    clear();
}

void Progress::show() {
    const Clock::time_point now = Clock::now();
    if (now - last_ < kEvery) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - started_).count();
    const double rate = std::round(static_cast<double>(count_) / seconds);
    console_.err(kClearLine);
    console_.err(console_.texts().say(message_, {{"n", count_}, {"rate", rate}}));
    on_screen_ = true;
}

void Progress::clear() {
    if (!on_screen_) return;
    console_.err(kClearLine);
    on_screen_ = false;
}

}  // namespace vgap::cli
