#include "core/cohort/report.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/export/cohort_json.hpp"
#include "core/stats/alpha.hpp"
#include "core/stats/interval.hpp"
#include "core/stats/omega.hpp"
#include "core/stats/percentile.hpp"
#include "core/stats/rwg.hpp"
#include "core/stats/scale_scores.hpp"
#include "core/stats/summary.hpp"
#include "core/stats/two_groups.hpp"
#include "tests/support/sample.hpp"

namespace vgap::cohort {
namespace {

using stats::Columns;
using stats::Numbers;

constexpr std::uint32_t kPeople = 3000;

// The same people twice: as a summary, and as rows that the formulas of stats take as they are.
class Cohort : public testing::Test {
  protected:
    Cohort() : instrument_(sample::varied()), layout_(instrument_) {
        summary_.by = "by";
        Adder adder(layout_);
        items_.resize(layout_.items.size());
        scores_.resize(instrument_.dimensions.size());
        for (std::uint32_t seed = 0; seed < kPeople; ++seed) {
            const answers::Answers answers = sample::random_answers(instrument_, seed);
            const std::string segment = seed % 3 == 0 ? "executive" : "contributor";
            adder.score(answers);
            adder.add(*find_or_add(summary_, layout_, segment), answers);
            const scoring::Profile profile = sample::scored(instrument_, answers);
            for (std::size_t i = 0; i < items_.size(); ++i) {
                items_[i].push_back(profile.items[i].score.value_or(stats::kUndefined));
            }
            for (std::size_t d = 0; d < scores_.size(); ++d) {
                const scoring::DimensionScore& score = profile.dimensions[d];
                scores_[d].push_back(score.sufficient ? *score.current : stats::kUndefined);
            }
            executive_.push_back(seed % 3 == 0);
        }
        report_ = report_on(layout_, summary_);
    }

    Numbers of(const Numbers& all, bool executives) const {
        Numbers some;
        for (std::size_t r = 0; r < all.size(); ++r) {
            if (executive_[r] == executives && stats::is_defined(all[r])) some.push_back(all[r]);
        }
        return some;
    }

    Columns complete(std::size_t d) const {
        Columns columns;
        for (const std::size_t item : layout_.members[d]) columns.push_back(items_[item]);
        return stats::complete_rows(columns);
    }

    const instrument::Instrument& instrument_;
    Layout layout_;
    Summary summary_;
    Columns items_, scores_;
    std::vector<bool> executive_;
    Report report_;
};

void expect_same(const Estimate& found, const Numbers& raw) {
    const stats::Group group = stats::group_of(raw, 0.95);
    EXPECT_EQ(found.n.value, stats::real(raw.size()));
    EXPECT_NEAR(found.mean.value, group.mean, 1e-7);
    EXPECT_NEAR(found.deviation.value, group.deviation, 1e-7);
    EXPECT_NEAR(found.low.value, group.limits.low, 1e-7);
    EXPECT_NEAR(found.high.value, group.limits.high, 1e-7);
}

TEST_F(Cohort, FiguresOfSumsAreThoseOfTheRows) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        expect_same(report_.items[i].whole.estimate, stats::present(items_[i]));
        expect_same(report_.items[i].segments[1].estimate, of(items_[i], true));
    }
    for (std::size_t d = 0; d < scores_.size(); ++d) {
        const DimensionReport& found = report_.dimensions[d];
        expect_same(found.whole.estimate, stats::present(scores_[d]));
        const Numbers executives = of(scores_[d], true), contributors = of(scores_[d], false);
        expect_same(found.segments[0].estimate, contributors);
        const stats::Welch welch = stats::welch(executives, contributors, 0.95);
        const stats::Standardised g = stats::standardised(executives, contributors, 0.95);
        ASSERT_TRUE(found.perception_gap.has_value());
        for (const Comparison& each : {*found.perception_gap, found.segments[1].against_others}) {
            EXPECT_NEAR(each.difference.value, stats::mean(executives) - stats::mean(contributors),
                        1e-7);
            EXPECT_NEAR(each.low.value, welch.limits.low, 1e-7);
            EXPECT_NEAR(each.t.value, welch.t, 1e-7);
            EXPECT_NEAR(each.p.value, welch.p, 1e-7);
            EXPECT_NEAR(each.g.value, g.g, 1e-7);
            EXPECT_NEAR(each.g_low.value, g.g_limits.low, 1e-7);
            EXPECT_NEAR(each.g_high.value, g.g_limits.high, 1e-7);
        }
    }
}

TEST_F(Cohort, ReliabilityAndAgreementAreThoseOfCompleteRows) {
    bool any_agreement = false;
    for (std::size_t d = 0; d < scores_.size(); ++d) {
        const DimensionReport& found = report_.dimensions[d];
        const Columns rows = complete(d);
        const std::size_t n = rows.empty() ? 0 : rows[0].size();
        EXPECT_EQ(found.whole.complete.value, stats::real(n));
        const stats::Matrix spread = stats::covariances(rows);
        const stats::Alpha alpha = stats::alpha_of(spread, n, 0.95);
        const stats::Omega omega = stats::omega_total(spread);
        const auto same = [](double a, double b, double most = 1e-7) {
            EXPECT_EQ(stats::is_defined(a), stats::is_defined(b));
            if (stats::is_defined(a)) {
                EXPECT_NEAR(a, b, most);
            }
        };
        same(found.reliability.alpha.value, alpha.alpha);
        same(found.reliability.low.value, alpha.feldt.low);
        same(found.reliability.standardised.value, alpha.standardised);
        same(found.reliability.omega.value, omega.omega, 1e-5);  // as near as its maximum is sharp
        for (std::size_t i = 0; i < rows.size(); ++i) {
            same(found.reliability.item_total[i].value, alpha.item_total_corrected[i]);
            same(found.reliability.if_deleted[i].value, alpha.if_deleted[i]);
        }
        const int points = instrument_.questions[layout_.items[layout_.members[d][0]]].points;
        const bool alike = std::all_of(
            layout_.members[d].begin(), layout_.members[d].end(), [&](std::size_t item) {
                return instrument_.questions[layout_.items[item]].points == points;
            });
        EXPECT_EQ(stats::is_defined(found.whole.rwg.value), alike);
        if (!alike) continue;
        any_agreement = true;
        Columns in_points = rows;
        for (Numbers& column : in_points) {
            for (double& x : column) x *= (points - 1) / 100.0;
        }
        const stats::Rwg agreement = stats::rwg(in_points, stats::uniform_null(points));
        EXPECT_NEAR(found.whole.rwg.value, agreement.rwg, 1e-7);
        EXPECT_NEAR(found.whole.ad_mean.value, agreement.ad_mean, 1e-7);
    }
    EXPECT_TRUE(any_agreement);
}

TEST_F(Cohort, PercentilesAreMidRanksOfBandsThatAreLargeEnough) {
    for (std::size_t d = 0; d < scores_.size(); ++d) {
        Numbers sorted = stats::present(scores_[d]);
        std::sort(sorted.begin(), sorted.end());
        double last = -1;
        for (const Band& band : report_.dimensions[d].bands) {
            const auto from = std::lower_bound(sorted.begin(), sorted.end(), band.from - 1e-6);
            const auto to = std::upper_bound(sorted.begin(), sorted.end(), band.to + 1e-6);
            EXPECT_GE(to - from, summary_.threshold.now);
            EXPECT_GT(band.from, last);
            last = band.to;
            if (band.from == band.to) {
                EXPECT_NEAR(band.percentile, stats::percentile_rank(sorted, *from), 1e-7);
            }
        }
        EXPECT_EQ(last, sorted.back());
    }
}

TEST(CohortReport, SaysNothingOfTooFewAndTellsNobodyFromNoData) {
    const instrument::Instrument& instrument = sample::small();
    const Layout layout(instrument);
    Summary summary;
    Report report = report_on(layout, summary);
    EXPECT_EQ(report.people.value, 0);
    EXPECT_FALSE(report.items[0].whole.estimate.mean.suppressed);
    EXPECT_FALSE(stats::is_defined(report.items[0].whole.estimate.mean.value));
    Adder adder(layout);
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        const answers::Answers answers = sample::random_answers(instrument, seed);
        adder.score(answers);
        adder.add(*find_or_add(summary, layout, ""), answers);
    }
    report = report_on(layout, summary);
    std::string json;
    export_::append_cohort_json(json, layout, summary, report);
    EXPECT_TRUE(report.people.suppressed);
    const std::string figures = json.substr(json.find("\"people\""));
    for (const char* name : {"\"n\":", "\"mean\":", "\"alpha\":", "\"rwg\":"}) {
        for (std::size_t at = figures.find(name); at != std::string::npos;
             at = figures.find(name, at + 1)) {
            EXPECT_EQ(figures.substr(at + std::string(name).size(), 12), "\"suppressed\"");
        }
    }
}

}  // namespace
}  // namespace vgap::cohort
