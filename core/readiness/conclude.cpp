#include "core/readiness/conclude.hpp"

#include <algorithm>

namespace vgap::readiness {

namespace {

using instrument::Action;
using instrument::kNone;

constexpr std::size_t kMostItemsOfGap = 2;

int anonymous_raters(const Rules& rules, const CapabilityView& view) {
    int raters = 0;
    for (const GroupMean& group : view.groups) {
        if (rules.roles[group.roles[0]].view == View::kAnonymous) raters += group.raters;
    }
    return raters;
}

void add_evidence_reasons(const Rules& rules, Index c, const CapabilityView& view,
                          std::vector<Reason>& reasons) {
    const auto views = static_cast<int>(view.groups.size());
    if (view.raters < rules.least_raters) {
        reasons.push_back(
            {ReasonKind::kTooFewRaters, c, double(view.raters), double(rules.least_raters)});
    }
    if (views < rules.least_views) {
        reasons.push_back({ReasonKind::kTooFewViews, c, double(views), double(rules.least_views)});
    }
    if (!view.low) {
        reasons.push_back({ReasonKind::kNoInterval, c, double(anonymous_raters(rules, view)),
                           double(rules.minimum_spread)});
    }
}

void decide_status(const Rules& rules, Assessment& assessment) {
    std::vector<Reason> missing, against, lower;
    std::vector<Reason> held;
    for (Index c = 0; c < assessment.capabilities.size(); ++c) {
        const CapabilityView& view = assessment.capabilities[c];
        const std::size_t before = missing.size();
        add_evidence_reasons(rules, c, view, missing);
        if (missing.size() > before || !view.others) continue;
        if (*view.others >= view.required) {
            held.push_back({ReasonKind::kAtThreshold, c, *view.others, view.required});
        } else {
            against.push_back({ReasonKind::kBelowThreshold, c, *view.others, view.required});
        }
        if (*view.low < view.floor) {
            against.push_back({ReasonKind::kFloorNotHeld, c, *view.low, view.floor});
        }
        const double support = std::max(0.0, view.required - rules.support_within);
        if (*view.others < support) {
            lower.push_back({ReasonKind::kBeyondSupport, c, *view.others, support});
        }
    }
    if (!missing.empty()) {
        assessment.status = Status::kNotEnoughEvidence;
        assessment.reasons = std::move(missing);
    } else if (against.empty()) {
        assessment.status = Status::kReadyNow;
        assessment.reasons = std::move(held);
    } else {
        assessment.status = lower.empty() ? Status::kReadyWithSupport : Status::kDevelopFirst;
        assessment.reasons = std::move(against);
        assessment.reasons.insert(assessment.reasons.end(), lower.begin(), lower.end());
    }
}

void decide_quadrant(Assessment& assessment) {
    const bool is_known = assessment.status != Status::kNotEnoughEvidence;
    const bool is_ready = is_known && assessment.status != Status::kDevelopFirst;
    const bool is_pending = assessment.pending_promotion.value_or(false);
    assessment.unproven_promotion = is_pending && !is_known;
    if (!is_known || !assessment.high_performance) return;
    const bool is_high = *assessment.high_performance;
    assessment.quadrant = is_ready
                              ? (is_high ? Quadrant::kHighPotential : Quadrant::kWrongSeat)
                              : (is_high ? Quadrant::kPerformerNotLeader : Quadrant::kNeitherYet);
    assessment.double_loss = is_high && !is_ready && is_pending;
}

void find_gaps(const Instrument& instrument, Assessment& assessment) {
    for (Index c = 0; c < assessment.capabilities.size(); ++c) {
        const CapabilityView& view = assessment.capabilities[c];
        if (!view.others || *view.others >= view.required) continue;
        Gap gap{c, view.required - *view.others, {}};
        const std::vector<Index>& items = instrument.dimensions[c].items;
        const auto share = [&](Index i) {
            return *view.item_points[i] / (instrument.questions[items[i]].points - 1);
        };
        for (Index i = 0; i < items.size(); ++i) {
            if (view.item_points[i] && share(i) < 1) gap.items.push_back(i);
        }
        std::stable_sort(gap.items.begin(), gap.items.end(),
                         [&](Index a, Index b) { return share(a) < share(b); });
        if (gap.items.size() > kMostItemsOfGap) gap.items.resize(kMostItemsOfGap);
        assessment.gaps.push_back(std::move(gap));
    }
    std::stable_sort(assessment.gaps.begin(), assessment.gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.points > b.points; });
}

// The action of this horizon with the largest value, if any is above 0.
template <class Value>
Index best_action(const Instrument& instrument, instrument::Horizon horizon, Value value) {
    Index best = kNone;
    double most = 0;
    for (Index a = 0; a < instrument.actions.size(); ++a) {
        const Action& action = instrument.actions[a];
        if (action.horizon != horizon) continue;
        const double own = value(action);
        const bool is_better =
            own > most || (own == most && best != kNone &&
                           action.effort_days < instrument.actions[best].effort_days);
        if (own <= 0 || !is_better) continue;
        best = a;
        most = own;
    }
    return best;
}

void choose_actions(const Instrument& instrument, Assessment& assessment) {
    if (assessment.gaps.empty() || assessment.path == Path::kContributor) return;
    const auto closes = [&](const Action& action, std::size_t gaps) {
        double points = 0;
        for (std::size_t g = 0; g < gaps; ++g) {
            const Gap& gap = assessment.gaps[g];
            if (std::count(action.dimensions.begin(), action.dimensions.end(), gap.capability) >
                0) {
                points += gap.points;
            }
        }
        return points;
    };
    assessment.project =
        best_action(instrument, instrument::Horizon::kQuarter,
                    [&](const Action& action) { return closes(action, assessment.gaps.size()); });
    assessment.first_step = best_action(instrument, instrument::Horizon::kWeek,
                                        [&](const Action& action) { return closes(action, 1); });
}

void find_raters_to_ask(const Rules& rules, Assessment& assessment) {
    if (assessment.status != Status::kNotEnoughEvidence) return;
    for (Index r = 0; r < rules.roles.size(); ++r) {
        const int needed = rules.roles[r].view == View::kAnonymous ? rules.minimum_raters : 1;
        if (assessment.raters[r] < needed) {
            assessment.more_raters.emplace_back(r, needed - assessment.raters[r]);
        }
    }
}

}  // namespace

void conclude(const Instrument& instrument, const Rules& rules, Assessment& assessment) {
    decide_status(rules, assessment);
    decide_quadrant(assessment);
    find_gaps(instrument, assessment);
    choose_actions(instrument, assessment);
    find_raters_to_ask(rules, assessment);
}

}  // namespace vgap::readiness
