#include "core/people/metrics.hpp"

#include <algorithm>
#include <set>

#include "core/people/measure_parts.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/suppression.hpp"

namespace vgap::people {

std::optional<bool> Figure::meets() const {
    if (wanted == Wanted::kNothing || !stats::is_defined(value)) return std::nullopt;
    // 7 of 10 is 70 %, whichever way a double is rounded.
    constexpr double kTie = 1e-12;
    return wanted == Wanted::kAtLeast ? value >= target - kTie : value <= target + kTie;
}

std::vector<Transition> transitions_of(const Records& records, const Targets& targets) {
    std::set<Transition> found;
    for (const Decision& each : records.decisions) {
        if (each.promotion) found.insert({each.from, each.to});
    }
    for (const TransitionTarget& each : targets.transitions) found.insert({each.from, each.to});
    std::vector<Transition> transitions(found.begin(), found.end());
    const auto place = [&](const std::string& stage) {
        const auto at = std::find_if(records.stages.begin(), records.stages.end(),
                                     [&](const Stage& each) { return each.name == stage; });
        return at - records.stages.begin();
    };
    std::stable_sort(transitions.begin(), transitions.end(),
                     [&](const Transition& a, const Transition& b) {
                         return std::pair(place(a.first), place(a.second)) <
                                std::pair(place(b.first), place(b.second));
                     });
    return transitions;
}

std::vector<bool> hidden_groups(const std::vector<std::vector<std::size_t>>& counts,
                                std::size_t least) {
    std::vector<bool> hidden(counts.empty() ? 0 : counts[0].size());
    for (const std::vector<std::size_t>& each : counts) {
        const std::vector<std::int64_t> numbers(each.begin(), each.end());
        const stats::Suppressed found = stats::suppress(numbers, static_cast<std::int64_t>(least));
        for (const std::size_t group : found.primary) hidden[group] = true;
        for (const std::size_t group : found.secondary) hidden[group] = true;
    }
    return hidden;
}

Figure share(std::string_view metric, std::size_t count, std::size_t n, std::size_t open,
             std::optional<double> target) {
    Figure figure;
    figure.metric = metric;
    figure.count = count;
    figure.n = n;
    figure.open = open;
    if (n == 0) {
        figure.state = State::kUndefined;
        figure.reason = "nobody";
    } else {
        figure.value = stats::real(count) / stats::real(n);
        figure.interval = stats::wilson(stats::real(count), stats::real(n), kConfidence,
                                        stats::Continuity::kPlain);
    }
    if (target) {
        figure.wanted = Wanted::kAtLeast;
        figure.target = *target;
    }
    return figure;
}

void hide(Figure& figure) {
    Figure bare;
    bare.metric = figure.metric;
    bare.stage = figure.stage;
    bare.to = figure.to;
    bare.month = figure.month;
    bare.unit = figure.unit;
    bare.wanted = figure.wanted;
    bare.target = figure.target;
    bare.state = State::kHidden;
    figure = bare;
}

Metrics measure(const Records& records, const Question& question) {
    Metrics metrics;
    const std::vector<Transition> transitions = transitions_of(records, question.targets);
    metrics.stays = stays_of(records, question.as_of, question.recorded_from);
    measure_stages(records, question, metrics);
    measure_waits(transitions, question, metrics);
    measure_success(records, transitions, question, metrics);
    measure_roles(records, question, metrics);
    return metrics;
}

}  // namespace vgap::people
