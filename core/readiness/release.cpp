#include "core/readiness/release.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/answers/reach.hpp"
#include "core/base/fixed.hpp"
#include "core/base/hash.hpp"
#include "core/readiness/safe_items.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::readiness {

namespace {

using answers::AnswerState;
using instrument::Question;
using instrument::QuestionKind;

constexpr std::size_t kKeyDigits = 16;

double rounded(double x, double steps) {
    return stats::is_defined(x) ? base::quantised(std::floor(x * steps + 0.5) / steps) : x;
}

Flags answered_items(const Instrument& instrument, const Rating& rating, Index dimension) {
    answers::Reachable reachable;
    answers::find_reachable(instrument, rating.answers, reachable);
    Flags flags;
    for (const Index item : instrument.dimensions[dimension].items) {
        const bool is_answered = rating.answers[item].state == AnswerState::kAnswered;
        flags.push_back(is_answered && reachable[item] != 0 ? 1 : 0);
    }
    return flags;
}

struct Newcomer {
    const Rating* rating;
    std::string key;
    std::int64_t score;
};

// The raters of one capability who are in no block yet, put into blocks as far as that goes.
class Capability {
  public:
    Capability(const Instrument& instrument, const Rules& rules, Index dimension,
               CapabilityRelease& release)
        : instrument_(instrument), rules_(rules), dimension_(dimension), release_(release) {}

    void renew(std::span<const Rating* const> ratings) {
        std::set<std::string, std::less<>> known;
        for (const Block& block : release_.blocks) {
            known.insert(block.raters.begin(), block.raters.end());
        }
        std::map<Index, std::vector<Newcomer>> waiting;
        for (const Rating* rating : ratings) {
            if (rules_.roles[rating->role].view != View::kAnonymous) continue;
            const std::optional<std::int64_t> score = score_of(instrument_, *rating, dimension_);
            std::string key = rater_key(*rating);
            if (!score || known.contains(key)) continue;
            waiting[rating->role].push_back({rating, std::move(key), *score});
        }
        form(waiting);
        renew_spread(ratings);
    }

  private:
    struct Forming {
        std::vector<Index> roles;
        std::vector<Newcomer> raters;
    };

    bool is_enough(std::size_t raters) const {
        return raters >= static_cast<std::size_t>(rules_.minimum_raters);
    }

    void form(std::map<Index, std::vector<Newcomer>>& waiting) {
        std::vector<Forming> forming;
        Forming small;
        for (auto& [role, raters] : waiting) {
            if (is_enough(raters.size())) {
                forming.push_back({{role}, std::move(raters)});
                continue;
            }
            small.roles.push_back(role);
            small.raters.insert(small.raters.end(), raters.begin(), raters.end());
        }
        if (rules_.small_roles == SmallRoles::kCombine && !small.raters.empty()) {
            const auto host = std::min_element(
                forming.begin(), forming.end(),
                [](const auto& a, const auto& b) { return a.raters.size() < b.raters.size(); });
            if (is_enough(small.raters.size())) {
                forming.push_back(std::move(small));
            } else if (host != forming.end()) {
                host->roles.insert(host->roles.end(), small.roles.begin(), small.roles.end());
                std::sort(host->roles.begin(), host->roles.end());
                host->raters.insert(host->raters.end(), small.raters.begin(), small.raters.end());
            }
        }
        for (Forming& each : forming) add(each);
    }

    void add(Forming& forming) {
        Block block;
        block.roles = std::move(forming.roles);
        const std::vector<Index>& items = instrument_.dimensions[dimension_].items;
        std::vector<Flags> answered;
        for (const Newcomer& each : forming.raters) {
            block.raters.push_back(each.key);
            block.sum += each.score;
            answered.push_back(answered_items(instrument_, *each.rating, dimension_));
        }
        std::sort(block.raters.begin(), block.raters.end());
        const Flags told = safe_items(answered, rules_.minimum_raters);
        for (std::size_t i = 0; i < items.size(); ++i) {
            ItemSum& sum = block.items.emplace_back();
            if (told[i] == 0) continue;
            for (std::size_t r = 0; r < answered.size(); ++r) {
                if (answered[r][i] == 0) continue;
                ++sum.raters;
                sum.points += answers::keyed_point(instrument_.questions[items[i]],
                                                   forming.raters[r].rating->answers[items[i]]);
            }
        }
        release_.blocks.push_back(std::move(block));
    }

    void renew_spread(std::span<const Rating* const> ratings) {
        std::map<std::string, std::size_t> group_of;  // by the roles of the raters' blocks
        std::map<std::vector<Index>, std::size_t> groups;
        for (const Block& block : release_.blocks) {
            const std::size_t group = groups.try_emplace(block.roles, groups.size()).first->second;
            for (const std::string& key : block.raters) group_of[key] = group;
        }
        std::vector<std::vector<double>> scores(groups.size());
        Spread spread;
        const std::vector<Index>& items = instrument_.dimensions[dimension_].items;
        stats::Columns points(items.size());
        for (const Rating* rating : ratings) {
            std::string key = rater_key(*rating);
            const auto group = group_of.find(key);
            if (group == group_of.end()) continue;
            const std::optional<std::int64_t> score = score_of(instrument_, *rating, dimension_);
            if (!score) continue;
            scores[group->second].push_back(base::from_billionths(*score));
            spread.raters.push_back(std::move(key));
            const Flags answered = answered_items(instrument_, *rating, dimension_);
            if (std::count(answered.begin(), answered.end(), 0) > 0) continue;
            for (std::size_t i = 0; i < items.size(); ++i) {
                points[i].push_back(answers::keyed_point(instrument_.questions[items[i]],
                                                         rating->answers[items[i]]));
            }
        }
        std::sort(spread.raters.begin(), spread.raters.end());
        const auto enough = static_cast<std::size_t>(rules_.minimum_spread);
        if (count_new(spread.raters) < enough) return;
        double squares = 0;
        for (const std::vector<double>& group : scores) {
            double mean = 0;
            for (const double x : group) mean += x / stats::real(group.size());
            for (const double x : group) squares += (x - mean) * (x - mean);
            spread.df += std::max(0, static_cast<int>(group.size()) - 1);
        }
        if (spread.df == 0) return;
        constexpr double kTenths = 10, kHundredths = 100;
        spread.deviation = rounded(std::sqrt(squares / spread.df), kTenths);
        spread.rwg = spread.ad = stats::kUndefined;
        if (!points.empty() && points[0].size() >= enough && have_same_points(items)) {
            const double options = instrument_.questions[items[0]].points;
            const stats::Rwg agreement = stats::rwg(points, stats::uniform_null(options));
            spread.rwg = rounded(agreement.rwg, kHundredths);
            spread.ad = rounded(agreement.ad_mean, kHundredths);
        }
        release_.spread = std::move(spread);
    }

    bool have_same_points(const std::vector<Index>& items) const {
        return std::all_of(items.begin(), items.end(), [&](Index item) {
            return instrument_.questions[item].points == instrument_.questions[items[0]].points;
        });
    }

    std::size_t count_new(const std::vector<std::string>& raters) const {
        if (!release_.spread) return raters.size();
        const std::vector<std::string>& earlier = release_.spread->raters;
        return static_cast<std::size_t>(
            std::count_if(raters.begin(), raters.end(), [&](const std::string& key) {
                return !std::binary_search(earlier.begin(), earlier.end(), key);
            }));
    }

    const Instrument& instrument_;
    const Rules& rules_;
    Index dimension_;
    CapabilityRelease& release_;
};

void renew_comments(const Rules& rules, std::span<const Rating* const> ratings, Index question,
                    Comments& comments) {
    std::vector<std::string> raters, texts;
    for (const Rating* rating : ratings) {
        if (rules.roles[rating->role].view != View::kAnonymous) continue;
        const answers::Answer& answer = rating->answers[question];
        std::string key = rater_key(*rating);
        if (answer.state != AnswerState::kAnswered ||
            std::binary_search(comments.raters.begin(), comments.raters.end(), key)) {
            continue;
        }
        raters.push_back(std::move(key));
        texts.push_back(answer.text);
    }
    if (raters.size() < static_cast<std::size_t>(rules.minimum_comments)) return;
    comments.raters.insert(comments.raters.end(), raters.begin(), raters.end());
    comments.texts.insert(comments.texts.end(), texts.begin(), texts.end());
    std::sort(comments.raters.begin(), comments.raters.end());
    std::sort(comments.texts.begin(), comments.texts.end());
}

}  // namespace

std::optional<std::int64_t> score_of(const Instrument& instrument, const Rating& rating,
                                     Index dimension) {
    const std::vector<Index>& items = instrument.dimensions[dimension].items;
    const Flags answered = answered_items(instrument, rating, dimension);
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (answered[i] == 0) continue;
        sum += answers::keyed_score(instrument.questions[items[i]], rating.answers[items[i]]);
        ++count;
    }
    if (count == 0 || 100 * count < instrument.minimum_answered_pct * stats::real(items.size())) {
        return std::nullopt;
    }
    return base::to_billionths(sum / count);
}

std::string rater_key(const Rating& rating) {
    // The lengths keep ("a", "bc") and ("ab", "c") apart.
    const std::string named =
        std::to_string(rating.candidate.size()) + ":" + rating.candidate + rating.rater;
    return base::sha256_hex(named).substr(0, kKeyDigits);
}

std::vector<Index> text_questions(const Instrument& instrument) {
    std::vector<Index> found;
    for (Index q = 0; q < instrument.questions.size(); ++q) {
        if (instrument.questions[q].kind == QuestionKind::kText) found.push_back(q);
    }
    return found;
}

CandidateRelease renew(const Instrument& instrument, const Rules& rules,
                       std::span<const Rating* const> ratings, const CandidateRelease* earlier) {
    CandidateRelease release;
    if (earlier != nullptr) release = *earlier;
    if (!ratings.empty()) release.id = ratings[0]->candidate;
    release.capabilities.resize(instrument.dimensions.size());
    for (Index d = 0; d < instrument.dimensions.size(); ++d) {
        Capability(instrument, rules, d, release.capabilities[d]).renew(ratings);
    }
    const std::vector<Index> questions = text_questions(instrument);
    release.comments.resize(questions.size());
    for (std::size_t q = 0; q < questions.size(); ++q) {
        renew_comments(rules, ratings, questions[q], release.comments[q]);
    }
    return release;
}

}  // namespace vgap::readiness
