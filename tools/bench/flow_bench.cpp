// bench/flow — futures of a pipeline, by the core and by a plain implementation of the same month, in turns.
//
// In      assets/scenarios/company_of_400.json: 6 stages, 5 paths of 3 phases, 18 months
// Out     futures a second of both, and of somebody who does nothing but the plain one's random numbers: the floor of whatever
//         draws one for each cell (draws, counted, times the time of one). Natively also in all of the machine's threads
// Errors  the file cannot be read
// Source  MODEL.md §6. Plain: a Philox block a draw, binomials by adding up their probabilities (Devroye 1986, III.2), each cell's
//         leavers by themselves
// Cost    four cases of runs · seconds
// Tested  tests/bench/run.test.mjs

#include <cstdio>
#include <vector>

#include "core/flow/futures.hpp"
#include "core/flow/read.hpp"
#include "tools/bench/harness.hpp"
#include "tools/cli/flow_walk.hpp"
#include "tools/cli/threads.hpp"

namespace vgap::bench {

namespace {

using flow::Histogram;
using flow::PathPlan;
using flow::Plan;

constexpr std::uint64_t kFutures = 512;              // whole rows
constexpr std::uint64_t kFuturesOfThreads = 20'000;  // they begin and end each time

class Plain {
  public:
    explicit Plain(const Plan& plan) : plan_(plan), series_(3) {
        for (auto& each : series_) {
            each.resize(static_cast<std::size_t>(plan.months + 1) * plan.stages.size());
        }
    }

    [[gnu::noinline]] void walk(std::uint64_t future) {
        future_ = static_cast<std::uint32_t>(future);
        cells_ = plan_.start;
        people_.assign(plan_.stages.size(), 0);
        for (month_ = 1; month_ <= plan_.months; ++month_) step();
    }

    std::uint64_t draws() const { return draws_; }

  private:
    std::int32_t binomial(std::int32_t n, std::uint64_t chance) {
        if (n == 0 || chance == 0) return 0;
        if (chance >= flow::kSure) return n;
        ++draws_;
        const base::PhiloxBlock words =
            base::philox({slot_++, static_cast<std::uint32_t>(month_), future_, 0}, {1, 0});
        const double u = words[0] * 0x1p-32;
        const double p = static_cast<double>(chance) * 0x1p-32;
        double probability = 1;
        double base = 1 - p;
        for (std::int32_t left = n; left > 0; left >>= 1, base *= base) {
            if ((left & 1) != 0) probability *= base;
        }
        const double odds = p / (1 - p);
        double sum = probability;
        std::int32_t x = 0;
        while (u >= sum && x < n) {
            probability *= odds * (n - x) / (x + 1);
            sum += probability;
            ++x;
        }
        return x;
    }

    void step() {
        slot_ = 0;
        std::size_t cell = 0;
        for (const std::size_t s : plan_.order) {
            people_[s] = 0;
            for (; cell < plan_.stages[s].end; ++cell) {
                cells_[cell] -= binomial(cells_[cell], plan_.stages[s].leave);
                people_[s] += cells_[cell];
            }
        }
        for (const PathPlan& path : plan_.paths) develop(path);
        for (const std::size_t s : plan_.order) fill(s);
        for (std::size_t s = 0; s < people_.size(); ++s) {
            const std::size_t at = static_cast<std::size_t>(month_) * people_.size() + s;
            std::int32_t bench = 0;
            for (const std::size_t p : plan_.stages[s].in) bench += cells_[plan_.paths[p].ready];
            series_[0][at].add(people_[s]);
            series_[1][at].add(bench);
            series_[2][at].add(std::max(0, plan_.seats_at(month_, s) - people_[s]));
        }
    }

    void develop(const PathPlan& path) {
        std::size_t to = path.ready;
        std::int32_t made_ready = 0;
        for (int phase = 0; phase < path.phases; ++phase) {
            const std::size_t from = path.last + static_cast<std::size_t>(phase);
            const std::int32_t done = binomial(cells_[from], path.develop);
            cells_[from] -= done;
            if (phase == 0) {
                made_ready = done;
            } else {
                cells_[to] += done;
            }
            to = from;
        }
        if (path.retry > 0) {
            const std::int32_t again = binomial(cells_[path.waiting], path.retry);
            cells_[path.waiting] -= again;
            made_ready += again;
        }
        cells_[path.ready] += made_ready;
    }

    void fill(std::size_t s) {
        std::int32_t open = std::max(0, plan_.seats_at(month_, s) - people_[s]);
        std::int32_t rest = 0;
        for (const std::size_t p : plan_.stages[s].in) {
            const PathPlan& path = plan_.paths[p];
            const std::int32_t submitted = std::min(open, cells_[path.ready]);
            const std::int32_t good = binomial(submitted, path.succeed);
            cells_[path.ready] -= submitted;
            cells_[path.retry > 0 ? path.waiting : path.last] += submitted - good;
            people_[path.from] -= good;
            rest += good;
            open -= good;
        }
        rest += binomial(open, plan_.stages[s].hire);
        people_[s] += rest;
        for (std::size_t at = 0; at < plan_.stages[s].out.size(); ++at) {
            const PathPlan& path = plan_.paths[plan_.stages[s].out[at]];
            const std::int32_t joined = binomial(rest, plan_.stages[s].enter[at]);
            cells_[path.last + static_cast<std::size_t>(path.phases) - 1] += joined;
            rest -= joined;
        }
        cells_[plan_.stages[s].end - 1] += rest;
    }

    const Plan& plan_;
    std::vector<std::vector<Histogram>> series_;
    std::vector<std::int32_t> cells_, people_;
    std::uint32_t future_ = 0;
    std::uint32_t slot_ = 0;
    int month_ = 0;
    std::uint64_t draws_ = 0;
};

// By itself, as Plain::walk is: what is called once is never optimised under Node.
[[gnu::noinline]] std::uint32_t numbers(std::uint32_t first, std::uint32_t count) {
    std::uint32_t sum = 0;
    for (std::uint32_t each = 0; each < count; ++each) {
        sum += base::philox({first + each, 0, 0, 0}, {1, 0})[0];
    }
    return sum;
}

}  // namespace

bool flow_bench(const Options& options, std::vector<Measured>& results) {
    const auto scenario = flow::read_scenario(text_of("assets/scenarios/company_of_400.json"));
    if (!scenario) {
        std::fprintf(stderr, "bench flow: no scenario\n");
        return false;
    }
    const Plan plan = flow::make_plan(*scenario);
    Plain plain(plan);
    flow::Futures futures(plan, 1);
    std::uint64_t next = 0;
    const double units = static_cast<double>(kFutures);
    results.push_back(
        measure(options, "flow: futures", "futures", units, [&] { futures.advance(kFutures); }));
    if (const unsigned threads = cli::all_threads(); threads > 1) {
        results.push_back(measure(options, "flow: futures, all threads", "futures",
                                  static_cast<double>(kFuturesOfThreads), [&] {
                                      cli::WalkedSoFar so_far([] {});
                                      flow::Futures shared_out(plan, 1);
                                      cli::walk(shared_out, kFuturesOfThreads, threads, so_far);
                                  }));
    }
    results.push_back(measure(options, "flow: futures, plain", "futures", units, [&] {
        for (std::uint64_t each = 0; each < kFutures; ++each) plain.walk(next++);
    }));
    const double draws = static_cast<double>(plain.draws()) / static_cast<double>(next);
    std::uint32_t sum = 0;
    results.push_back(measure(options, "flow: the plain one's numbers", "futures", units, [&] {
        sum += numbers(sum, static_cast<std::uint32_t>(draws * units));
    }));
    return sum != 1;
}

}  // namespace vgap::bench
