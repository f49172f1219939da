#include <algorithm>
#include <map>

#include "core/people/measure_parts.hpp"
#include "core/stats/aalen_johansen.hpp"
#include "core/stats/distribution.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/log_rank.hpp"

namespace vgap::people {

namespace {

constexpr int kWithin[] = {12, 24, 36};  // months
constexpr int kCurveStep = 3;
constexpr int kLongestCurve = 120;
constexpr int kPromoted = 1, kLeft = 2, kElsewhere = 3;  // kinds of Aalen-Johansen

struct Group {
    std::vector<const Stay*> stays;
    std::vector<stats::Wait> waits;
    std::vector<stats::Course> courses;
    std::size_t promotions = 0;
    double months_of_promoted = 0;
};

bool is_event(const Stay& stay, const Transition& transition) {
    return stay.end == End::kPromoted && stay.to == transition.second;
}

Group group_of(const Stays& stays, const Transition& transition) {
    Group group;
    for (const Stay& stay : stays.all) {
        if (stay.stage != transition.first) continue;
        const bool event = is_event(stay, transition);
        int kind = kElsewhere;
        if (event) kind = kPromoted;
        if (stay.end == End::kLeft) kind = kLeft;
        if (stay.end == End::kStillThere) kind = 0;
        group.stays.push_back(&stay);
        group.waits.push_back({stay.months, event, stay.entry});
        group.courses.push_back({stay.months, kind, stay.entry});
        if (!event) continue;
        ++group.promotions;
        group.months_of_promoted += stay.months;
    }
    return group;
}

// The last step at or before the month; before the first nobody has had the event.
const stats::IncidenceStep* step_at(const std::vector<stats::IncidenceStep>& steps, double month) {
    const auto after =
        std::upper_bound(steps.begin(), steps.end(), month,
                         [](double m, const stats::IncidenceStep& s) { return m < s.time; });
    return after == steps.begin() ? nullptr : &*std::prev(after);
}

const stats::SurvivalStep* step_at(const std::vector<stats::SurvivalStep>& steps, double month) {
    const auto after =
        std::upper_bound(steps.begin(), steps.end(), month,
                         [](double m, const stats::SurvivalStep& s) { return m < s.time; });
    return after == steps.begin() ? nullptr : &*std::prev(after);
}

Curve curve_of(const Transition& transition, const stats::Survival& survival,
               const std::vector<stats::IncidenceStep>& promoted,
               const std::vector<stats::IncidenceStep>& left, double last) {
    Curve curve{transition.first, transition.second, {}, {}, {}, {}, {}, {}};
    for (int month = 0; month <= kLongestCurve && month < last + kCurveStep; month += kCurveStep) {
        const stats::SurvivalStep* const step = step_at(survival.steps, month);
        const stats::IncidenceStep* const up = step_at(promoted, month);
        const stats::IncidenceStep* const out = step_at(left, month);
        curve.months.push_back(month);
        curve.waiting.push_back(step == nullptr ? 1 : step->survival);
        curve.low.push_back(step == nullptr ? stats::kUndefined : step->limits.low);
        curve.high.push_back(step == nullptr ? stats::kUndefined : step->limits.high);
        curve.promoted.push_back(up == nullptr ? 0 : up->incidence);
        curve.left.push_back(out == nullptr ? 0 : out->incidence);
    }
    return curve;
}

class Waits {
  public:
    Waits(const Transition& transition, const Question& question, Metrics& metrics)
        : transition_(transition),
          question_(question),
          metrics_(metrics),
          group_(group_of(metrics.stays, transition)) {}

    void measure() {
        const bool hidden = !group_.stays.empty() && group_.stays.size() < question_.least_group;
        const std::size_t first = metrics_.figures.size();
        tell_survival();
        tell_incidence();
        tell_naive();
        tell_difference("waits_by_track", &Stay::track);
        tell_difference("waits_by_group", &Stay::group);
        if (!hidden && !group_.stays.empty()) {
            metrics_.curves.push_back(curve_of(transition_, survival_, promoted_, left_, last_));
        }
        if (!hidden) return;
        for (std::size_t at = first; at < metrics_.figures.size(); ++at) {
            hide(metrics_.figures[at]);
        }
    }

  private:
    Figure figure(std::string_view metric, Unit unit) const {
        Figure made;
        made.metric = metric;
        made.stage = transition_.first;
        made.to = transition_.second;
        made.unit = unit;
        made.n = group_.stays.size();
        made.count = group_.promotions;
        return made;
    }

    void add(Figure made, std::string_view reason) {
        if (!stats::is_defined(made.value)) {
            made.state = State::kUndefined;
            made.reason = made.n == 0 ? "nobody" : reason;
        }
        metrics_.figures.push_back(std::move(made));
    }

    void tell_survival() {
        survival_ = stats::kaplan_meier(group_.waits, kConfidence);
        for (const Stay* each : group_.stays) last_ = std::max(last_, each->months);
        Figure median = figure("promotion_median", Unit::kMonths);
        median.value = survival_.median();
        median.interval = survival_.median_limits();
        const TransitionTarget* const target =
            question_.targets.find(transition_.first, transition_.second);
        if (target != nullptr && target->months) {
            median.wanted = Wanted::kAtMost;
            median.target = *target->months;
        }
        add(std::move(median), "fewer_than_half");
        // Behind the last stay that was seen the curve is not known; what it would add is left out.
        Figure mean = figure("promotion_restricted_mean", Unit::kMonths);
        mean.month = static_cast<int>(kRestrictedTo);
        if (last_ >= kRestrictedTo || ended()) {
            const stats::RestrictedMean found = stats::restricted_mean(survival_, kRestrictedTo);
            mean.value = found.mean;
            mean.interval = stats::normal_interval(found.mean, found.standard_error, kConfidence);
        }
        add(std::move(mean), "not_seen_so_long");
    }

    bool ended() const { return !survival_.steps.empty() && survival_.steps.back().survival == 0; }

    void tell_incidence() {
        promoted_ = stats::aalen_johansen(group_.courses, kPromoted, kConfidence);
        left_ = stats::aalen_johansen(group_.courses, kLeft, kConfidence);
        for (const auto& [metric, steps] :
             {std::pair("promoted_within", &promoted_), std::pair("left_within", &left_)}) {
            for (const int month : kWithin) {
                Figure within = figure(metric, Unit::kShare);
                within.month = month;
                const bool seen = last_ >= month || everybody_went(*steps);
                if (seen && within.n > 0) {
                    const stats::IncidenceStep* const step = step_at(*steps, month);
                    within.value = step == nullptr ? 0 : step->incidence;
                    if (step != nullptr) within.interval = step->limits;
                }
                add(std::move(within), "not_seen_so_long");
            }
        }
    }

    static bool everybody_went(const std::vector<stats::IncidenceStep>& steps) {
        return !steps.empty() && steps.back().at_risk == steps.back().events + steps.back().others;
    }

    void tell_naive() {
        Figure naive = figure("promotion_naive_mean", Unit::kMonths);
        naive.n = group_.promotions;
        naive.value = stats::ratio(group_.months_of_promoted, stats::real(group_.promotions));
        const bool few = group_.promotions > 0 && group_.promotions < question_.least_group;
        if (few) {  // it is about the promoted alone
            hide(naive);
            metrics_.figures.push_back(std::move(naive));
        } else {
            add(std::move(naive), "nobody");
        }
    }

    void tell_difference(std::string_view metric, std::string Stay::*by) {
        std::map<std::string, std::vector<stats::Wait>> parts;
        for (std::size_t i = 0; i < group_.stays.size(); ++i) {
            const std::string& part = group_.stays[i]->*by;
            if (!part.empty()) parts[part].push_back(group_.waits[i]);
        }
        if (parts.size() < 2) return;
        std::vector<std::vector<stats::Wait>> lists;
        Figure test = figure(metric, Unit::kChiSquared);
        test.n = 0;
        test.count = 0;
        bool small = false;
        for (auto& [name, waits] : parts) {
            small = small || waits.size() < question_.least_group;
            test.n += waits.size();
            for (const stats::Wait& wait : waits) test.count += wait.event ? 1 : 0;
            lists.push_back(std::move(waits));
        }
        const stats::LogRank found = stats::log_rank(lists);
        test.value = found.chi_squared;
        test.df = found.df;
        test.p = found.p;
        if (small) {
            hide(test);
            metrics_.figures.push_back(std::move(test));
        } else {
            add(std::move(test), "nothing_to_compare");
        }
    }

    const Transition& transition_;
    const Question& question_;
    Metrics& metrics_;
    Group group_;
    stats::Survival survival_;
    std::vector<stats::IncidenceStep> promoted_, left_;
    double last_ = 0;
};

}  // namespace

void measure_waits(const std::vector<Transition>& transitions, const Question& question,
                   Metrics& metrics) {
    for (const Transition& each : transitions) Waits(each, question, metrics).measure();
}

}  // namespace vgap::people
