// The fewest one-point moves are found greedily: within a dimension the fall of the index is
// concave in the number of moves (largest rise first, nothing beyond the gap), and the index is a
// sum over dimensions, so taking the largest fall at each step is exact for every number of moves.
#include <algorithm>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using instrument::Condition;
using instrument::Instrument;
using instrument::kNone;
using instrument::Question;

namespace {

bool mentions(const Condition& condition, Index question) {
    switch (condition.op) {
        case instrument::Operator::kItemBelow:
        case instrument::Operator::kItemAtLeast:
            return condition.subject == question;
        default:
            break;
    }
    return std::any_of(condition.children.begin(), condition.children.end(),
                       [&](const Condition& child) { return mentions(child, question); });
}

bool steers_skip_logic(const Instrument& instrument, Index question) {
    const auto by_question = [&](const auto& part) {
        return part.conditional && mentions(part.when, question);
    };
    return std::any_of(instrument.pages.begin(), instrument.pages.end(), by_question) ||
           std::any_of(instrument.questions.begin(), instrument.questions.end(), by_question);
}

// The next item to move in a dimension: the one by which the index falls furthest, the first of
// them in instrument order. Falls are compared in billionths, so that noise breaks no tie.
void find_best(const Instrument& instrument, const answers::Answers& answers, Index d,
               Profile& profile) {
    Room& room = profile.room;
    const DimensionScore& score = profile.dimensions[d];
    const double factor = instrument.dimensions[d].weight * index_per_gap(profile);
    room.best_item[d] = kNone;
    room.best_fall[d] = 0;
    if (!score.sufficient || room.gaps[d] <= 0) return;
    double best_rise = 0;
    for (const Index q : instrument.dimensions[d].items) {
        const Index i = room.item_of_question[q];
        if (!profile.items[i].score) continue;
        const Question& question = instrument.questions[q];
        const int point = answers::keyed_point(question, answers[q]) + room.moved[i];
        if (point >= question.points - 1) continue;
        const double rise = std::min(rise_of_one_point(question, score), room.gaps[d]);
        if (rise <= best_rise) continue;
        const std::int64_t fall = base::to_billionths(rise * factor);
        if (fall <= room.best_fall[d]) continue;
        best_rise = rise;
        room.best_item[d] = q;
        room.best_fall[d] = fall;
    }
}

double index_of_gaps(const Instrument& instrument, const Profile& profile) {
    double gap = 0;
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        gap += instrument.dimensions[d].weight * profile.room.gaps[d];
    }
    return base::quantised(gap * index_per_gap(profile));
}

void start(const Instrument& instrument, const answers::Answers& answers, Profile& profile) {
    Room& room = profile.room;
    const std::size_t count = profile.dimensions.size();
    room.gaps.resize(count);
    room.best_item.resize(count);
    room.best_fall.resize(count);
    room.moved.assign(profile.items.size(), 0);
    for (std::size_t d = 0; d < count; ++d) {
        room.gaps[d] = profile.dimensions[d].exact_gap;
        find_best(instrument, answers, static_cast<Index>(d), profile);
    }
}

// Takes the best move of all dimensions; false when no move lowers the index any more.
bool take_best_move(const Instrument& instrument, const answers::Answers& answers,
                    Profile& profile) {
    Room& room = profile.room;
    std::size_t best = 0;
    for (std::size_t d = 1; d < room.best_fall.size(); ++d) {
        if (room.best_fall[d] > room.best_fall[best] ||
            (room.best_fall[d] == room.best_fall[best] &&
             room.best_item[d] < room.best_item[best])) {
            best = d;
        }
    }
    if (room.best_fall.empty() || room.best_fall[best] == 0) return false;
    const Index q = room.best_item[best];
    const double rise = rise_of_one_point(instrument.questions[q], profile.dimensions[best]);
    room.gaps[best] = std::max(0.0, room.gaps[best] - rise);
    ++room.moved[room.item_of_question[q]];
    find_best(instrument, answers, static_cast<Index>(best), profile);
    return true;
}

void forget(Profile& profile) {
    if (!profile.smallest_change) return;
    profile.room.moves.swap(profile.smallest_change->moves);
    profile.smallest_change.reset();
}

}  // namespace

void find_smallest_change(const Instrument& instrument, const answers::Answers& answers,
                          Profile& profile) {
    if (!profile.index || profile.band == kNone || profile.band == 0) return forget(profile);
    if (!profile.smallest_change) {
        profile.smallest_change.emplace();
        profile.smallest_change->moves.swap(profile.room.moves);
    }
    SmallestChange& change = *profile.smallest_change;
    change.moves.clear();
    change.exact = true;

    const double edge = instrument.bands[profile.band - 1].below;
    start(instrument, answers, profile);
    change.index = *profile.index;
    while (change.index >= edge && take_best_move(instrument, answers, profile)) {
        change.index = index_of_gaps(instrument, profile);
    }
    change.possible = change.index < edge;
    change.to_band = change.possible ? band_of(instrument, change.index) : profile.band - 1;
    if (!change.possible) return;
    for (std::size_t i = 0; i < profile.items.size(); ++i) {
        const int points = profile.room.moved[i];
        if (points == 0) continue;
        const Index question = profile.items[i].question;
        change.moves.push_back({question, points});
        if (steers_skip_logic(instrument, question)) change.exact = false;
    }
}

}  // namespace vgap::scoring
