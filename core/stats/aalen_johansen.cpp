#include "core/stats/aalen_johansen.hpp"

#include <algorithm>

#include "core/stats/distribution.hpp"

namespace vgap::stats {

namespace {

Interval limits_of(double incidence, double variance, double z) {
    if (!(incidence > 0 && incidence < 1)) return {};
    const double reach =
        z * std::sqrt(variance) / ((1 - incidence) * std::fabs(std::log(1 - incidence)));
    return {1 - std::pow(1 - incidence, std::exp(-reach)),
            1 - std::pow(1 - incidence, std::exp(reach))};
}

}  // namespace

std::vector<IncidenceStep> aalen_johansen(std::span<const Course> courses, int kind,
                                          double confidence) {
    std::vector<Course> by_time(courses.begin(), courses.end());
    std::sort(by_time.begin(), by_time.end(),
              [](const Course& a, const Course& b) { return a.time < b.time; });
    Numbers entries;
    for (const Course& course : courses) {
        if (course.entry > 0) entries.push_back(course.entry);
    }
    std::sort(entries.begin(), entries.end());

    const double z = normal_critical(confidence);
    std::vector<IncidenceStep> steps;
    double survival = 1;  // free of every kind
    double incidence = 0;
    // The variance at t is a sum over earlier s of (F(t) - F(s))^2 g - 2 (F(t) - F(s)) h + v.
    double sum_g = 0, sum_fg = 0, sum_ffg = 0, sum_h = 0, sum_fh = 0, sum_v = 0;
    std::size_t entered = 0;
    for (std::size_t i = 0; i < by_time.size();) {
        IncidenceStep step;
        step.time = by_time[i].time;
        while (entered < entries.size() && entries[entered] < step.time) ++entered;
        const double n = real(by_time.size() - i) - real(entries.size() - entered);
        for (; i < by_time.size() && by_time[i].time == step.time; ++i) {
            if (by_time[i].kind == kind) {
                ++step.events;
            } else if (by_time[i].kind != 0) {
                ++step.others;
            }
        }
        const double all = step.events + step.others;
        if (all == 0) continue;
        step.at_risk = n;
        incidence += survival * step.events / n;
        // When nobody is left, F never moves again and this step adds nothing through g.
        const double g = n > all ? all / (n * (n - all)) : 0;
        const double h = survival * step.events / (n * n);
        sum_g += g;
        sum_fg += incidence * g;
        sum_ffg += incidence * incidence * g;
        sum_h += h;
        sum_fh += incidence * h;
        sum_v += survival * survival * step.events * (n - step.events) / (n * n * n);
        survival *= (n - all) / n;
        step.incidence = incidence;
        step.variance = std::max(0.0, incidence * incidence * sum_g - 2 * incidence * sum_fg +
                                          sum_ffg - 2 * (incidence * sum_h - sum_fh) + sum_v);
        step.limits = limits_of(incidence, step.variance, z);
        steps.push_back(step);
    }
    return steps;
}

}  // namespace vgap::stats
