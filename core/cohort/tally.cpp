#include "core/cohort/tally.hpp"

#include <algorithm>
#include <numeric>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/scoring/steps.hpp"

namespace vgap::cohort {

using answers::AnswerState;
using instrument::Index;
using instrument::Question;

namespace {

constexpr std::int64_t kMostScores = 10'001;
constexpr std::int64_t kHundredth = 10'000'000;  // billionths

// At most so many different scores can a dimension have.
std::int64_t count_scores(const instrument::Instrument& instrument,
                          const std::vector<Index>& questions) {
    bool alike = true;
    std::int64_t combinations = 1;
    for (const Index q : questions) {
        const Question& question = instrument.questions[q];
        const Question& first = instrument.questions[questions.front()];
        alike = alike && question.points == first.points && question.weight == first.weight;
        combinations = std::min(combinations * (question.points + 1), kMostScores + 1);
    }
    if (!alike || questions.empty()) return combinations;
    const auto n = static_cast<std::int64_t>(questions.size());
    const std::int64_t steps = instrument.questions[questions.front()].points - 1;
    return std::min(combinations, n * (n * steps + 1));  // how many answered, and their sum
}

Unanswered why(const scoring::ItemScore& item) {
    if (!item.reachable) return Unanswered::kNotAsked;
    switch (item.state) {
        case AnswerState::kDontKnow:
            return Unanswered::kDontKnow;
        case AnswerState::kNotApplicable:
            return Unanswered::kNotApplicable;
        case AnswerState::kPreferNotToSay:
            return Unanswered::kPreferNotToSay;
        default:
            return Unanswered::kSkipped;
    }
}

void add_counts(Counts& into, const Counts& from) {
    for (std::size_t i = 0; i < into.size(); ++i) into[i] += from[i];
}

}  // namespace

Count ItemTally::answered() const {
    return std::accumulate(points.begin(), points.end(), Count{0});
}

Layout::Layout(const instrument::Instrument& of) : instrument(&of) {
    members.resize(of.dimensions.size());
    for (std::size_t q = 0; q < of.questions.size(); ++q) {
        const Question& question = of.questions[q];
        if (question.kind != instrument::QuestionKind::kScale || question.is_context ||
            question.dimension == instrument::kNone) {
            continue;
        }
        members[question.dimension].push_back(items.size());
        items.push_back(static_cast<Index>(q));
    }
    for (const std::vector<std::size_t>& own : members) {
        std::vector<Index> questions;
        questions.reserve(own.size());
        for (const std::size_t item : own) questions.push_back(items[item]);
        steps.push_back(count_scores(of, questions) <= kMostScores ? 1 : kHundredth);
    }
}

Tally Layout::empty() const {
    Tally tally;
    for (const Index q : items) {
        tally.items.emplace_back();
        tally.items.back().points.resize(static_cast<std::size_t>(instrument->questions[q].points));
    }
    for (const std::vector<std::size_t>& own : members) {
        DimensionTally dimension;
        for (const std::size_t item : own) dimension.points.push_back(tally.items[item].points);
        if (!own.empty()) dimension.products.resize(own.size() * (own.size() - 1) / 2);
        tally.dimensions.push_back(std::move(dimension));
    }
    return tally;
}

std::int64_t Layout::counted(std::size_t dimension, std::int64_t score) const {
    const std::int64_t step = steps[dimension];
    return (score + step / 2) / step * step;
}

void Adder::score(const answers::Answers& answers) {
    answers::find_reachable(*layout_.instrument, answers, profile_.reachable);
    scoring::score_levels(*layout_.instrument, answers, profile_);
}

void Adder::add(Tally& tally, const answers::Answers& answers) {
    const instrument::Instrument& instrument = *layout_.instrument;
    ++tally.people;
    const auto is_answered = [&](std::size_t i) {
        const scoring::ItemScore& item = profile_.items[i];
        return item.reachable && item.state == AnswerState::kAnswered;
    };
    for (std::size_t i = 0; i < layout_.items.size(); ++i) {
        ItemTally& item = tally.items[i];
        if (is_answered(i)) {
            const Index q = layout_.items[i];
            const int point = answers::keyed_point(instrument.questions[q], answers[q]);
            ++item.points[static_cast<std::size_t>(point)];
        } else {
            ++item.unanswered[static_cast<std::size_t>(why(profile_.items[i]))];
        }
    }
    for (std::size_t d = 0; d < layout_.members.size(); ++d) {
        DimensionTally& dimension = tally.dimensions[d];
        const scoring::DimensionScore& score = profile_.dimensions[d];
        if (score.sufficient) {
            const std::int64_t billionths = base::to_billionths(*score.current);
            ++dimension.scored;
            dimension.sum += billionths;
            dimension.squares += static_cast<base::Wide>(billionths) * billionths;
            ++dimension.scores[layout_.counted(d, billionths)];
        }
        const std::vector<std::size_t>& own = layout_.members[d];
        if (own.empty() || !std::all_of(own.begin(), own.end(), is_answered)) continue;
        ++dimension.complete;
        points_.clear();
        std::size_t product = 0;
        for (std::size_t i = 0; i < own.size(); ++i) {
            const Index q = layout_.items[own[i]];
            points_.push_back(answers::keyed_point(instrument.questions[q], answers[q]));
            ++dimension.points[i][static_cast<std::size_t>(points_[i])];
        }
        for (std::size_t i = 0; i < own.size(); ++i) {
            for (std::size_t j = i + 1; j < own.size(); ++j) {
                dimension.products[product++] += static_cast<Count>(points_[i]) * points_[j];
            }
        }
    }
}

void merge(Tally& into, const Tally& from) {
    into.people += from.people;
    for (std::size_t i = 0; i < into.items.size(); ++i) {
        add_counts(into.items[i].points, from.items[i].points);
        for (std::size_t u = 0; u < kUnanswered; ++u) {
            into.items[i].unanswered[u] += from.items[i].unanswered[u];
        }
    }
    for (std::size_t d = 0; d < into.dimensions.size(); ++d) {
        DimensionTally& dimension = into.dimensions[d];
        const DimensionTally& other = from.dimensions[d];
        dimension.scored += other.scored;
        dimension.sum += other.sum;
        dimension.squares += other.squares;
        for (const auto& [score, count] : other.scores) dimension.scores[score] += count;
        dimension.complete += other.complete;
        for (std::size_t i = 0; i < dimension.points.size(); ++i) {
            add_counts(dimension.points[i], other.points[i]);
        }
        add_counts(dimension.products, other.products);
    }
}

}  // namespace vgap::cohort
