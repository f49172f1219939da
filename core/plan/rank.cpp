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
using Candidate = Room::Candidate;
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

double closes(const Situation& at, const Action& action) {
    try_moves(at, action);
    double fall = 0;
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Index d = at.instrument.questions[move.item].dimension;
        fall += at.instrument.dimensions[d].weight * (at.room.gaps[d] - at.room.trial[d]);
        at.room.trial[d] = at.room.gaps[d];  // a dimension counts once
    }
    return fall * scoring::index_per_gap(at.profile);
}

void take(const Situation& at, const Action& action, int round) {
    try_moves(at, action);
    for (const Move& move : action.moves) {
        if (!moves_index(at, move.item)) continue;
        const Index d = at.instrument.questions[move.item].dimension;
        at.room.gaps[d] = at.room.trial[d];
        at.room.moved[move.item] = at.room.trial_moved[move.item];
        at.room.changed[d] = round;
    }
}

// What an action closes changes only with the dimensions that it moves.
bool is_out_of_date(const Situation& at, const Action& action, const Candidate& candidate) {
    return std::any_of(action.moves.begin(), action.moves.end(), [&](const Move& move) {
        return moves_index(at, move.item) &&
               at.room.changed[at.instrument.questions[move.item].dimension] > candidate.weighed;
    });
}

void weigh(const Situation& at, const Action& action, int round, Candidate& candidate) {
    candidate.weighed = round;
    const double exact = closes(at, action);
    candidate.closes = base::to_billionths(exact);
    candidate.per_day = base::quantised(exact / action.effort_days);  // so that noise breaks no tie
}

// Whatever closes something before whatever closes nothing; then index points per day of effort;
// then the smaller id.
bool is_better(const Situation& at, Index a, Index b) {
    const Candidate& x = at.room.candidates[a];
    const Candidate& y = at.room.candidates[b];
    if ((x.closes > 0) != (y.closes > 0)) return x.closes > 0;
    if (x.per_day != y.per_day) return x.per_day > y.per_day;
    return at.instrument.actions[a].id < at.instrument.actions[b].id;
}

Index find_best(const Situation& at, const std::array<int, instrument::kHorizons>& places,
                int round) {
    Index best = kNone;
    for (Index a = 0; a < at.instrument.actions.size(); ++a) {
        const Action& action = at.instrument.actions[a];
        Candidate& candidate = at.room.candidates[a];
        if (candidate.standing == Standing::kOut) continue;
        if (places[static_cast<std::size_t>(action.horizon)] <= 0) continue;
        if (is_out_of_date(at, action, candidate)) weigh(at, action, round, candidate);
        if (candidate.closes <= 0 && candidate.standing != Standing::kForItsPattern) continue;
        if (best == kNone || is_better(at, a, best)) best = a;
    }
    return best;
}

}  // namespace

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, Room& room, int most) {
    const Situation at{instrument, answers, profile, room};
    plan.clear();
    const std::size_t dimensions = profile.dimensions.size();
    room.gaps.resize(dimensions);
    room.trial.resize(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
        room.gaps[d] = profile.index ? profile.dimensions[d].exact_gap : 0.0;
    }
    room.changed.assign(dimensions, 0);
    room.moved.assign(instrument.questions.size(), 0);
    room.trial_moved.resize(instrument.questions.size());
    room.candidates.resize(instrument.actions.size());
    for (std::size_t a = 0; a < instrument.actions.size(); ++a) {
        Candidate& candidate = room.candidates[a];
        candidate.standing = standing_of(at, instrument.actions[a]);
        if (candidate.standing != Standing::kOut) weigh(at, instrument.actions[a], 0, candidate);
    }

    std::array<int, instrument::kHorizons> places{};
    places.fill(most);
    for (int round = 0;; ++round) {
        const Index best = find_best(at, places, round);
        if (best == kNone) return;
        const Action& action = instrument.actions[best];
        plan.push_back({best, base::from_billionths(room.candidates[best].closes)});
        room.candidates[best].standing = Standing::kOut;
        --places[static_cast<std::size_t>(action.horizon)];
        take(at, action, round + 1);
    }
}

void rank(const instrument::Instrument& instrument, const answers::Answers& answers,
          const scoring::Profile& profile, Plan& plan, int most) {
    Room room;
    rank(instrument, answers, profile, plan, room, most);
}

}  // namespace vgap::plan
