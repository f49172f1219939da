// People moving between levels, and people for roles.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/stats/call.hpp"
#include "core/stats/function_rows.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/markov.hpp"
#include "core/stats/matching.hpp"
#include "core/stats/stock_quantiles.hpp"

namespace vgap::stats {

namespace {

constexpr double kMostCount = 1e15;
constexpr double kRounding = 1e-9;
constexpr int kMostPeriods = 10000;

bool are_whole(const Numbers& numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::floor(x) == x; });
}

double sum_of(const Numbers& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

Numbers sums_of(const Columns& rows) {
    Numbers sums;
    for (const Numbers& row : rows) sums.push_back(sum_of(row));
    return sums;
}

// The argument, or else the table's rows and columns of these names.
Matrix transition_of(Call& call, const std::vector<std::string>& levels) {
    const std::size_t k = levels.size();
    const bool given = call.has("transition") || !call.has_table();
    Matrix p = given ? call.matrix_of("transition", k, k, {0, 1})
                     : call.named_matrix(levels, levels, {0, 1});
    for (std::size_t i = 0; i < k; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < k; ++j) sum += p(i, j);
        if (sum <= 1 + kRounding) continue;
        call.at("transition")
            .report("error.stats.row_over_one",
                    {{"level", levels[i]}, {"found", number_text(sum)}});
    }
    return p;
}

std::size_t periods_of(const Call& call) {
    return static_cast<std::size_t>(call.at("periods").whole(0, kMostPeriods));
}

Recruits model_of(const Call& call) {
    if (!call.has("recruits_model")) return Recruits::kFixed;
    const int which = call.at("recruits_model").one_of({"fixed", "poisson", "multinomial"});
    return static_cast<Recruits>(std::max(which, 0));
}

// A fixed part of a person has no spread that means anything; a Poisson rate need not be whole.
bool has_spread(const Flow& flow) {
    if (flow.model == Recruits::kFixed) return are_whole(flow.recruits);
    return flow.model == Recruits::kPoisson ||
           std::fabs(sum_of(flow.recruits) - std::round(sum_of(flow.recruits))) < kRounding;
}

void answer_spread(Call& call, const Projection& projection, bool known) {
    Columns deviations;
    Numbers total;
    for (const Matrix& covariance : projection.covariances) {
        Numbers row;
        double sum = 0;
        for (std::size_t i = 0; i < covariance.rows(); ++i) {
            row.push_back(known ? std::sqrt(std::max(0.0, covariance(i, i))) : kUndefined);
            for (std::size_t j = 0; j < covariance.columns(); ++j) sum += covariance(i, j);
        }
        deviations.push_back(std::move(row));
        total.push_back(known ? std::sqrt(std::max(0.0, sum)) : kUndefined);
    }
    call.answer.rows("stock_sd", deviations);
    if (!projection.covariances.empty()) {
        const Matrix& last = projection.covariances.back();
        call.answer.matrix("stock_covariance_last",
                           known ? last : Matrix(last.rows(), last.columns(), kUndefined));
    }
    call.answer.numbers("total_sd", total);
    if (!known) call.answer.reason("stock_sd", "people_not_whole");
}

void answer_quantiles(Call& call, const Flow& flow, const Numbers& initial, std::size_t periods,
                      bool known) {
    const double most = sum_of(initial) + real(periods) * sum_of(flow.recruits);
    known = known && are_whole(initial);
    if (!known || periods > kMostQuantilePeriods || most > kMostPeople) {
        call.answer.reason("stock_quantile_low", known ? "too_large" : "people_not_whole");
        return;
    }
    const StockQuantiles quantiles = stock_quantiles(flow, initial, periods, call.confidence());
    call.answer.rows("stock_quantile_low", quantiles.low);
    call.answer.rows("stock_quantile_high", quantiles.high);
}

}  // namespace

void run_markov_project(Call& call) {
    const std::vector<std::string> levels = call.texts("levels", 1);
    const std::size_t k = levels.size();
    Flow flow{transition_of(call, levels),
              call.has("recruits") ? call.numbers_of("recruits", k, {0, kMostCount}) : Numbers(k),
              model_of(call)};
    const Numbers initial = call.numbers_of("initial", k, {0, kMostCount});
    const std::size_t periods = periods_of(call);
    if (call.failed()) return;

    const Projection projection = project(flow, initial, periods);
    const LongRun future = long_run(flow);
    Matrix first(k, k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) first(i, j) = initial[i] * flow.transition(i, j);
    }
    const bool known = has_spread(flow);
    Answer& answer = call.answer;
    answer.rows("stocks", projection.stocks);
    answer.numbers("total", sums_of(projection.stocks));
    answer.rows("leavers", projection.leavers);
    answer.numbers("leavers_total", sums_of(projection.leavers));
    answer.numbers("wastage_probability", wastage(flow.transition));
    answer_spread(call, projection, known);
    answer.matrix("promotions_expected_first_period", first);
    answer_quantiles(call, flow, initial, periods, known);
    answer.numbers("steady_state", future.steady_state);
    answer.matrix("fundamental_matrix",
                  future.fundamental ? *future.fundamental : Matrix(k, k, kUndefined));
    answer.numbers("expected_remaining_service", future.remaining_service);
    answer.matrix("probability_ever_reach", future.ever_reach);
    if (!future.fundamental) answer.reason("fundamental_matrix", "somebody_never_leaves");
}

void run_markov_estimate(Call& call) {
    const std::vector<std::string> levels = call.texts("levels", 1);
    const std::vector<std::string> columns =
        call.has("columns") ? call.texts("columns", 1) : levels;
    const bool given = call.has("counts") || !call.has_table();
    const Range any = {0, kMostCount};
    const Matrix counts = given ? call.matrix_of("counts", levels.size(), columns.size(), any)
                                : call.named_matrix(levels, columns, any);
    const double confidence = call.confidence();
    if (call.failed()) return;
    Numbers exposed;
    Matrix p(counts.rows(), counts.columns(), kUndefined);
    Matrix error = p;
    Matrix low = p;
    Matrix high = p;
    for (std::size_t i = 0; i < counts.rows(); ++i) {
        double n = 0;
        for (std::size_t j = 0; j < counts.columns(); ++j) n += counts(i, j);
        exposed.push_back(n);
        for (std::size_t j = 0; j < counts.columns(); ++j) {
            p(i, j) = ratio(counts(i, j), n);
            error(i, j) = std::sqrt(p(i, j) * (1 - p(i, j)) / n);
            const Interval limits = wilson(counts(i, j), n, confidence, Continuity::kPlain);
            low(i, j) = limits.low;
            high(i, j) = limits.high;
        }
        if (n == 0) call.answer.reason("probability." + levels[i], "nobody_exposed");
    }
    Answer& answer = call.answer;
    answer.numbers("exposed", exposed);
    answer.matrix("probability", p);
    answer.matrix("se_binomial", error);
    answer.matrix("wilson_low", low);
    answer.matrix("wilson_high", high);
}

void run_markov_fixed_total(Call& call) {
    const std::vector<std::string> levels = call.texts("levels", 1);
    const std::size_t k = levels.size();
    const Matrix transition = transition_of(call, levels);
    const Numbers initial = call.numbers_of("initial", k, {0, kMostCount});
    const Numbers shares = call.numbers_of("recruit_distribution", k, {0, 1});
    const double growth = call.has("growth") ? call.at("growth").number(-1, 1000) : 0;
    const std::size_t periods = periods_of(call);
    if (!call.failed() && std::fabs(sum_of(shares) - 1) > kRounding) {
        call.at("recruit_distribution")
            .report("error.stats.shares_not_one", {{"found", number_text(sum_of(shares))}});
    }
    if (call.failed()) return;
    const FixedTotal flow = fixed_total(transition, initial, shares, growth, periods);
    Answer& answer = call.answer;
    answer.rows("stocks", flow.stocks);
    answer.numbers("total", sums_of(flow.stocks));
    answer.numbers("recruits_needed", flow.recruits);
    if (growth != 0) return;  // a total that grows has no limit
    const Numbers limit = limiting_structure(transition, shares, sum_of(initial));
    answer.numbers("limiting_structure", limit);
    if (!is_defined(limit[0])) answer.reason("limiting_structure", "several_limits");
}

void run_matching(Call& call) {
    const json::Reader person_at = call.at("person");
    const json::Reader role_at = call.at("role");
    const std::vector<std::string> persons = call.labels(person_at.string(), person_at);
    const std::vector<std::string> roles = call.labels(role_at.string(), role_at);
    if (call.failed()) return;
    const auto in_order = [](std::vector<std::string> names) {
        std::erase(names, "");
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    };
    const auto place_in = [](const std::vector<std::string>& names, const std::string& name) {
        return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) -
                                        names.begin());
    };
    const std::vector<std::string> people = in_order(persons);
    const std::vector<std::string> posts = in_order(roles);
    std::vector<std::vector<std::size_t>> could_fill(people.size());
    for (std::size_t r = 0; r < persons.size(); ++r) {
        if (persons[r].empty() || roles[r].empty()) continue;
        could_fill[place_in(people, persons[r])].push_back(place_in(posts, roles[r]));
    }
    for (std::vector<std::size_t>& each : could_fill) std::sort(each.begin(), each.end());
    const std::vector<std::size_t> role_of = maximum_matching(could_fill, posts.size());
    std::vector<std::string> matched;
    std::vector<std::string> filled;
    for (std::size_t p = 0; p < people.size(); ++p) {
        if (role_of[p] == kUnmatched) continue;
        matched.push_back(people[p]);
        filled.push_back(posts[role_of[p]]);
    }
    call.answer.count("n_roles", posts.size());
    call.answer.count("n_filled", filled.size());
    call.answer.texts("person", matched);
    call.answer.texts("role", filled);
}

}  // namespace vgap::stats
