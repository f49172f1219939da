#include <cstdlib>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/base/tri.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::scoring {

using base::from_billionths;
using base::to_billionths;
using instrument::Dimension;
using instrument::kNone;
using instrument::Question;

namespace {

using Parts = std::vector<std::int64_t>;

// 100·W_d·gap_d / Σ W·required, settled so that the dimensions add to the index.
void split_index(const instrument::Instrument& instrument, const Profile& profile, Parts& parts) {
    parts.clear();
    const double factor = index_per_gap(profile);
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        const DimensionScore& score = profile.dimensions[d];
        if (!score.sufficient) continue;
        parts.push_back(to_billionths(instrument.dimensions[d].weight * score.exact_gap * factor));
    }
    settle(to_billionths(*profile.index), parts.data(), parts.size());
}

// Appends the children of one node, settled to it; their subjects and kinds are already there.
void settle_tail(std::vector<Node>& nodes, std::size_t first, std::int64_t whole, Parts& parts) {
    settle(whole, parts.data(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        nodes[first + i].value = from_billionths(parts[i]);
    }
}

// Item part: 100·W_d·w_i·(required_d - s_i) / (Σ w answered · Σ W·required). The parts of a
// dimension in surplus add to less than 0; the surplus node is what is not counted.
void explain_dimension(const instrument::Instrument& instrument, const answers::Answers& answers,
                       std::size_t d, std::int64_t value, Profile& profile) {
    const Dimension& dimension = instrument.dimensions[d];
    const DimensionScore& score = profile.dimensions[d];
    std::vector<Node>& nodes = profile.explanation;
    Parts& parts = profile.room.parts;
    const std::size_t self = nodes.size();
    nodes.push_back({NodeKind::kDimension, static_cast<Index>(d), 0, from_billionths(value)});
    const double factor = dimension.weight * index_per_gap(profile);
    parts.clear();
    for (const Index q : dimension.items) {
        const ItemScore& item = profile.items[profile.room.item_of_question[q]];
        if (!item.score) continue;
        const Question& question = instrument.questions[q];
        const double missing = score.required - answers::keyed_score(question, answers[q]);
        parts.push_back(to_billionths(factor * question.weight * missing / score.answered_weight));
        nodes.push_back({NodeKind::kItem, q, 0, 0});
    }
    if (*score.surplus > 0) {
        parts.push_back(to_billionths(factor * (score.exact_current - score.required)));
        nodes.push_back({NodeKind::kSurplus, static_cast<Index>(d), 0, 0});
    }
    nodes[self].children = static_cast<std::uint32_t>(parts.size());
    settle_tail(nodes, self + 1, value, parts);
    for (std::size_t n = self + 1; n < nodes.size(); ++n) {
        if (nodes[n].kind != NodeKind::kItem) continue;
        profile.items[profile.room.item_of_question[nodes[n].subject]].share = nodes[n].value;
    }
}

void explain_index(const instrument::Instrument& instrument, const answers::Answers& answers,
                   Profile& profile) {
    profile.explanation.clear();
    if (!profile.index) return;
    Parts& dimension_parts = profile.room.dimension_parts;
    split_index(instrument, profile, dimension_parts);
    profile.explanation.push_back({NodeKind::kIndex, kNone,
                                   static_cast<std::uint32_t>(dimension_parts.size()),
                                   *profile.index});
    std::size_t next = 0;
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        if (!profile.dimensions[d].sufficient) continue;
        explain_dimension(instrument, answers, d, dimension_parts[next++], profile);
    }
}

// current_d = Σ w_i s_i / Σ w: one part an answered item.
void explain_current(const instrument::Instrument& instrument, const answers::Answers& answers,
                     std::size_t d, Profile& profile) {
    const DimensionScore& score = profile.dimensions[d];
    std::vector<Node>& nodes = profile.level_explanations;
    Parts& parts = profile.room.parts;
    parts.clear();
    const std::size_t self = nodes.size();
    nodes.push_back({NodeKind::kCurrent, static_cast<Index>(d),
                     static_cast<std::uint32_t>(score.answered), *score.current});
    for (const Index q : instrument.dimensions[d].items) {
        const ItemScore& item = profile.items[profile.room.item_of_question[q]];
        if (!item.score) continue;
        const Question& question = instrument.questions[q];
        const double s = answers::keyed_score(question, answers[q]);
        parts.push_back(to_billionths(question.weight * s / score.answered_weight));
        nodes.push_back({NodeKind::kCurrentItem, q, 0, 0});
    }
    settle_tail(nodes, self + 1, to_billionths(*score.current), parts);
}

// required_d = base + the rules that held, and what the limits 0 and 100 took away or added.
void explain_required(const instrument::Instrument& instrument, std::size_t d, Profile& profile) {
    const Dimension& dimension = instrument.dimensions[d];
    const DimensionScore& score = profile.dimensions[d];
    std::vector<Node>& nodes = profile.level_explanations;
    Parts& parts = profile.room.parts;
    parts.clear();
    const std::size_t self = nodes.size();
    nodes.push_back({NodeKind::kRequired, static_cast<Index>(d), 0, score.required});
    double sum = dimension.required_base;
    parts.push_back(to_billionths(dimension.required_base));
    nodes.push_back({NodeKind::kBase, static_cast<Index>(d), 0, 0});
    for (std::size_t r = 0; r < score.rules.size(); ++r) {
        if (score.rules[r].held != base::Tri::kTrue) continue;
        sum += dimension.rules[r].add;
        parts.push_back(to_billionths(dimension.rules[r].add));
        nodes.push_back({NodeKind::kRule, static_cast<Index>(r), 0, 0});
    }
    const std::int64_t clamped = to_billionths(score.required) - to_billionths(sum);
    if (clamped != 0) {
        parts.push_back(clamped);
        nodes.push_back({NodeKind::kClamp, static_cast<Index>(d), 0, 0});
    }
    nodes[self].children = static_cast<std::uint32_t>(parts.size());
    settle_tail(nodes, self + 1, to_billionths(score.required), parts);
}

}  // namespace

void settle(std::int64_t whole, std::int64_t* parts, std::size_t count) {
    std::int64_t residual = whole;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        residual -= parts[i];
        if (std::abs(parts[i]) > std::abs(parts[largest])) largest = i;
    }
    if (count > 0) parts[largest] += residual;
}

void explain(const instrument::Instrument& instrument, const answers::Answers& answers,
             Profile& profile) {
    explain_index(instrument, answers, profile);
    profile.level_explanations.clear();
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        if (profile.dimensions[d].current) explain_current(instrument, answers, d, profile);
        explain_required(instrument, d, profile);
    }
}

}  // namespace vgap::scoring
