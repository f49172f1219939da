#include "core/readiness/assess.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/readiness/conclude.hpp"
#include "core/stats/distribution.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::readiness {

namespace {

using answers::AnswerState;
using instrument::Question;

// Sums of one group: a named role, or all blocks of the same roles.
struct Group {
    double weight = 0;
    int raters = 0;
    std::int64_t sum = 0;
    std::vector<ItemSum> items;
};

using Groups = std::map<std::vector<Index>, Group>;

double mean_of(const Group& group) {
    return base::from_billionths(group.sum) / group.raters;
}

void add_items(const std::vector<ItemSum>& items, Group& group) {
    group.items.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        group.items[i].raters += items[i].raters;
        group.items[i].points += items[i].points;
    }
}

class Viewing {
  public:
    Viewing(const Instrument& instrument, const Rules& rules,
            std::span<const Rating* const> ratings)
        : instrument_(instrument), rules_(rules), ratings_(ratings) {}

    CapabilityView view(Index dimension, const CapabilityRelease& release) const {
        CapabilityView view;
        view.required = instrument_.dimensions[dimension].required_base;
        view.floor = rules_.floors[dimension];
        Groups groups;
        for (const Block& block : release.blocks) {
            Group& group = groups[block.roles];
            for (const Index role : block.roles) {
                group.weight = std::max(group.weight, rules_.roles[role].weight);
            }
            group.raters += static_cast<int>(block.raters.size());
            group.sum += block.sum;
            add_items(block.items, group);
        }
        for (const Rating* rating : ratings_) add_known(*rating, dimension, groups, view);
        for (const auto& [roles, group] : groups) {
            view.groups.push_back({roles, group.raters, base::quantised(mean_of(group))});
            view.raters += group.raters;
        }
        find_items(groups, view);
        view.spread = release.spread;
        if (view.spread && stats::is_defined(view.spread->ad)) {
            // Burke & Dunlap's cut-off for A response options.
            const Index item = instrument_.dimensions[dimension].items[0];
            view.agree = view.spread->ad <= instrument_.questions[item].points / 6.0;
        }
        constexpr int kFewest = 2;
        if (view.raters < kFewest) return view;
        find_others(groups, view);
        if (view.self) view.self_gap = base::quantised(*view.self - *view.others);
        return view;
    }

  private:
    // The candidate, and raters whose answers are known to be theirs.
    void add_known(const Rating& rating, Index dimension, Groups& groups,
                   CapabilityView& view) const {
        const Role& role = rules_.roles[rating.role];
        if (role.view == View::kAnonymous) return;
        const std::optional<std::int64_t> score = score_of(instrument_, rating, dimension);
        if (!score) return;
        if (role.view == View::kSelf) {
            view.self = base::from_billionths(*score);
            return;
        }
        Group& group = groups[{rating.role}];
        group.weight = role.weight;
        ++group.raters;
        group.sum += *score;
        std::vector<ItemSum> items;
        answers::Reachable reachable;
        answers::find_reachable(instrument_, rating.answers, reachable);
        for (const Index item : instrument_.dimensions[dimension].items) {
            const answers::Answer& answer = rating.answers[item];
            const bool counts = reachable[item] != 0 && answer.state == AnswerState::kAnswered;
            items.push_back(
                counts ? ItemSum{1, answers::keyed_point(instrument_.questions[item], answer)}
                       : ItemSum{});
        }
        add_items(items, group);
    }

    static void find_items(const Groups& groups, CapabilityView& view) {
        std::size_t items = 0;
        for (const auto& each : groups) items = std::max(items, each.second.items.size());
        for (std::size_t i = 0; i < items; ++i) {
            double sum = 0, weight = 0;
            for (const auto& each : groups) {
                const ItemSum& item = each.second.items[i];
                if (item.raters == 0) continue;
                sum += each.second.weight * item.points / item.raters;
                weight += each.second.weight;
            }
            std::optional<double>& points = view.item_points.emplace_back();
            if (weight > 0) points = base::quantised(sum / weight);
        }
    }

    void find_others(const Groups& groups, CapabilityView& view) const {
        double sum = 0, weight = 0, squares = 0;
        for (const auto& each : groups) {
            const Group& group = each.second;
            sum += group.weight * mean_of(group);
            weight += group.weight;
            squares += group.weight * group.weight / group.raters;
        }
        view.others = base::quantised(sum / weight);
        if (!view.spread) return;
        const double reach = stats::t_critical(rules_.confidence, view.spread->df) *
                             view.spread->deviation * std::sqrt(squares) / weight;
        view.low = std::max(0.0, std::floor(*view.others - reach));
        view.high = std::min(100.0, std::ceil(*view.others + reach));
    }

    const Instrument& instrument_;
    const Rules& rules_;
    std::span<const Rating* const> ratings_;
};

// The option that all of them chose; nothing when nobody answered or two differ.
std::optional<int> agreed(const Answered& answered, std::span<const Rating* const> ratings) {
    std::optional<int> option;
    for (const Rating* rating : ratings) {
        const answers::Answer& answer = rating->answers[answered.question];
        if (rating->role != answered.role || answer.state != AnswerState::kAnswered) continue;
        if (option && *option != answer.point) return std::nullopt;
        option = answer.point;
    }
    return option;
}

int count_waiting(const Rules& rules, std::span<const Rating* const> ratings,
                  const CandidateRelease& release) {
    std::set<std::string_view> told;
    for (const CapabilityRelease& capability : release.capabilities) {
        for (const Block& block : capability.blocks) {
            told.insert(block.raters.begin(), block.raters.end());
        }
    }
    int waiting = 0;
    for (const Rating* rating : ratings) {
        if (rules.roles[rating->role].view == View::kAnonymous &&
            !told.contains(rater_key(*rating))) {
            ++waiting;
        }
    }
    return waiting;
}

}  // namespace

Assessment assess(const Instrument& instrument, const Rules& rules,
                  std::span<const Rating* const> ratings, const CandidateRelease& release) {
    Assessment assessment;
    assessment.id = release.id;
    assessment.raters.assign(rules.roles.size(), 0);
    for (const Rating* rating : ratings) {
        ++assessment.raters[rating->role];
        if (rating->pending_promotion) assessment.pending_promotion = rating->pending_promotion;
    }
    assessment.waiting = count_waiting(rules, ratings, release);
    const Viewing viewing(instrument, rules, ratings);
    for (Index d = 0; d < instrument.dimensions.size(); ++d) {
        assessment.capabilities.push_back(viewing.view(d, release.capabilities[d]));
    }
    assessment.performance = agreed(rules.performance, ratings);
    if (assessment.performance) {
        assessment.high_performance =
            rules.performance.yes[static_cast<std::size_t>(*assessment.performance)] != 0;
    }
    assessment.interest = agreed(rules.interest, ratings);
    if (assessment.interest) {
        const auto option = static_cast<std::size_t>(*assessment.interest);
        if (rules.interest.yes[option] != 0) assessment.path = Path::kLeadership;
        if (rules.interest.no[option] != 0) assessment.path = Path::kContributor;
    }
    conclude(instrument, rules, assessment);
    return assessment;
}

std::string_view to_string(Status status) {
    constexpr std::string_view kNames[] = {"ready_now", "ready_with_support", "develop_first",
                                           "not_enough_evidence"};
    return kNames[static_cast<std::size_t>(status)];
}

std::string_view to_string(Path path) {
    constexpr std::string_view kNames[] = {"leadership", "contributor", "ask_first"};
    return kNames[static_cast<std::size_t>(path)];
}

std::string_view to_string(Quadrant quadrant) {
    constexpr std::string_view kNames[] = {"high_potential", "performer_not_leader", "wrong_seat",
                                           "neither_yet"};
    return kNames[static_cast<std::size_t>(quadrant)];
}

std::string_view to_string(ReasonKind kind) {
    constexpr std::string_view kNames[] = {"at_threshold",   "below_threshold", "beyond_support",
                                           "floor_not_held", "too_few_raters",  "too_few_views",
                                           "no_interval"};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace vgap::readiness
