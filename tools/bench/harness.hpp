// bench/harness — repeats a piece of work, and reports the median of its runs.
//
// In      work: does a stated number of units once; runs, and how long each is to last
// Out     Measured {name, unit, per second: median, slowest and fastest run}
// Errors  none
// Source  TOOLCHAIN.md (ratios are measured in one run, on one machine)
// Cost    (runs + 1/2) · seconds
// Tested  by use
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace vgap::bench {

struct Options {
    std::string instrument = "assets/instruments/leadership-pipeline/instrument.json";
    std::string table;  // CSV of a scale's items; empty: made up
    std::string pack;   // of articles; empty: none are measured
    int runs = 7;
    double run_s = 0.2;
    bool json = false;
};

struct Measured {
    std::string name;
    std::string unit;
    double median_per_s = 0, slowest_per_s = 0, fastest_per_s = 0;
};

template <class Work>
Measured measure(const Options& options, std::string name, std::string unit, double units_a_call,
                 const Work& work) {
    using Clock = std::chrono::steady_clock;
    // Memory, caches and what an engine makes of WebAssembly as in steady use.
    const Clock::time_point before = Clock::now();
    do {
        work();
    } while (std::chrono::duration<double>(Clock::now() - before).count() < options.run_s / 2);
    std::vector<double> rates;
    for (int run = 0; run < options.runs; ++run) {
        const Clock::time_point start = Clock::now();
        double calls = 0, passed_s = 0;
        do {
            work();
            ++calls;
            passed_s = std::chrono::duration<double>(Clock::now() - start).count();
        } while (passed_s < options.run_s);
        rates.push_back(calls * units_a_call / passed_s);
    }
    std::sort(rates.begin(), rates.end());
    return {std::move(name), std::move(unit), rates[rates.size() / 2], rates.front(), rates.back()};
}

inline std::string text_of(const std::string& path) {
    std::string text;
    if (std::FILE* const file = std::fopen(path.c_str(), "rb")) {
        char piece[4096];
        for (std::size_t got = 0; (got = std::fread(piece, 1, sizeof piece, file)) > 0;) {
            text.append(piece, got);
        }
        std::fclose(file);
    }
    return text;
}

// One row a bench: tools/bench/main.cpp lists them.
using Bench = bool (*)(const Options& options, std::vector<Measured>& results);
bool score_bench(const Options& options, std::vector<Measured>& results);
bool frame_bench(const Options& options, std::vector<Measured>& results);
bool stats_bench(const Options& options, std::vector<Measured>& results);
bool flow_bench(const Options& options, std::vector<Measured>& results);
bool articles_bench(const Options& options, std::vector<Measured>& results);

}  // namespace vgap::bench
