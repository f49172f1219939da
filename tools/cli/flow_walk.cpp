#include "tools/cli/flow_walk.hpp"

#include <algorithm>
#include <vector>

#include "tools/cli/threads.hpp"

namespace vgap::cli {

namespace {

constexpr std::uint64_t kSlice = 1024;   // what follows from people alone is counted after each
constexpr std::uint64_t kLeast = 1'000;  // in a thread

}  // namespace

void walk_alone(flow::Futures& futures, std::uint64_t more, unsigned thread, WalkedSoFar& so_far) {
    for (std::uint64_t done = 0; done < more; done += kSlice) {
        const std::uint64_t slice = std::min(kSlice, more - done);
        futures.advance(slice);
        so_far.add(thread, slice);
    }
}

void walk(flow::Futures& futures, std::uint64_t more, unsigned threads, WalkedSoFar& so_far) {
    const auto parts =
        static_cast<unsigned>(std::clamp<std::uint64_t>(more / kLeast, 1, std::max(1u, threads)));
    const auto from = [&](std::uint64_t part) { return more * part / parts; };
    std::vector<flow::Futures> later;
    later.reserve(parts - 1);
    for (unsigned part = 1; part < parts; ++part) later.push_back(futures.later(from(part)));
    in_threads(parts, parts, [&](unsigned thread, std::size_t part) {
        flow::Futures& own = part == 0 ? futures : later[part - 1];
        walk_alone(own, from(part + 1) - from(part), thread, so_far);
    });
    for (const flow::Futures& each : later) futures.join(each);
}

}  // namespace vgap::cli
