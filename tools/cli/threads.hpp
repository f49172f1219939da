// cli/threads — the same work on many things, in several threads.
//
// In      how many threads, how many things, what to do with the one of a number: in any order, of different ones at the same time.
//         The thread that asks is the first of them
// Out     all of it done
// Errors  none: where there are no threads (Node), one after the other
// Source  PRODUCT.md §4
// Cost    a thread: 30 microseconds
// Tested  tests/cli/flow_threads.test.mjs
#pragma once

#include <cstddef>
#include <functional>

namespace vgap::cli {

inline constexpr unsigned kMostThreads = 256;

// As many as the machine runs at the same time.
unsigned all_threads();

// work(which thread, which thing)
void in_threads(unsigned threads, std::size_t things,
                const std::function<void(unsigned, std::size_t)>& work);

}  // namespace vgap::cli
