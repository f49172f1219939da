#include "core/plan/rank.hpp"

#include <algorithm>
#include <array>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::plan {

using instrument::Action;
using instrument::Index;
using instrument::kNone;
using instrument::Move;
using instrument::Question;
using Standing = Room::Standing;

namespace {

struct Situation {
    const instrument::Instrument& instrument;
    const answers::Answers& answers;
    const scoring::Profile& profile;
    Room& room;
};

Standing standing_of(const Situation& at, const Action& action) {
    for (const Index p : action.patterns) {
        if (at.profile.patterns[p].found == base::Tri::kTrue) return Standing::kForItsPattern;
    }
    for (const Index d : action.dimensions) {
        const scoring::DimensionScore& score = at.profile.dimensions[d];
        if (score.gap && *score.gap > 0) return Standing::kForItsGap;
    }
    return Standing::kOut;
}

// Only an answered item of a sufficient dimension moves the index.
bool moves_index(const Situation& at, Index q) {
    const Index i = at.profile.room.item_of_question[q];
    return i != kNone && at.profile.items[i].score &&
           at.profile.dimensions[at.instrument.questions[q].dimension].sufficient;
}

// The action's moves on the state left by those chosen before, each capped at the scale's top.
void try_moves(const Situation& at, const Action& action) {
    Room& room = at.room;
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Index d = at.instrument.questions[move.item].dimension;
        room.trial[d] = room.gaps[d];
        room.trial_moved[move.item] = room.moved[move.item];
    }
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Question& question = at.instrument.questions[move.item];
        const Index d = question.dimension;
        int& moved = room.trial_moved[move.item];
        const int left =
            question.points - 1 - answers::keyed_point(question, at.answers[move.item]) - moved;
        const int points = std::min(move.points, left);
        const double rise = scoring::rise_of_one_point(question, at.profile.dimensions[d]);
        room.trial[d] = std::max(0.0, room.trial[d] - points * rise);
        moved += points;
    }
}

std::int64_t closes(const Situation& at, const Action& action) {
    try_moves(at, action);
    double fall = 0;
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Index d = at.instrument.questions[move.item].dimension;
        fall += at.instrument.dimensions[d].weight * (at.room.gaps[d] - at.room.trial[d]);
        at.room.trial[d] = at.room.gaps[d];  // a dimension counts once
    }
    return base::to_billionths(fall * scoring::index_per_gap(at.profile));
}

void take(const Situation& at, const Action& action) {
    try_moves(at, action);
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Index d = at.instrument.questions[move.item].dimension;
        at.room.gaps[d] = at.room.trial[d];
        at.room.moved[move.item] = at.room.trial_moved[move.item];
    }
}

struct Candidate {
    Index action = kNone;
    std::int64_t closes = 0;
    double per_day = 0;  // quantised, so that noise breaks no tie
};

// Index points closed per day of effort; then the smaller id. Whatever closes something comes
// before whatever closes nothing.
Candidate find_best(const Situation& at, const std::array<int, instrument::kHorizons>& places) {
    Candidate best;
    for (std::size_t a = 0; a < at.instrument.actions.size(); ++a) {
        const Action& action = at.instrument.actions[a];
        if (at.room.standing[a] == Standing::kOut) continue;
        if (places[static_cast<std::size_t>(action.horizon)] <= 0) continue;
        Candidate candidate{static_cast<Index>(a), closes(at, action), 0};
        if (candidate.closes <= 0 && at.room.standing[a] != Standing::kForItsPattern) continue;
        candidate.per_day =
            base::quantised(base::from_billionths(candidate.closes) / action.effort_days);
        const bool better = best.action == kNone || (candidate.closes > 0) > (best.closes > 0) ||
                            ((candidate.closes > 0) == (best.closes > 0) &&
                             (candidate.per_day > best.per_day ||
                              (candidate.per_day == best.per_day &&
                               action.id < at.instrument.actions[best.action].id)));
        if (better) best = candidate;
    }
    return best;
}

}  // namespace

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, Room& room, int most) {
    const Situation at{instrument, answers, profile, room};
    plan.clear();
    room.standing.resize(instrument.actions.size());
    for (std::size_t a = 0; a < instrument.actions.size(); ++a) {
        room.standing[a] = standing_of(at, instrument.actions[a]);
    }
    room.gaps.resize(profile.dimensions.size());
    room.trial.resize(profile.dimensions.size());
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        room.gaps[d] = profile.index ? profile.dimensions[d].exact_gap : 0.0;
    }
    room.moved.assign(instrument.questions.size(), 0);
    room.trial_moved.resize(instrument.questions.size());

    std::array<int, instrument::kHorizons> places{};
    places.fill(most);
    for (;;) {
        const Candidate best = find_best(at, places);
        if (best.action == kNone) return;
        const Action& action = instrument.actions[best.action];
        plan.push_back({best.action, base::from_billionths(best.closes)});
        room.standing[best.action] = Standing::kOut;
        --places[static_cast<std::size_t>(action.horizon)];
        take(at, action);
    }
}

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, int most) {
    Room room;
    rank(instrument, answers, profile, plan, room, most);
}

}  // namespace vgap::plan
