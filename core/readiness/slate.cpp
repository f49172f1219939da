#include "core/readiness/slate.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/stats/hierarchical.hpp"
#include "core/stats/krippendorff.hpp"

namespace vgap::readiness {

namespace {

// Averages of raters between whom candidates hardly differ have a reliability that falls without bound: the quotient of two
// roundings says nothing.
double hundredths(double x) {
    constexpr double kSteps = 100;
    constexpr double kFarthest = 1e6;
    if (!stats::is_defined(x) || std::fabs(x) > kFarthest) return stats::kUndefined;
    return base::quantised(std::floor(x * kSteps + 0.5) / kSteps);
}

void say_order(std::span<const Assessment> assessments, Index c, SlateCapability& said) {
    for (std::size_t a = 0; a < assessments.size(); ++a) {
        for (std::size_t b = a + 1; b < assessments.size(); ++b) {
            const CapabilityView& one = assessments[a].capabilities[c];
            const CapabilityView& two = assessments[b].capabilities[c];
            if (one.low && two.low && *one.low > *two.high) {
                said.order.push_back({a, b});
            } else if (one.low && two.low && *two.low > *one.high) {
                said.order.push_back({b, a});
            } else {
                ++said.unsaid;
            }
        }
    }
}

// The raters of one candidate who are told of in one capability, if their answers are those that were told.
struct Told {
    std::map<std::string, double> scores;  // by the rater's id
    std::vector<const Rating*> ratings;
};

Told told_of(const Instrument& instrument, Index c, const CandidateRelease& release,
             std::span<const Rating> ratings) {
    std::map<std::string, const Rating*> by_key;
    for (const Rating& rating : ratings) {
        if (rating.candidate == release.id) by_key[rater_key(rating)] = &rating;
    }
    Told told;
    for (const Block& block : release.capabilities[c].blocks) {
        std::int64_t sum = 0;
        for (const std::string& key : block.raters) {
            const auto found = by_key.find(key);
            if (found == by_key.end()) return {};
            const std::optional<std::int64_t> score = score_of(instrument, *found->second, c);
            if (!score) return {};
            sum += *score;
            told.scores[found->second->rater] = base::from_billionths(*score);
            told.ratings.push_back(found->second);
        }
        if (sum != block.sum) return {};
    }
    return told;
}

void add_points(const Instrument& instrument, Index c, const Told& told, stats::Columns& units) {
    for (const Index item : instrument.dimensions[c].items) {
        stats::Numbers points;
        for (const Rating* rating : told.ratings) {
            const answers::Answer& answer = rating->answers[item];
            if (answer.state != answers::AnswerState::kAnswered) continue;
            points.push_back(answers::keyed_point(instrument.questions[item], answer));
        }
        if (points.size() > 1) units.push_back(std::move(points));
    }
}

stats::Icc of_same_raters(const Rules& rules, const std::vector<Told>& slate) {
    stats::Columns columns;
    for (const auto& first : slate[0].scores) {
        stats::Numbers column;
        for (const Told& told : slate) {
            const auto found = told.scores.find(first.first);
            if (found == told.scores.end()) break;
            column.push_back(found->second);
        }
        if (column.size() == slate.size()) columns.push_back(std::move(column));
    }
    if (columns.size() < static_cast<std::size_t>(rules.minimum_spread)) return {};
    stats::Icc icc = stats::icc(columns, rules.confidence);
    for (stats::IccForm* form :
         {&icc.one_1, &icc.two_1, &icc.three_1, &icc.one_k, &icc.two_k, &icc.three_k}) {
        form->estimate = hundredths(form->estimate);
        form->limits = {hundredths(form->limits.low), hundredths(form->limits.high)};
    }
    for (stats::IccTest* test : {&icc.one_way, &icc.two_way}) {
        test->f = hundredths(test->f);
        test->p = hundredths(test->p);
    }
    return icc;
}

Reliability reliability_of(const Instrument& instrument, const Rules& rules, Index c,
                           std::span<const Rating> ratings,
                           std::span<const CandidateRelease> releases) {
    Reliability result;
    std::vector<Told> slate;
    stats::Columns groups, units;
    for (const CandidateRelease& release : releases) {
        Told told = told_of(instrument, c, release, ratings);
        if (told.scores.size() < 2) continue;
        stats::Numbers scores;
        for (const auto& each : told.scores) scores.push_back(each.second);
        result.ratings += static_cast<int>(scores.size());
        groups.push_back(std::move(scores));
        add_points(instrument, c, told, units);
        slate.push_back(std::move(told));
    }
    result.candidates = static_cast<int>(groups.size());
    if (result.candidates < 2 || result.ratings < rules.minimum_spread) return result;
    const stats::Hierarchical nested = stats::hierarchical(groups, rules.confidence);
    result.raters_each = hundredths(nested.n0);
    result.one_1 = hundredths(nested.icc1);
    result.one_k = hundredths(stats::spearman_brown(nested.icc1, nested.n0));
    if (result.one_1 > 0 && result.one_1 < 1) {
        const double wanted = rules.reliability;
        const double needed = wanted * (1 - result.one_1) / (result.one_1 * (1 - wanted));
        constexpr double kRounding = 1e-9;
        result.raters_needed = std::max(1.0, std::ceil(needed - kRounding));
    }
    result.alpha_scores = hundredths(stats::krippendorff(groups, stats::Metric::kInterval).alpha);
    result.alpha_points = hundredths(stats::krippendorff(units, stats::Metric::kOrdinal).alpha);
    result.same = of_same_raters(rules, slate);
    return result;
}

}  // namespace

Slate compare_slate(const Instrument& instrument, const Rules& rules,
                    std::span<const Assessment> assessments, std::span<const Rating> ratings,
                    std::span<const CandidateRelease> releases) {
    Slate slate;
    for (Index c = 0; c < instrument.dimensions.size(); ++c) {
        SlateCapability& capability = slate.capabilities.emplace_back();
        say_order(assessments, c, capability);
        capability.reliability = reliability_of(instrument, rules, c, ratings, releases);
    }
    return slate;
}

}  // namespace vgap::readiness
