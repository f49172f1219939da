#include "core/cohort/report.hpp"

#include <algorithm>

#include "core/base/fixed.hpp"
#include "core/cohort/disclosure.hpp"
#include "core/stats/alpha.hpp"
#include "core/stats/moments.hpp"
#include "core/stats/omega.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/two_groups.hpp"

namespace vgap::cohort {

using base::Wide;
using stats::Moments;

namespace {

constexpr double kConfidence = 0.95;
constexpr Number kSuppressed = {stats::kUndefined, true};
constexpr std::string_view kExecutives = "executive";
constexpr std::string_view kContributors = "contributor";

// What of a measure may be shown for a group.
struct Allowed {
    bool mean = true;
    bool deviation = true;
};

Allowed allowed_of(Shows shows) {
    return {shows != Shows::kNumber, shows == Shows::kDeviation};
}
Allowed both(Allowed a, Allowed b) {
    return {a.mean && b.mean, a.deviation && b.deviation};
}

Number number(double value, bool allowed = true) {
    return allowed ? Number{value, false} : kSuppressed;
}

Estimate estimate_of(const Moments& moments, Allowed allowed) {
    const bool spread = allowed.mean && allowed.deviation;
    const stats::Interval limits = stats::mean_interval(moments, kConfidence);
    return {number(moments.n), number(moments.mean, allowed.mean),
            number(std::sqrt(moments.variance), spread), number(limits.low, spread),
            number(limits.high, spread)};
}

constexpr Estimate kNoEstimate = {kSuppressed, kSuppressed, kSuppressed, kSuppressed, kSuppressed};
constexpr Comparison kNoComparison = {kSuppressed, kSuppressed, kSuppressed,
                                      kSuppressed, kSuppressed, kSuppressed,
                                      kSuppressed, kSuppressed, kSuppressed};

Comparison comparison_of(const Moments& first, const Moments& second, Allowed allowed) {
    const stats::Welch welch = stats::welch(first, second, kConfidence);
    const stats::Standardised g = stats::standardised(first, second, kConfidence);
    const bool spread = allowed.mean && allowed.deviation;
    return {number(first.mean - second.mean, allowed.mean),
            number(welch.limits.low, spread),
            number(welch.limits.high, spread),
            number(welch.t, spread),
            number(welch.df, spread),
            number(welch.p, spread),
            number(g.g, spread),
            number(g.g_limits.low, spread),
            number(g.g_limits.high, spread)};
}

Moments item_moments(const Counts& points) {
    Count n = 0;
    Wide sum = 0, squares = 0;
    for (std::size_t p = 0; p < points.size(); ++p) {
        const auto point = static_cast<Wide>(p);
        n += points[p];
        sum += points[p] * point;
        squares += points[p] * point * point;
    }
    return stats::moments_of(n, sum, squares, 100.0 / static_cast<double>(points.size() - 1));
}

Moments score_moments(const DimensionTally& dimension) {
    return stats::moments_of(dimension.scored, dimension.sum, dimension.squares,
                             1 / base::kBillion);
}

class Reporting {
  public:
    Reporting(const Layout& layout, const Summary& summary)
        : layout_(layout),
          threshold_(summary.threshold.now),
          all_(whole(summary, layout)),
          is_segmented_(!summary.by.empty()) {
        for (const auto& [name, tally] : summary.segments) {
            tallies_.push_back(&tally);
            if (is_segmented_) report_.segments.push_back(name);
        }
    }

    Report run() && {
        hidden_ = hide({}, [](const Tally& tally) { return tally.people; });
        report_.people = hidden_.whole ? kSuppressed : number(static_cast<double>(all_.people));
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            report_.segment_people.push_back(
                hidden_.segments[s] ? kSuppressed
                                    : number(static_cast<double>(tallies_[s]->people)));
        }
        for (std::size_t i = 0; i < layout_.items.size(); ++i) add_item(i);
        for (std::size_t d = 0; d < layout_.members.size(); ++d) add_dimension(d);
        return std::move(report_);
    }

  private:
    template <class CountOf>
    Hidden hide(const std::vector<bool>& already, CountOf count_of) const {
        Counts counts;
        counts.reserve(tallies_.size());
        for (const Tally* const tally : tallies_) counts.push_back(count_of(*tally));
        return hide_segments(counts, threshold_, already);
    }

    // The segments, a hidden one as nobody, and last the hidden ones together.
    template <class RowOf>
    std::vector<Counts> rows_of(const Hidden& hidden, RowOf row_of) const {
        Counts rest(row_of(all_).size());
        std::vector<Counts> rows(tallies_.size(), rest);
        for (std::size_t s = 0; s < tallies_.size(); ++s) {
            const Counts row = row_of(*tallies_[s]);
            if (!hidden.segments[s]) rows[s] = row;
            for (std::size_t p = 0; p < row.size(); ++p) rest[p] += row[p] - rows[s][p];
        }
        rows.push_back(std::move(rest));
        return rows;
    }

    bool has_small(const Counts& counts) const {
        return std::any_of(counts.begin(), counts.end(),
                           [this](Count n) { return n > 0 && n < threshold_; });
    }

    static std::vector<Number> numbers(const Counts& counts, bool allowed) {
        std::vector<Number> result;
        result.reserve(counts.size());
        for (const Count n : counts) result.push_back(number(static_cast<double>(n), allowed));
        return result;
    }

    static Counts unanswered_of(const ItemTally& item) {
        return {item.unanswered.begin(), item.unanswered.end()};
    }

    void add_item(std::size_t i) {
        const Hidden hidden =
            hide(hidden_.segments, [i](const Tally& tally) { return tally.items[i].answered(); });
        const ItemPlan plan = plan_item(
            rows_of(hidden, [i](const Tally& tally) { return tally.items[i].points; }), threshold_);
        plans_.push_back(plan);
        const std::vector<Counts> reasons =
            rows_of(hidden, [i](const Tally& tally) { return unanswered_of(tally.items[i]); });
        const bool whole_reasons = !has_small(unanswered_of(all_.items[i]));
        const bool reasons_by_segment = std::none_of(
            reasons.begin(), reasons.end(), [this](const Counts& row) { return has_small(row); });
        const auto group = [&](const ItemTally& item, bool is_hidden, Allowed allowed, bool points,
                               bool why) {
            ItemGroup result;
            result.estimate =
                is_hidden ? kNoEstimate : estimate_of(item_moments(item.points), allowed);
            result.points = numbers(item.points, points && !is_hidden);
            for (std::size_t u = 0; u < kUnanswered; ++u) {
                result.unanswered[u] =
                    number(static_cast<double>(item.unanswered[u]), why && !is_hidden);
            }
            return result;
        };
        ItemReport item;
        item.whole = group(all_.items[i], hidden_.whole || hidden.whole, allowed_of(plan.whole),
                           plan.points_of_whole, whole_reasons);
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            item.segments.push_back(group(tallies_[s]->items[i], hidden.segments[s],
                                          allowed_of(plan.rows[s]), plan.points_by_row,
                                          reasons_by_segment));
        }
        report_.items.push_back(std::move(item));
    }

    // The least that any of the dimension's items allows.
    template <class Of>
    Allowed of_items(std::size_t d, Of of) const {
        Allowed allowed;
        for (const std::size_t item : layout_.members[d]) {
            allowed = both(allowed, allowed_of(of(plans_[item])));
        }
        return allowed;
    }

    // How far agreement and a dimension's own deviation follow from what items allow.
    Allowed scores_allowed(std::size_t d, Allowed items) const {
        const bool is_item = layout_.members[d].size() < 2;
        return {items.mean, items.mean && (items.deviation || !is_item)};
    }

    DimensionGroup group(std::size_t d, const DimensionTally& dimension, bool is_hidden,
                         bool rows_hidden, Allowed items) const {
        DimensionGroup result;
        result.estimate = is_hidden
                              ? kNoEstimate
                              : estimate_of(score_moments(dimension), scores_allowed(d, items));
        const bool agrees = !rows_hidden && items.mean && items.deviation;
        result.complete = number(static_cast<double>(dimension.complete), !rows_hidden);
        const stats::Rwg agreement = agreement_of(dimension);
        result.rwg = number(agreement.rwg, agrees);
        result.ad_mean = number(agreement.ad_mean, agrees);
        return result;
    }

    static stats::Rwg agreement_of(const DimensionTally& dimension) {
        for (const Counts& points : dimension.points) {
            if (points.size() != dimension.points.front().size()) return {};
        }
        if (dimension.points.empty()) return {};
        return stats::rwg_of_counts(
            dimension.points,
            stats::uniform_null(static_cast<double>(dimension.points.front().size())));
    }

    void add_dimension(std::size_t d) {
        const Hidden hidden =
            hide(hidden_.segments, [d](const Tally& tally) { return tally.dimensions[d].scored; });
        const Hidden rows = hide(hidden_.segments,
                                 [d](const Tally& tally) { return tally.dimensions[d].complete; });
        const DimensionTally& all = all_.dimensions[d];
        const bool whole_hidden = hidden_.whole || hidden.whole;
        const Allowed in_whole = of_items(d, [](const ItemPlan& plan) { return plan.whole; });
        const auto in_segment = [&](std::size_t s) {
            return of_items(d, [s](const ItemPlan& plan) { return plan.rows[s]; });
        };
        DimensionReport result;
        result.whole = group(d, all, whole_hidden, hidden_.whole || rows.whole, in_whole);
        const DimensionTally* executives = nullptr;
        const DimensionTally* contributors = nullptr;
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            const DimensionTally& own = tallies_[s]->dimensions[d];
            DimensionGroup segment =
                group(d, own, hidden.segments[s], rows.segments[s], in_segment(s));
            segment.against_others =
                hidden.segments[s] || whole_hidden
                    ? kNoComparison
                    : comparison_of(
                          score_moments(own), score_moments(others(all, own)),
                          both(scores_allowed(d, in_whole), scores_allowed(d, in_segment(s))));
            result.segments.push_back(segment);
            if (report_.segments[s] == kExecutives) executives = &own;
            if (report_.segments[s] == kContributors) contributors = &own;
        }
        if (executives != nullptr && contributors != nullptr) {
            const auto at = [&](std::string_view name) {
                const auto found =
                    std::find(report_.segments.begin(), report_.segments.end(), name);
                return static_cast<std::size_t>(found - report_.segments.begin());
            };
            const std::size_t first = at(kExecutives), second = at(kContributors);
            result.perception_gap =
                hidden.segments[first] || hidden.segments[second]
                    ? kNoComparison
                    : comparison_of(score_moments(*executives), score_moments(*contributors),
                                    both(scores_allowed(d, in_segment(first)),
                                         scores_allowed(d, in_segment(second))));
        }
        result.reliability = reliability(
            d, all, !hidden_.whole && !rows.whole && in_whole.mean && in_whole.deviation);
        const bool is_item = layout_.members[d].size() < 2;
        result.bands_suppressed =
            whole_hidden ||
            (is_item && !std::all_of(layout_.members[d].begin(), layout_.members[d].end(),
                                     [this](auto item) { return plans_[item].points_of_whole; }));
        if (!result.bands_suppressed) result.bands = bands(all);
        report_.dimensions.push_back(std::move(result));
    }

    static DimensionTally others(const DimensionTally& all, const DimensionTally& own) {
        DimensionTally rest;
        rest.scored = all.scored - own.scored;
        rest.sum = all.sum - own.sum;
        rest.squares = all.squares - own.squares;
        return rest;
    }

    stats::Matrix covariances(const DimensionTally& dimension) const {
        const std::size_t k = dimension.points.size();
        std::vector<Wide> sums(k), products(k * k);
        stats::Numbers units(k);
        for (std::size_t i = 0; i < k; ++i) {
            const Counts& points = dimension.points[i];
            units[i] = 100.0 / static_cast<double>(points.size() - 1);
            for (std::size_t p = 0; p < points.size(); ++p) {
                const auto point = static_cast<Wide>(p);
                sums[i] += points[p] * point;
                products[i * k + i] += points[p] * point * point;
            }
        }
        std::size_t at = 0;
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = i + 1; j < k; ++j) {
                products[i * k + j] = products[j * k + i] = dimension.products[at++];
            }
        }
        return stats::covariances_of(dimension.complete, sums, products, units);
    }

    Reliability reliability(std::size_t d, const DimensionTally& dimension, bool allowed) const {
        Reliability result;
        const std::size_t k = layout_.members[d].size();
        stats::Alpha alpha;
        stats::Omega omega;
        if (k > 0 && allowed) {
            const stats::Matrix spread = covariances(dimension);
            alpha =
                stats::alpha_of(spread, static_cast<std::size_t>(dimension.complete), kConfidence);
            if (dimension.complete > 1) omega = stats::omega_total(spread);
        }
        alpha.item_total_corrected.resize(k, stats::kUndefined);
        alpha.if_deleted.resize(k, stats::kUndefined);
        result.alpha = number(alpha.alpha, allowed);
        result.low = number(alpha.feldt.low, allowed);
        result.high = number(alpha.feldt.high, allowed);
        result.standardised = number(alpha.standardised, allowed);
        result.mean_interitem_r = number(alpha.mean_interitem_r, allowed);
        result.omega = number(omega.omega, allowed);
        if (allowed) result.heywood = omega.heywood;
        for (std::size_t i = 0; i < k; ++i) {
            result.item_total.push_back(number(alpha.item_total_corrected[i], allowed));
            result.if_deleted.push_back(number(alpha.if_deleted[i], allowed));
        }
        return result;
    }

    std::vector<Band> bands(const DimensionTally& dimension) const {
        struct Part {
            std::int64_t from, to;
            Count people;
        };
        std::vector<Part> parts;
        for (const auto& [score, n] : dimension.scores) {
            if (!parts.empty() && parts.back().people < threshold_) {
                parts.back().to = score;
                parts.back().people += n;
            } else {
                parts.push_back({score, score, n});
            }
        }
        if (parts.size() > 1 && parts.back().people < threshold_) {
            parts[parts.size() - 2].to = parts.back().to;
            parts[parts.size() - 2].people += parts.back().people;
            parts.pop_back();
        }
        std::vector<Band> result;
        Count below = 0;
        for (const Part& part : parts) {
            const double rank = static_cast<double>(below) + static_cast<double>(part.people) / 2;
            result.push_back({base::from_billionths(part.from), base::from_billionths(part.to),
                              100 * rank / static_cast<double>(dimension.scored)});
            below += part.people;
        }
        return result;
    }

    const Layout& layout_;
    Count threshold_;
    Tally all_;
    bool is_segmented_;
    std::vector<const Tally*> tallies_;
    Hidden hidden_;                // of people
    std::vector<ItemPlan> plans_;  // of items
    Report report_;
};

}  // namespace

Report report_on(const Layout& layout, const Summary& summary) {
    return Reporting(layout, summary).run();
}

}  // namespace vgap::cohort
