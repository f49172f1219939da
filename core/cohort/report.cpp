#include "core/cohort/report.hpp"

#include <algorithm>

#include "core/base/fixed.hpp"
#include "core/cohort/disclosure.hpp"
#include "core/cohort/same_people.hpp"
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
        Counts people;
        for (const Tally* const tally : tallies_) people.push_back(tally->people);
        hidden_ = hide_segments(people, threshold_);
        report_.people = hidden_.whole ? kSuppressed : number(static_cast<double>(all_.people));
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            report_.segment_people.push_back(
                hidden_.segments[s] ? kSuppressed
                                    : number(static_cast<double>(tallies_[s]->people)));
        }
        report_.items.resize(layout_.items.size());
        plans_.resize(layout_.items.size());
        for (std::size_t d = 0; d < layout_.members.size(); ++d) add_dimension(d);
        return std::move(report_);
    }

  private:
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

    // Segments that say nothing about a dimension and its items: those too small in any of the groups of people that
    // something is shown about, and as many more as hide the sum of them.
    struct Shown {
        Hidden hidden;
        std::vector<Answered> segments;
        Answered rest;  // the hidden ones together
        Answered whole;
    };

    Shown shown_of(std::size_t d) const {
        Shown shown;
        for (const Tally* const tally : tallies_) {
            shown.segments.push_back(answered_of(layout_, *tally, d, threshold_));
        }
        shown.hidden = hidden_;
        std::vector<bool>& hidden = shown.hidden.segments;
        for (std::size_t s = 0; s < hidden.size(); ++s) {
            hidden[s] = hidden[s] || has_small(shown.segments[s].sizes());
        }
        while (true) {
            Tally rest = layout_.empty();
            std::vector<std::size_t> kinds(shown.segments.empty() ? 0
                                                                  : layout_.members[d].size() + 2);
            for (std::size_t s = 0; s < hidden.size(); ++s) {
                if (!hidden[s]) continue;
                merge(rest, *tallies_[s]);
                const std::vector<Count> sizes = shown.segments[s].sizes();
                for (std::size_t k = 0; k < kinds.size(); ++k) kinds[k] += sizes[k] > 0 ? 1 : 0;
            }
            shown.rest = answered_of(layout_, rest, d, threshold_);
            const bool alone = std::find(kinds.begin(), kinds.end(), std::size_t{1}) != kinds.end();
            if (!alone && !has_small(shown.rest.sizes())) break;
            const std::optional<std::size_t> next = smallest_shown(hidden);
            if (!next) {
                shown.hidden.whole = true;
                break;
            }
            hidden[*next] = true;
        }
        bool leaves_out = shown.rest.leaves_out;
        shown.whole = shown.rest;
        for (std::size_t s = 0; s < hidden.size(); ++s) {
            if (hidden[s]) continue;
            leaves_out = leaves_out || shown.segments[s].leaves_out;
            shown.whole = together(shown.whole, shown.segments[s]);
        }
        // Exact, and so the same whatever the segments, where it can be.
        if (!leaves_out) shown.whole = answered_of(layout_, all_, d, threshold_);
        return shown;
    }

    std::optional<std::size_t> smallest_shown(const std::vector<bool>& hidden) const {
        std::optional<std::size_t> smallest;
        for (std::size_t s = 0; s < hidden.size(); ++s) {
            if (hidden[s] || tallies_[s]->people == 0) continue;
            if (!smallest || tallies_[s]->people < tallies_[*smallest]->people) smallest = s;
        }
        return smallest;
    }

    void add_item(const Shown& shown, std::size_t member, std::size_t i) {
        const Hidden& hidden = shown.hidden;
        std::vector<Counts> rows;
        for (std::size_t s = 0; s < tallies_.size(); ++s) {
            const Counts& points = shown.segments[s].items[member];
            rows.push_back(hidden.segments[s] ? Counts(points.size()) : points);
        }
        rows.push_back(shown.rest.items[member]);
        const ItemPlan plan = plans_[i] = plan_item(rows, threshold_);
        const std::vector<Counts> reasons =
            rows_of(hidden, [i](const Tally& tally) { return unanswered_of(tally.items[i]); });
        const bool whole_reasons = !has_small(unanswered_of(all_.items[i]));
        const bool reasons_by_segment = std::none_of(
            reasons.begin(), reasons.end(), [this](const Counts& row) { return has_small(row); });
        const auto group = [&](const ItemTally& item, const Counts& answered, bool is_hidden,
                               Allowed allowed, bool points, bool why) {
            ItemGroup result;
            result.estimate =
                is_hidden ? kNoEstimate : estimate_of(item_moments(answered), allowed);
            result.points = numbers(answered, points && !is_hidden);
            for (std::size_t u = 0; u < kUnanswered; ++u) {
                result.unanswered[u] =
                    number(static_cast<double>(item.unanswered[u]), why && !is_hidden);
            }
            return result;
        };
        ItemReport& item = report_.items[i];
        item.whole = group(all_.items[i], shown.whole.items[member], hidden.whole,
                           allowed_of(plan.whole), plan.points_of_whole, whole_reasons);
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            item.segments.push_back(group(tallies_[s]->items[i], shown.segments[s].items[member],
                                          hidden.segments[s], allowed_of(plan.rows[s]),
                                          plan.points_by_row, reasons_by_segment));
        }
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

    // No point of the dimension's items is withheld from the whole or from any segment.
    bool shows_all_points(std::size_t d) const {
        return std::all_of(layout_.members[d].begin(), layout_.members[d].end(),
                           [&](std::size_t item) {
                               return plans_[item].points_of_whole && plans_[item].points_by_row;
                           });
    }

    // What several items tell together (how their answers go along with each other) adds equations to those that each
    // item's points were found safe with, in every group, because groups add up. So it is shown only where no
    // point of these items is withheld from anybody.
    struct Together {
        Allowed score;
        bool agreement, average_deviation;
    };

    // Agreement is about the deviations of complete rows: those of the items, where these are of the same rows.
    static Together together_of(Allowed items, bool is_open, bool is_one, bool same_rows) {
        const bool spread = items.mean && items.deviation;
        return {{items.mean, spread && (is_open || is_one)},
                spread && (is_open || same_rows),
                spread && is_open};
    }

    DimensionGroup group(const Answered& answered, const DimensionTally& rows, bool is_hidden,
                         const Together& may) const {
        DimensionGroup result;
        result.estimate = is_hidden ? kNoEstimate : estimate_of(answered.score, may.score);
        result.complete = number(static_cast<double>(rows.complete), !is_hidden);
        const stats::Rwg agreement = agreement_of(rows);
        result.rwg = number(agreement.rwg, !is_hidden && may.agreement);
        result.ad_mean = number(agreement.ad_mean, !is_hidden && may.average_deviation);
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

    // Everybody but one segment.
    Moments others(const Shown& shown, std::size_t d, std::size_t s) const {
        if (!shown.whole.leaves_out) {
            const DimensionTally& all = all_.dimensions[d];
            const DimensionTally& own = tallies_[s]->dimensions[d];
            return stats::moments_of(all.scored - own.scored, all.sum - own.sum,
                                     all.squares - own.squares, 1 / base::kBillion);
        }
        Answered rest = shown.rest;
        for (std::size_t other = 0; other < tallies_.size(); ++other) {
            if (other == s || shown.hidden.segments[other]) continue;
            rest = together(rest, shown.segments[other]);
        }
        return rest.score;
    }

    std::optional<std::size_t> segment_named(std::string_view name) const {
        const auto found = std::find(report_.segments.begin(), report_.segments.end(), name);
        if (found == report_.segments.end()) return std::nullopt;
        return static_cast<std::size_t>(found - report_.segments.begin());
    }

    void add_dimension(std::size_t d) {
        const Shown shown = shown_of(d);
        const Hidden& hidden = shown.hidden;
        for (std::size_t i = 0; i < layout_.members[d].size(); ++i) {
            add_item(shown, i, layout_.members[d][i]);
        }
        const DimensionTally& all = all_.dimensions[d];
        const Allowed in_whole = of_items(d, [](const ItemPlan& plan) { return plan.whole; });
        const bool is_open = shows_all_points(d);
        const bool is_one = layout_.members[d].size() == 1;
        const auto same_rows = [](const Answered& group) {
            const std::vector<Count> sizes = group.sizes();
            return std::all_of(sizes.begin(), sizes.end(),
                               [&](Count n) { return n == group.complete; });
        };
        const Together of_whole = together_of(in_whole, is_open, is_one, same_rows(shown.whole));
        const auto of_segment = [&](std::size_t s) {
            return together_of(of_items(d, [s](const ItemPlan& plan) { return plan.rows[s]; }),
                               is_open, is_one, same_rows(shown.segments[s]));
        };
        DimensionReport result;
        result.whole = group(shown.whole, all, hidden.whole, of_whole);
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            const Together may = of_segment(s);
            DimensionGroup segment =
                group(shown.segments[s], tallies_[s]->dimensions[d], hidden.segments[s], may);
            segment.against_others =
                hidden.segments[s] || hidden.whole
                    ? kNoComparison
                    : comparison_of(shown.segments[s].score, others(shown, d, s),
                                    both(of_whole.score, may.score));
            result.segments.push_back(segment);
        }
        const std::optional<std::size_t> first = segment_named(kExecutives);
        const std::optional<std::size_t> second = segment_named(kContributors);
        if (first && second) {
            result.perception_gap =
                hidden.segments[*first] || hidden.segments[*second]
                    ? kNoComparison
                    : comparison_of(shown.segments[*first].score, shown.segments[*second].score,
                                    both(of_segment(*first).score, of_segment(*second).score));
        }
        result.reliability = reliability(d, all, !hidden.whole && in_whole.deviation && is_open);
        result.bands_suppressed = hidden.whole || shown.whole.leaves_out || !is_open;
        if (!result.bands_suppressed) result.bands = bands(all);
        report_.dimensions.push_back(std::move(result));
    }

    Reliability reliability(std::size_t d, const DimensionTally& dimension, bool allowed) const {
        Reliability result;
        const std::size_t k = layout_.members[d].size();
        stats::Alpha alpha;
        stats::Omega omega;
        if (k > 0 && allowed) {
            const stats::Matrix spread = covariances_of_rows(layout_, d, dimension);
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
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Part& part = parts[i];
            const bool several = part.from != part.to;
            const bool is_last = i + 1 == parts.size();
            Band& band = result.emplace_back();
            band.from = base::from_billionths(part.from);
            band.to = base::from_billionths(part.to);
            // Its own ends may be one person's score.
            if (several) band.from = i == 0 ? 0 : base::from_billionths(parts[i - 1].to);
            if (several) band.to = is_last ? 100 : base::from_billionths(parts[i + 1].from);
            const double rank = static_cast<double>(below) + static_cast<double>(part.people) / 2;
            band.percentile = 100 * rank / static_cast<double>(dimension.scored);
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
