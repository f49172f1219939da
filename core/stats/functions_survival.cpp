// Waiting times.

#include <algorithm>

#include "core/stats/aalen_johansen.hpp"
#include "core/stats/call.hpp"
#include "core/stats/distribution.hpp"
#include "core/stats/function_rows.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/log_rank.hpp"

namespace vgap::stats {

namespace {

constexpr double kMostTime = 1e15;

struct Times {
    Numbers entry;  // 0 for all when there is no such column
    Numbers time;
    std::vector<std::string> status;

    bool complete(std::size_t r) const {
        return is_defined(time[r]) && is_defined(entry[r]) && !status[r].empty() &&
               status[r] != "NA";
    }
};

Times times_of(Call& call) {
    const auto at = [&](std::string_view key) {
        const json::Reader place = call.at(key);
        return call.column(place.string(), place, {0, kMostTime});
    };
    Times times;
    times.time = at("time");
    times.entry = call.has("entry") ? at("entry") : Numbers(call.rows(), 0);
    const json::Reader status = call.at("status");
    times.status = call.labels(status.string(), status);
    for (std::size_t r = 0; r < times.time.size() && !call.failed(); ++r) {
        if (!(times.entry[r] > 0 && times.entry[r] >= times.time[r])) continue;
        call.at("entry").report("error.stats.entry_not_before",
                                {{"row", std::to_string(r + 1)},
                                 {"entry", number_text(times.entry[r])},
                                 {"time", number_text(times.time[r])}});
    }
    return times;
}

void note_left_out(Call& call, const Times& times) {
    std::size_t left_out = 0;
    for (std::size_t r = 0; r < times.time.size(); ++r) {
        if (!times.complete(r)) ++left_out;
    }
    if (left_out > 0) call.answer.count("rows_left_out", left_out);
}

void answer_curve(Answer& answer, const std::string& prefix, const Survival& survival) {
    Numbers time, risk, events, share, error, low, high;
    for (const SurvivalStep& step : survival.steps) {
        time.push_back(step.time);
        risk.push_back(step.at_risk);
        events.push_back(step.events);
        share.push_back(step.survival);
        error.push_back(step.standard_error);
        low.push_back(step.limits.low);
        high.push_back(step.limits.high);
    }
    answer.numbers(prefix + "time", time);
    answer.numbers(prefix + "n_risk", risk);
    answer.numbers(prefix + "n_event", events);
    answer.numbers(prefix + "survival", share);
    answer.numbers(prefix + "se_greenwood", error);
    answer.numbers(prefix + "ci_low_loglog", low);
    answer.numbers(prefix + "ci_high_loglog", high);
    answer.count(prefix + "n", survival.people);
    answer.count(prefix + "events", survival.events);
    answer.count(prefix + "censored", survival.people - survival.events);
    answer.number(prefix + "median", survival.median());
    constexpr double kQuartile = 0.25;
    answer.numbers(prefix + "quartiles_first_time",
                   {survival.first_time_at_most(1 - kQuartile), survival.median(),
                    survival.first_time_at_most(kQuartile)});
    answer.interval(prefix + "median_ci_loglog", survival.median_limits());
    if (!is_defined(survival.median())) {
        answer.reason(prefix + "median", survival.people == 0 ? "no_rows" : "not_reached");
    }
}

void answer_restricted(Call& call, const std::string& prefix, const Survival& survival,
                       const Numbers& taus) {
    for (const double tau : taus) {
        const std::string at = number_text(tau);
        const auto named = [&](std::string_view what) {
            std::string name = prefix;
            name += what;
            name += at;
            return name;
        };
        const RestrictedMean mean = restricted_mean(survival, tau);
        call.answer.number(named("rmst_"), mean.mean);
        call.answer.number(named("rmst_se_"), mean.standard_error);
        call.answer.interval(named("rmst_ci_"),
                             normal_interval(mean.mean, mean.standard_error, call.confidence()));
    }
}

// Second minus first.
void answer_difference(Call& call, const Survival& first, const Survival& second,
                       const Numbers& taus) {
    for (const double tau : taus) {
        const std::string at = number_text(tau);
        const RestrictedMean a = restricted_mean(first, tau);
        const RestrictedMean b = restricted_mean(second, tau);
        const double difference = b.mean - a.mean;
        const double error = std::hypot(a.standard_error, b.standard_error);
        call.answer.number("rmst_difference_" + at, difference);
        call.answer.number("rmst_difference_se_" + at, error);
        call.answer.interval("rmst_difference_ci_" + at,
                             normal_interval(difference, error, call.confidence()));
        call.answer.number("rmst_difference_p_" + at, normal_two_sided(ratio(difference, error)));
    }
}

Numbers points_at(const Call& call, std::string_view key) {
    Numbers points;
    if (!call.has(key)) return points;
    for (const json::Reader& each : call.at(key).elements()) {
        points.push_back(each.number(0, kMostTime));
    }
    return points;
}

}  // namespace

void run_kaplan_meier(Call& call) {
    const Times times = times_of(call);
    const std::string event = call.has("status_event") ? label_at(call.at("status_event")) : "1";
    const Numbers taus = points_at(call, "rmst_tau");
    const Numbers points = points_at(call, "survival_at");
    const bool grouped = call.has("group");
    Grouping groups;
    if (grouped) {
        groups = call.grouping("group");
    } else {
        groups.labels = {""};
        groups.of_row.assign(call.rows(), 0);
    }
    const double confidence = call.confidence();
    if (call.failed()) return;

    std::vector<std::vector<Wait>> waits(groups.labels.size());
    for (std::size_t r = 0; r < call.rows(); ++r) {
        if (!times.complete(r) || groups.of_row[r] == Grouping::kNone) continue;
        waits[groups.of_row[r]].push_back(
            {times.time[r], same_label(times.status[r], event), times.entry[r]});
    }
    std::vector<Survival> curves;
    std::vector<std::string> prefixes;
    for (std::size_t g = 0; g < waits.size(); ++g) {
        curves.push_back(kaplan_meier(waits[g], confidence));
        prefixes.push_back(grouped ? groups.labels[g] + "." : "");
        answer_curve(call.answer, prefixes[g], curves[g]);
        answer_restricted(call, prefixes[g], curves[g], taus);
        if (points.empty()) continue;
        Numbers at;
        for (const double point : points) at.push_back(curves[g].at(point));
        call.answer.numbers(prefixes[g] + "survival_at", at);
    }
    note_left_out(call, times);
    if (!grouped) return;
    const LogRank test = log_rank(waits);
    call.answer.texts("logrank_groups", groups.labels);
    call.answer.number("logrank_chisq", test.chi_squared);
    call.answer.number("logrank_df", test.df);
    call.answer.number("logrank_p", test.p);
    call.answer.numbers("logrank_observed", test.observed);
    call.answer.numbers("logrank_expected", test.expected);
    if (!is_defined(test.chi_squared)) call.answer.reason("logrank_chisq", "nothing_to_compare");
    if (curves.size() == 2) answer_difference(call, curves[0], curves[1], taus);
}

void run_aalen_johansen(Call& call) {
    const Times times = times_of(call);
    const std::vector<std::string> kinds = call.texts("events", 1);
    const Numbers points = points_at(call, "at");
    const double confidence = call.confidence();
    if (call.failed()) return;
    std::vector<Course> courses;
    for (std::size_t r = 0; r < call.rows(); ++r) {
        if (!times.complete(r)) continue;
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const std::string& name) {
            return same_label(name, times.status[r]);
        });
        const int code = kind == kinds.end() ? 0 : static_cast<int>(kind - kinds.begin()) + 1;
        courses.push_back({times.time[r], code, times.entry[r]});
    }
    Answer& answer = call.answer;
    answer.count("n", courses.size());
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const std::vector<IncidenceStep> steps =
            aalen_johansen(courses, static_cast<int>(k) + 1, confidence);
        Numbers time, risk, events, incidence, error, low, high;
        for (const IncidenceStep& step : steps) {
            time.push_back(step.time);
            risk.push_back(step.at_risk);
            events.push_back(step.events);
            incidence.push_back(step.incidence);
            error.push_back(std::sqrt(step.variance));
            low.push_back(step.limits.low);
            high.push_back(step.limits.high);
        }
        const std::string prefix = kinds[k] + ".";
        answer.numbers(prefix + "time", time);
        answer.numbers(prefix + "n_risk", risk);
        answer.numbers(prefix + "n_event", events);
        answer.numbers(prefix + "incidence", incidence);
        answer.numbers(prefix + "se", error);
        answer.numbers(prefix + "ci_low_loglog", low);
        answer.numbers(prefix + "ci_high_loglog", high);
        if (points.empty()) continue;
        Numbers at;
        for (const double point : points) {
            const auto after = std::upper_bound(time.begin(), time.end(), point);
            at.push_back(after == time.begin()
                             ? 0
                             : incidence[static_cast<std::size_t>(after - time.begin()) - 1]);
        }
        answer.numbers(prefix + "incidence_at", at);
    }
    note_left_out(call, times);
}

}  // namespace vgap::stats
