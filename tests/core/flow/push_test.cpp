// The walk without limits of vacancies against the closed form n(t+1) = n(t) P + R: means and covariances.

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/flow/walk.hpp"
#include "core/json/parse.hpp"
#include "core/stats/markov.hpp"
#include "tests/core/flow/house.hpp"
#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

using stats::Matrix;
using stats::Numbers;

double chance(std::uint64_t quantised) {
    return static_cast<double>(quantised) / static_cast<double>(kSure);
}

// Where an arrival at a stage comes to be.
void enter(const Plan& plan, std::size_t stage, double share, Matrix& p, std::size_t row) {
    double rest = share;
    for (std::size_t at = 0; at < plan.stages[stage].out.size(); ++at) {
        const PathPlan& path = plan.paths[plan.stages[stage].out[at]];
        const double joins = rest * chance(plan.stages[stage].enter[at]);
        p(row, path.last + static_cast<std::size_t>(path.phases) - 1) += joins;
        rest -= joins;
    }
    p(row, plan.stages[stage].end - 1) += rest;
}

std::vector<std::size_t> stage_of_cells(const Plan& plan) {
    std::vector<std::size_t> stages;
    for (const std::size_t s : plan.order) stages.resize(plan.stages[s].end, s);
    return stages;
}

// A month of one person in each cell.
stats::Flow closed_form(const Plan& plan) {
    const std::size_t cells = plan.start.size();
    const std::vector<std::size_t> stage = stage_of_cells(plan);
    Matrix p(cells, cells);
    const auto stays = [&](std::size_t cell) { return 1 - chance(plan.stages[stage[cell]].leave); };
    for (const std::size_t s : plan.order) {
        p(plan.stages[s].end - 1, plan.stages[s].end - 1) = stays(plan.stages[s].end - 1);
    }
    for (const PathPlan& path : plan.paths) {
        const std::size_t failed = path.retry > 0 ? path.waiting : path.last;
        const auto submits = [&](std::size_t cell, double share) {
            enter(plan, path.to, share * chance(path.succeed), p, cell);
            p(cell, failed) += share * (1 - chance(path.succeed));
        };
        submits(path.ready, stays(path.ready));
        if (path.retry > 0) {
            submits(path.waiting, stays(path.waiting) * chance(path.retry));
            p(path.waiting, path.waiting) += stays(path.waiting) * (1 - chance(path.retry));
        }
        for (std::size_t cell = path.last; cell < path.last + static_cast<std::size_t>(path.phases);
             ++cell) {
            const double done = stays(cell) * chance(path.develop);
            p(cell, cell) += stays(cell) - done;
            if (cell == path.last) {
                submits(cell, done);
            } else {
                p(cell, cell - 1) += done;
            }
        }
    }
    Matrix recruits(1, cells);
    for (std::size_t s = 0; s < plan.stages.size(); ++s) {
        enter(plan, s, plan.recruits[s], recruits, 0);
    }
    return {p, Numbers(recruits.data(), recruits.data() + cells), stats::Recruits::kFixed};
}

struct Moments {
    Numbers mean;
    Matrix covariance;
};

Moments simulated(const Plan& plan, int months, int futures, std::uint64_t seed) {
    const std::size_t n = plan.stages.size();
    Moments sums{Numbers(n), Matrix(n, n)};
    Walk walk(plan, seed);
    for (int future = 0; future < futures; ++future) {
        walk.start(static_cast<std::uint64_t>(future));
        for (int month = 0; month < months; ++month) walk.step();
        for (std::size_t i = 0; i < n; ++i) {
            sums.mean[i] += walk.stages()[i].people;
            for (std::size_t j = 0; j < n; ++j) {
                sums.covariance(i, j) += 1.0 * walk.stages()[i].people * walk.stages()[j].people;
            }
        }
    }
    for (double& each : sums.mean) each /= futures;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            sums.covariance(i, j) =
                (sums.covariance(i, j) / futures - sums.mean[i] * sums.mean[j]) * futures /
                (futures - 1.0);
        }
    }
    return sums;
}

Moments expected(const Plan& plan, int months) {
    const std::size_t n = plan.stages.size();
    const std::vector<std::size_t> stage = stage_of_cells(plan);
    // Arrivals are drawn to paths one by one: of whole people, a multinomial spread at each stage. A stage with several
    // destinations gets its recruits through another stage in these tests, so that this does not matter.
    const stats::Projection projection =
        stats::project(closed_form(plan), Numbers(plan.start.begin(), plan.start.end()),
                       static_cast<std::size_t>(months));
    Moments moments{Numbers(n), Matrix(n, n)};
    const Matrix& c = projection.covariances.back();
    for (std::size_t a = 0; a < stage.size(); ++a) {
        moments.mean[stage[a]] += projection.stocks.back()[a];
        for (std::size_t b = 0; b < stage.size(); ++b) {
            moments.covariance(stage[a], stage[b]) += c(a, b);
        }
    }
    return moments;
}

// The largest difference, in Monte Carlo errors.
double worst(const Moments& found, const Moments& wanted, int futures) {
    double most = 0;
    const std::size_t n = wanted.mean.size();
    for (std::size_t i = 0; i < n; ++i) {
        const double vi = wanted.covariance(i, i);
        if (vi > 1e-9) {
            most =
                std::max(most, std::fabs(found.mean[i] - wanted.mean[i]) / std::sqrt(vi / futures));
        } else {
            EXPECT_NEAR(found.mean[i], wanted.mean[i], 1e-6);
        }
        for (std::size_t j = 0; j < n; ++j) {
            const double vj = wanted.covariance(j, j);
            const double cij = wanted.covariance(i, j);
            if (vi < 1e-9 || vj < 1e-9) continue;
            most = std::max(most, std::fabs(found.covariance(i, j) - cij) /
                                      std::sqrt((vi * vj + cij * cij) / futures));
        }
    }
    return most;
}

constexpr int kFutures = 20'000;
constexpr double kErrors = 3;

Scenario everything() {
    Scenario house = scenario_of(
        {stage_of(60, 18, 0), stage_of(25, 9, 0), stage_of(12, 30, 0), stage_of(6, 4, 0)},
        {path_of(0, 1, 8, 3, 70, 50), path_of(0, 2, 5, 2, 55, 40), path_of(1, 3, 12, 4, 80, 60),
         path_of(2, 3, 2.5, 3, 65, 30)},
        18);
    house.paths[1].retry_months = Parameter{3, Origin::kAssumed, {}};
    house.paths[0].ready = 2;
    return house;
}

TEST(Push, MeansAndCovariancesAreThoseOfTheClosedForm) {
    const Plan plan = make_plan(everything(), Mode::kPush, {0, 0, 0, 2});
    for (const int months : {1, 7, 18}) {
        EXPECT_LT(worst(simulated(plan, months, kFutures, 8), expected(plan, months), kFutures),
                  kErrors)
            << months;
    }
}

// Crowds draw their leavers in another way; a hundred times the people, so that the same check is as sharp.
TEST(Push, LikewiseForACrowd) {
    Scenario house = everything();
    for (Stage& stage : house.stages) stage.people *= 100;
    const Plan plan = make_plan(house, Mode::kPush);
    ASSERT_TRUE(plan.crowded);
    EXPECT_LT(worst(simulated(plan, 12, 4000, 4), expected(plan, 12), 4000), kErrors);
}

TEST(Push, AClosedFormThatIsThreeErrorsOffIsFound) {
    const Plan plan = make_plan(everything(), Mode::kPush, {0, 0, 0, 2});
    const Moments found = simulated(plan, 18, kFutures, 8);
    const Moments right = expected(plan, 18);
    const double error = std::sqrt(right.covariance(0, 0) / kFutures);
    for (const double sign : {-1, 1}) {
        Scenario other = everything();
        // So much attrition that the mean of the lowest stage is off by four to eight errors.
        other.stages[0].attrition_pct.value += sign * 0.6;
        const Moments wrong = expected(make_plan(other, Mode::kPush, {0, 0, 0, 2}), 18);
        const double off = std::fabs(wrong.mean[0] - right.mean[0]) / error;
        EXPECT_GT(off, 2 * kErrors - 2);
        EXPECT_LT(off, 2 * kErrors + 2);
        EXPECT_GT(worst(found, wrong, kFutures), kErrors);
    }
    Moments spread = right;
    spread.covariance(0, 0) *= 1 + 2 * kErrors * std::sqrt(2.0 / kFutures);
    EXPECT_GT(worst(found, spread, kFutures), kErrors);
}

// Cases of other people's software (tests/oracles). A level from which people go to several others is a stage whose people
// are on paths there in that proportion, with the same pace on all; who starts there is brought in through a stage before it, so
// that their path is drawn too. Its months are the cases' periods.
struct Case {
    std::string id;
    Numbers initial, recruits;
    std::vector<Numbers> transition;
    int periods = 0;
    bool poisson = false, multinomial = false;
    Numbers stocks;     // at the end
    Matrix covariance;  // likewise
};

Numbers numbers_in(const json::Value& value) {
    Numbers numbers;
    for (const json::Value& each : value.elements) numbers.push_back(each.number);
    return numbers;
}

std::vector<Case> cases() {
    const auto document = json::parse(sample::file("tests/oracles/open.json"));
    std::vector<Case> all;
    if (!document) return all;
    for (const json::Value& each : document->find("cases")->elements) {
        if (each.find("function")->string != "markov_project") continue;
        const json::Value& arguments = *each.find("arguments");
        const json::Value& values = *each.find("expected");
        Case made;
        made.id = each.find("id")->string;
        made.initial = numbers_in(*arguments.find("initial"));
        made.recruits = numbers_in(*arguments.find("recruits"));
        for (const json::Value& row : arguments.find("transition")->elements) {
            made.transition.push_back(numbers_in(row));
        }
        made.periods = static_cast<int>(arguments.find("periods")->number);
        made.poisson = arguments.find("recruits_model")->string == "poisson";
        made.multinomial = arguments.find("recruits_model")->string == "multinomial";
        made.stocks = numbers_in(values.find("stocks")->find("value")->elements.back());
        const json::Value& covariance = *values.find("stock_covariance_last")->find("value");
        const std::size_t n = made.initial.size();
        made.covariance = Matrix(n, n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                made.covariance(i, j) = covariance.elements[i].elements[j].number;
            }
        }
        all.push_back(std::move(made));
    }
    return all;
}

double yearly(double monthly_share) {
    return 100 * (1 - std::pow(1 - monthly_share, 12));
}

// Stages: the levels; for each level one that hands its people of the start over in the first month, less the recruits who
// come in that month already; one that hands over recruits by chance.
Plan plan_of(const Case& one) {
    const std::size_t n = one.initial.size();
    std::vector<Stage> stages;
    std::vector<Path> paths;
    for (std::size_t i = 0; i < n; ++i) {
        double stays = one.transition[i][i];
        double goes = 0;
        for (std::size_t j = 0; j < n; ++j) goes += i == j ? 0 : one.transition[i][j];
        stages.push_back(stage_of(0, yearly(1 - stays - goes), 0));
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j || one.transition[i][j] == 0) continue;
            paths.push_back(
                path_of(i, j, (stays + goes) / goes, 1, 100, 100 * one.transition[i][j] / goes));
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const double early = one.multinomial ? 0 : one.recruits[i];
        stages.push_back(stage_of(static_cast<int>(one.initial[i] - early), 0, 0));
        paths.push_back(path_of(n + i, i, 1, 1));
    }
    std::vector<std::int32_t> recruits(2 * n + 1);
    stages.push_back(stage_of(0, 0, 0));
    const double all = std::accumulate(one.recruits.begin(), one.recruits.end(), 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        if (!one.multinomial) {
            recruits[i] = static_cast<std::int32_t>(one.recruits[i]);
        } else if (one.recruits[i] > 0) {
            paths.push_back(path_of(2 * n, i, 1, 1, 100, 100 * one.recruits[i] / all));
        }
    }
    if (one.multinomial) recruits[2 * n] = static_cast<std::int32_t>(all);
    return make_plan(scenario_of(std::move(stages), std::move(paths), one.periods + 1), Mode::kPush,
                     recruits);
}

TEST(Push, MarkovCasesOfOthers) {
    const std::vector<Case> all = cases();
    ASSERT_EQ(all.size(), 6u);
    for (const Case& one : all) {
        SCOPED_TRACE(one.id);
        const std::size_t n = one.initial.size();
        const Plan plan = plan_of(one);
        constexpr int kCaseFutures = 4000;
        const Moments whole = simulated(plan, one.periods + 1, kCaseFutures, 22);
        Moments found{Numbers(n), Matrix(n, n)};
        for (std::size_t i = 0; i < n; ++i) {
            found.mean[i] = whole.mean[i];
            for (std::size_t j = 0; j < n; ++j) found.covariance(i, j) = whole.covariance(i, j);
        }
        Moments wanted{one.stocks, one.covariance};
        // Recruits whose number is drawn are none of the walk's: of those only the means are compared.
        if (one.poisson) found.covariance = wanted.covariance;
        EXPECT_LT(worst(found, wanted, kCaseFutures), kErrors);
    }
}

}  // namespace
}  // namespace vgap::flow
