#include <map>

#include "core/people/measure_parts.hpp"

namespace vgap::people {

namespace {

struct Tries {
    std::size_t approved = 0, decided = 0, pending = 0;

    void add(const Tries& other) {
        approved += other.approved;
        decided += other.decided;
        pending += other.pending;
    }
};

// One person's way over one transition.
struct Case {
    bool approved = false;
    bool refused = false;
    bool pending = false;
};

bool is_decided(const Decision& decision) {
    return decision.outcome == Outcome::kApproved || decision.outcome == Outcome::kNotYet;
}

}  // namespace

void measure_success(const Records& records, const std::vector<Transition>& transitions,
                     const Question& question, Metrics& metrics) {
    std::map<Transition, Tries> first, eventual;
    std::map<std::pair<std::string, Transition>, Case> cases;
    for (const Decision& each : records.decisions) {
        if (!each.promotion) continue;
        const Transition of{each.from, each.to};
        const bool pending = each.outcome == Outcome::kPending;
        const bool approved = each.outcome == Outcome::kApproved;
        if (each.attempt == 1) {
            first[of].add({approved ? 1u : 0u, is_decided(each) ? 1u : 0u, pending ? 1u : 0u});
        }
        Case& one = cases[{each.id, of}];
        one.approved = one.approved || approved;
        one.refused = one.refused || each.outcome == Outcome::kNotYet;
        one.pending = one.pending || pending;
    }
    for (const auto& [key, one] : cases) {
        const bool open = !one.approved && one.pending;
        const bool settled = one.approved || (one.refused && !open);
        eventual[key.second].add({one.approved ? 1u : 0u, settled ? 1u : 0u, open ? 1u : 0u});
    }
    std::vector<std::vector<std::size_t>> sizes(2);
    for (const Transition& each : transitions) {
        sizes[0].push_back(first[each].decided);
        sizes[1].push_back(eventual[each].decided);
    }
    const std::vector<bool> hidden = hidden_groups(sizes, question.least_group);
    const auto tell = [&](std::string_view metric, std::map<Transition, Tries>& tries,
                          const std::optional<double>& target, bool own_targets) {
        Tries all;
        for (std::size_t at = 0; at < transitions.size(); ++at) {
            const Tries& each = tries[transitions[at]];
            all.add(each);
            std::optional<double> wanted = target;
            const TransitionTarget* const own =
                question.targets.find(transitions[at].first, transitions[at].second);
            if (own_targets && own != nullptr && own->first_success) wanted = own->first_success;
            Figure figure = share(metric, each.approved, each.decided, each.pending, wanted);
            figure.stage = transitions[at].first;
            figure.to = transitions[at].second;
            if (hidden[at]) hide(figure);
            metrics.figures.push_back(std::move(figure));
        }
        Figure figure = share(metric, all.approved, all.decided, all.pending, target);
        if (figure.n > 0 && figure.n < question.least_group) hide(figure);
        metrics.figures.push_back(std::move(figure));
    };
    tell("first_submission_success", first, question.targets.first_success, true);
    tell("eventual_success", eventual, question.targets.eventual_success, false);
}

}  // namespace vgap::people
