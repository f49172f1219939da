#include "tools/cli/threads.hpp"

#ifdef VGAP_WITHOUT_THREADS

namespace vgap::cli {

unsigned all_threads() {
    return 1;
}

void in_threads(unsigned /*threads*/, std::size_t things,
                const std::function<void(unsigned, std::size_t)>& work) {
    for (std::size_t at = 0; at < things; ++at) work(0, at);
}

}  // namespace vgap::cli

#else

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace vgap::cli {

unsigned all_threads() {
    return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
}

void in_threads(unsigned threads, std::size_t things,
                const std::function<void(unsigned, std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&](unsigned thread) {
        for (std::size_t at = next++; at < things; at = next++) work(thread, at);
    };
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min<std::size_t>(threads, things);
    for (unsigned thread = 1; thread < wanted; ++thread) others.emplace_back(take_turns, thread);
    take_turns(0);
}

}  // namespace vgap::cli

#endif
