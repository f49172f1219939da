// bench — throughput of the core; the same source runs natively and, compiled to WebAssembly, under
// Node.
//
// In      [NAME ...] [--instrument FILE] [--table FILE] [--pack FILE] [--runs N] [--seconds S] [--json]
// Out     a line a case, or {"schema":"bench/1","results":[..]}
// Errors  exit 2: bad use, or an instrument that cannot be read
// Tested  by use

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/write.hpp"
#include "tools/bench/harness.hpp"

namespace {

using vgap::bench::Measured;
using vgap::bench::Options;

struct Row {
    std::string_view name;
    vgap::bench::Bench bench;
};

constexpr std::array kBenches = {
    Row{"score", vgap::bench::score_bench}, Row{"frame", vgap::bench::frame_bench},
    Row{"stats", vgap::bench::stats_bench}, Row{"flow", vgap::bench::flow_bench},
    Row{"articles", vgap::bench::articles_bench}};

int refuse(std::string_view what) {
    std::fprintf(stderr, "bench: %.*s\n", static_cast<int>(what.size()), what.data());
    return 2;
}

void print_json(const std::vector<Measured>& results) {
    std::string out;
    vgap::json::Writer write(out);
    write.begin_object().key("schema").string("bench/1").key("results").begin_array();
    for (const Measured& each : results) {
        write.begin_object();
        write.key("name").string(each.name);
        write.key("unit").string(each.unit);
        write.key("median_per_s").number(each.median_per_s);
        write.key("slowest_per_s").number(each.slowest_per_s);
        write.key("fastest_per_s").number(each.fastest_per_s);
        write.end_object();
    }
    write.end_array().end_object();
    std::printf("%s\n", out.c_str());
}

void print_lines(const std::vector<Measured>& results) {
    for (const Measured& each : results) {
        std::printf("%-28s %12.0f %s/s  (%.0f to %.0f)\n", each.name.c_str(), each.median_per_s,
                    each.unit.c_str(), each.slowest_per_s, each.fastest_per_s);
    }
}

}  // namespace

int main(int count, char** arguments) {
    Options options;
    std::vector<std::string_view> wanted;
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        const char* const next = i + 1 < count ? arguments[i + 1] : nullptr;
        if (argument == "--json") {
            options.json = true;
        } else if (argument.substr(0, 2) != "--") {
            wanted.push_back(argument);
        } else if (next == nullptr) {
            return refuse("an option without its value");
        } else if (argument == "--instrument") {
            options.instrument = arguments[++i];
        } else if (argument == "--table") {
            options.table = arguments[++i];
        } else if (argument == "--pack") {
            options.pack = arguments[++i];
        } else if (argument == "--runs") {
            options.runs = std::max(1, std::atoi(arguments[++i]));
        } else if (argument == "--seconds") {
            options.run_s = std::atof(arguments[++i]);
        } else {
            return refuse(
                "options are --instrument FILE, --table FILE, --pack FILE, --runs N, --seconds S, "
                "--json");
        }
    }
    std::vector<Measured> results;
    for (const Row& row : kBenches) {
        bool run = wanted.empty();
        for (const std::string_view name : wanted) run = run || name == row.name;
        if (run && !row.bench(options, results)) return 2;
    }
    if (results.empty()) return refuse("there is no bench of that name");
    options.json ? print_json(results) : print_lines(results);
    return 0;
}
