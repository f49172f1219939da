#include "core/stats/kaplan_meier.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"

namespace vgap::stats {

namespace {

// Products of (1 - d/n) that are a half on paper may miss it by a rounding.
constexpr double kTie = 1e-12;

Interval log_log_limits(const SurvivalStep& step, double z) {
    if (!(step.survival > 0 && step.survival < 1)) return {};
    const double reach = z * std::sqrt(step.greenwood) / std::fabs(std::log(step.survival));
    return {std::pow(step.survival, std::exp(reach)), std::pow(step.survival, std::exp(-reach))};
}

}  // namespace

Survival kaplan_meier(std::span<const Wait> waits, double confidence) {
    std::vector<Wait> by_time(waits.begin(), waits.end());
    std::sort(by_time.begin(), by_time.end(),
              [](const Wait& a, const Wait& b) { return a.time < b.time; });
    Numbers entries;
    for (const Wait& wait : waits) {
        if (wait.entry > 0) entries.push_back(wait.entry);
    }
    std::sort(entries.begin(), entries.end());

    Survival result;
    result.people = waits.size();
    const double z = normal_critical(confidence);
    double survival = 1;
    double greenwood = 0;
    std::size_t entered = 0;  // of those who come later
    for (std::size_t i = 0; i < by_time.size();) {
        SurvivalStep step;
        step.time = by_time[i].time;
        while (entered < entries.size() && entries[entered] < step.time) ++entered;
        step.at_risk = real(by_time.size() - i) - real(entries.size() - entered);
        for (; i < by_time.size() && by_time[i].time == step.time; ++i) {
            if (by_time[i].event) ++step.events;
        }
        if (step.events == 0) continue;
        result.events += static_cast<std::size_t>(step.events);
        const double rest = step.at_risk - step.events;
        survival = rest == 0 ? 0 : survival * (rest / step.at_risk);
        greenwood = survival == 0 ? kUndefined : greenwood + step.events / (step.at_risk * rest);
        step.survival = survival;
        step.greenwood = greenwood;
        step.standard_error = survival * std::sqrt(greenwood);
        step.limits = log_log_limits(step, z);
        result.steps.push_back(step);
    }
    return result;
}

double Survival::at(double time) const {
    if (people == 0) return kUndefined;
    const auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                        [](double t, const SurvivalStep& s) { return t < s.time; });
    return after == steps.begin() ? 1 : std::prev(after)->survival;
}

double Survival::first_time_at_most(double level) const {
    for (const SurvivalStep& step : steps) {
        if (step.survival <= level + kTie) return step.time;
    }
    return kUndefined;
}

Interval Survival::median_limits() const {
    Interval result;
    for (const SurvivalStep& step : steps) {
        if (!is_defined(result.low) && step.limits.low <= 0.5 + kTie) result.low = step.time;
        if (!is_defined(result.high) && step.limits.high <= 0.5 + kTie) result.high = step.time;
    }
    return result;
}

RestrictedMean restricted_mean(const Survival& survival, double tau) {
    RestrictedMean result;
    if (survival.people == 0 || !(tau >= 0)) return result;
    // From the end, so that the area behind each step is at hand.
    double area = 0;
    double variance = 0;
    double end = tau;
    for (std::size_t i = survival.steps.size(); i-- > 0;) {
        const SurvivalStep& step = survival.steps[i];
        if (step.time >= tau) continue;
        area += step.survival * (end - step.time);
        end = step.time;
        const double rest = step.at_risk - step.events;
        if (rest > 0) variance += area * area * step.events / (step.at_risk * rest);
    }
    result.mean = area + end;
    result.standard_error = std::sqrt(variance);
    return result;
}

}  // namespace vgap::stats
