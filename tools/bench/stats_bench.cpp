// bench/stats — the statistics on data of the sizes that they are asked for: a scale of 25 items, many ratings, long waits.
//
// In      made up as the rows say, the same everywhere; or options.table for the scale, whatever its size
// Out     three rows; one for a table
// Errors  false: a table that is none
// Source  MODEL.md §2, §3, §4
// Cost    three cases of runs · seconds, at least one call each
// Tested  tests/bench/run.test.mjs

#include <cmath>
#include <vector>

#include "core/base/csv.hpp"
#include "core/base/number.hpp"
#include "core/base/philox.hpp"
#include "core/stats/alpha.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/krippendorff.hpp"
#include "core/stats/omega.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/scale_scores.hpp"
#include "core/stats/summary.hpp"
#include "tools/bench/harness.hpp"

namespace vgap::bench {

namespace {

constexpr std::uint64_t kSeed = 20261122;
constexpr double kConfidence = 0.95;

// Six points each: what the respondent is like, and chance.
stats::Columns scale(std::size_t people, std::size_t items) {
    base::Random random(kSeed);
    stats::Columns columns(items, stats::Numbers(people));
    for (std::size_t person = 0; person < people; ++person) {
        const double level = 4 * random.unit();
        for (stats::Numbers& column : columns) {
            column[person] = 1 + std::floor(level + 2 * random.unit());
        }
    }
    return columns;
}

stats::Columns columns_of(const base::Table& table) {
    stats::Columns columns(table.names.size());
    for (std::size_t i = 0; i < table.rows(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            columns[j].push_back(base::parse_number(table.cell(i, j)).value_or(stats::kUndefined));
        }
    }
    return columns;
}

// What one call to psych::alpha and one to psych::omega find out.
double reliability(const stats::Columns& items) {
    double used = 0;
    for (const stats::Numbers& item : items) {
        used += stats::group_of(stats::present(item), kConfidence).deviation;
    }
    const stats::Columns complete = stats::complete_rows(items);
    const stats::Matrix covariances = stats::covariances(complete);
    used += stats::alpha_of(covariances, complete.front().size(), kConfidence).feldt.low;
    return used + stats::omega_total(covariances).omega;
}

stats::Columns ratings(std::size_t count, std::size_t units) {
    base::Random random(kSeed, 1);
    stats::Columns out(units);
    for (std::size_t at = 0; at < count; ++at) {
        out[random.below(static_cast<std::uint32_t>(units))].push_back(1 + random.below(5));
    }
    return out;
}

std::vector<stats::Wait> waits(std::size_t people) {
    base::Random random(kSeed, 2);
    std::vector<stats::Wait> out(people);
    for (stats::Wait& wait : out) {
        wait.entry = random.below(3) == 0 ? random.below(24) : 0;
        wait.time = wait.entry + 1 + random.below(120);
        wait.event = random.below(3) > 0;
    }
    return out;
}

}  // namespace

bool stats_bench(const Options& options, std::vector<Measured>& out) {
    double used = 0;  // so that nothing is left out as unused
    if (!options.table.empty()) {
        const std::string text = text_of(options.table);
        const base::Result<base::Table> table = base::read_table(text);
        if (!table || table->rows() < 2) return false;
        const stats::Columns items = columns_of(*table);
        out.push_back(measure(options, "alpha, omega, items of a table", "scales", 1,
                              [&] { used += reliability(items); }));
        return std::isfinite(used);
    }
    const stats::Columns items = scale(2800, 25);
    out.push_back(measure(options, "alpha, omega, items of 2,800 x 25", "scales", 1,
                          [&] { used += reliability(items); }));
    const stats::Columns units = ratings(73'421, 10'000);
    out.push_back(measure(options, "krippendorff, 73,421 ratings", "calls", 1, [&] {
        used += stats::krippendorff(units, stats::Metric::kOrdinal).alpha;
    }));
    const std::vector<stats::Wait> people = waits(1'000'000);
    out.push_back(measure(options, "kaplan-meier, 1,000,000 people", "calls", 1,
                          [&] { used += stats::kaplan_meier(people, kConfidence).median(); }));
    return std::isfinite(used);
}

}  // namespace vgap::bench
