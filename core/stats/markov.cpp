#include "core/stats/markov.hpp"

#include <numeric>

namespace vgap::stats {

namespace {

Matrix recruit_covariance(const Flow& flow) {
    const std::size_t k = flow.recruits.size();
    Matrix result(k, k);
    if (flow.model == Recruits::kFixed) return result;
    const double total = std::accumulate(flow.recruits.begin(), flow.recruits.end(), 0.0);
    for (std::size_t i = 0; i < k; ++i) {
        result(i, i) = flow.recruits[i];
        if (flow.model != Recruits::kMultinomial || total == 0) continue;
        for (std::size_t j = 0; j < k; ++j) {
            result(i, j) -= flow.recruits[i] * flow.recruits[j] / total;
        }
    }
    return result;
}

Matrix next_covariance(const Matrix& before, const Flow& flow, const Numbers& stocks) {
    const Matrix& p = flow.transition;
    const std::size_t k = p.rows();
    Matrix result = product(transposed(p), product(before, p));
    const Matrix extra = recruit_covariance(flow);
    const Numbers arriving = product(stocks, p);
    for (std::size_t i = 0; i < k; ++i) {
        result(i, i) += arriving[i];
        for (std::size_t j = 0; j < k; ++j) {
            result(i, j) += extra(i, j);
            for (std::size_t m = 0; m < k; ++m) result(i, j) -= p(m, i) * stocks[m] * p(m, j);
        }
    }
    return result;
}

}  // namespace

Numbers wastage(const Matrix& transition) {
    Numbers result;
    for (std::size_t i = 0; i < transition.rows(); ++i) {
        double stay = 0;
        for (std::size_t j = 0; j < transition.columns(); ++j) stay += transition(i, j);
        const double leave = 1 - stay;
        constexpr double kRounding = 1e-12;
        result.push_back(std::fabs(leave) < kRounding ? 0 : leave);
    }
    return result;
}

Projection project(const Flow& flow, const Numbers& initial, std::size_t periods) {
    Projection result;
    result.stocks.push_back(initial);
    const Numbers leave = wastage(flow.transition);
    Matrix covariance(initial.size(), initial.size());
    for (std::size_t t = 0; t < periods; ++t) {
        const Numbers& now = result.stocks.back();
        Numbers leavers = now;
        for (std::size_t i = 0; i < now.size(); ++i) leavers[i] *= leave[i];
        result.leavers.push_back(std::move(leavers));
        covariance = next_covariance(covariance, flow, now);
        result.covariances.push_back(covariance);
        Numbers next = product(now, flow.transition);
        for (std::size_t i = 0; i < next.size(); ++i) next[i] += flow.recruits[i];
        result.stocks.push_back(std::move(next));
    }
    return result;
}

LongRun long_run(const Flow& flow) {
    const std::size_t k = flow.transition.rows();
    Matrix leaving = identity(k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) leaving(i, j) -= flow.transition(i, j);
    }
    LongRun result;
    result.fundamental = inverse(leaving);
    result.remaining_service.assign(k, result.fundamental ? 0 : kUndefined);
    result.ever_reach = Matrix(k, k, kUndefined);
    result.steady_state.assign(k, kUndefined);
    if (!result.fundamental) return result;
    const Matrix& n = *result.fundamental;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            result.remaining_service[i] += n(i, j);
            result.ever_reach(i, j) = i == j ? 1 : ratio(n(i, j), n(j, j));
        }
    }
    result.steady_state = product(flow.recruits, n);
    return result;
}

FixedTotal fixed_total(const Matrix& transition, const Numbers& initial, const Numbers& shares,
                       double growth, std::size_t periods) {
    FixedTotal result;
    result.stocks.push_back(initial);
    const Numbers leave = wastage(transition);
    for (std::size_t t = 0; t < periods; ++t) {
        const Numbers& now = result.stocks.back();
        double recruits = 0;
        for (std::size_t i = 0; i < now.size(); ++i) recruits += now[i] * (leave[i] + growth);
        Numbers next = product(now, transition);
        for (std::size_t i = 0; i < next.size(); ++i) next[i] += recruits * shares[i];
        result.recruits.push_back(recruits);
        result.stocks.push_back(std::move(next));
    }
    return result;
}

// x (P + w s') = x with the sum given: one of the equations follows from the others, so the sum takes
// its place.
Numbers limiting_structure(const Matrix& transition, const Numbers& shares, double total) {
    const std::size_t k = transition.rows();
    const Numbers leave = wastage(transition);
    Matrix balance(k, k);
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            balance(j, i) = transition(i, j) + leave[i] * shares[j] - (i == j ? 1 : 0);
        }
    }
    for (std::size_t i = 0; i < k; ++i) balance(k - 1, i) = 1;
    Numbers right(k);
    right[k - 1] = total;
    const std::optional<Numbers> found = solve(balance, right);
    return found ? *found : Numbers(k, kUndefined);
}

}  // namespace vgap::stats
