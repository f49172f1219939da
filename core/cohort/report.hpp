// cohort/report — the figures of a cohort that may be shown: items, dimensions, segments, agreement,
// reliability.
//
// In      Summary and its layout
// Out     Report. A Number is shown, suppressed (there is one, of too few people) or not defined.
//         Items and dimensions are in points of 0..100, distributions by point in the better direction.
//         Per group: n, mean, deviation, 95 % t interval; per dimension also r_wg(J) and AD_M over complete
//         rows (AD_M in points of the scale; undefined where items have different points), and for
//         a segment its difference from everybody else: Welch's t, Hedges' g.
//         perception_gap: executives minus individual contributors, where `by` has both segments.
//         reliability: of everybody's complete rows, from the covariances of keyed items.
//         bands: mid-rank percentiles of scores; neighbouring scores are put together until a band has as many
//         people as the threshold. A band of several scores reaches from the one before it (or 0) to
//         the one after it (or 100), both outside: its own ends may be one person's.
//         Suppression: cohort/disclosure for each dimension with its items, about the people that
//         cohort/same_people says. Figures over several items are not covered by its proof, so
//         they follow the items: a dimension's mean is shown where each item's mean is. What several
//         items tell together (a dimension's deviation, limits, comparisons, AD_M, reliability, bands)
//         is shown where no point of its items is withheld, of the whole or of any segment: with it an
//         integer program finds the only table that is left even of eighty people, and a segment's by
//         what is told of the whole. r_wg, which is made of the items' deviations, is shown with them.
//         How many gave no answer to a dimension is the difference of two shown sizes of groups,
//         and is not protected; why they gave none is.
// Errors  none
// Source  MODEL.md §2; stats/
// Cost    O(segments^2 · items)
// Tested  tests/core/cohort/report_test.cpp, tests/cli/cohort_report.test.mjs
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/cohort/summary.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::cohort {

struct Number {
    double value = stats::kUndefined;
    bool suppressed = false;
};

struct Estimate {
    Number n, mean, deviation, low, high;
};

struct ItemGroup {
    Estimate estimate;
    std::vector<Number> points;
    std::array<Number, kUnanswered> unanswered;
};

struct Comparison {
    Number difference, low, high, t, df, p, g, g_low, g_high;
};

struct DimensionGroup {
    Estimate estimate;
    Number complete, rwg, ad_mean;
    Comparison against_others;  // segments only
};

struct Reliability {
    Number alpha, low, high, standardised, mean_interitem_r, omega;
    std::vector<Number> item_total, if_deleted;  // per item of the dimension
    std::optional<std::size_t> heywood;          // item of the dimension
};

struct Band {
    double from = 0, to = 0;  // scores
    double percentile = 0;
};

struct ItemReport {
    ItemGroup whole;
    std::vector<ItemGroup> segments;
};

struct DimensionReport {
    DimensionGroup whole;
    std::vector<DimensionGroup> segments;
    Reliability reliability;
    std::vector<Band> bands;
    bool bands_suppressed = false;
    std::optional<Comparison> perception_gap;
};

struct Report {
    Number people;
    std::vector<std::string> segments;  // "": gave no answer; none when not segmented
    std::vector<Number> segment_people;
    std::vector<ItemReport> items;            // as in Layout::items
    std::vector<DimensionReport> dimensions;  // as in the instrument
};

Report report_on(const Layout& layout, const Summary& summary);

}  // namespace vgap::cohort
