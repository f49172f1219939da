#include "core/readiness/slate.hpp"

#include <gtest/gtest.h>

#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {

namespace {

struct Whole {
    std::vector<Rating> ratings;
    std::vector<CandidateRelease> releases;
    std::vector<Assessment> assessments;
    Slate slate;
};

// Each candidate by as many peers, who say `points` of the first candidate, ...
Whole slate_of(const std::vector<std::vector<int>>& points, bool same_raters) {
    Whole whole;
    for (std::size_t c = 0; c < points.size(); ++c) {
        const std::string candidate = "c" + std::to_string(c);
        std::vector<Rating> own;
        for (std::size_t r = 0; r < points[c].size(); ++r) {
            const std::string rater = (same_raters ? "r" : candidate + "r") + std::to_string(r);
            own.push_back(rated(candidate, rater, "peer", all(points[c][r])));
        }
        whole.releases.push_back(released(own));
        whole.assessments.push_back(
            assess(shipped(), shipped_rules(), pointers(own), whole.releases.back()));
        whole.ratings.insert(whole.ratings.end(), own.begin(), own.end());
    }
    whole.slate =
        compare_slate(shipped(), shipped_rules(), whole.assessments, whole.ratings, whole.releases);
    return whole;
}

TEST(Slate, SaysAnOrderOnlyWhereIntervalsAreApart) {
    const Whole whole =
        slate_of({{4, 4, 4, 3, 4}, {0, 0, 1, 0, 0}, {4, 0, 2, 3, 4}, {4, 4}}, false);
    const SlateCapability& first = whole.slate.capabilities[0];
    ASSERT_EQ(first.order.size(), 2u);
    EXPECT_EQ(first.order[0].higher, 0u);
    EXPECT_EQ(first.order[0].lower, 1u);
    EXPECT_EQ(first.order[1].higher, 2u);
    EXPECT_EQ(first.order[1].lower, 1u);
    EXPECT_EQ(first.unsaid, 4);  // the widest with the best, and each with the one of two raters
}

TEST(Slate, ReliabilityOfRatersOfTheirOwn) {
    const Whole whole = slate_of({{4, 4, 3}, {1, 0, 1}, {2, 3, 2}}, false);
    const Reliability& it = whole.slate.capabilities[0].reliability;
    EXPECT_EQ(it.candidates, 3);
    EXPECT_EQ(it.ratings, 9);
    EXPECT_DOUBLE_EQ(it.raters_each, 3);
    // Mean squares of points 61/9 and 1/3, so (6.78 - 0.33) / (6.78 + 2 · 0.33).
    EXPECT_DOUBLE_EQ(it.one_1, 0.87);
    EXPECT_DOUBLE_EQ(it.one_k, 0.95);
    EXPECT_DOUBLE_EQ(it.raters_needed, 1);
    EXPECT_EQ(it.same.raters, 0u);
}

TEST(Slate, SixFormsNeedTheSameRatersEverywhere) {
    const std::vector<std::vector<int>> points = {
        {4, 4, 3, 4, 3}, {1, 0, 1, 2, 1}, {2, 3, 2, 2, 2}};
    EXPECT_EQ(slate_of(points, false).slate.capabilities[0].reliability.same.raters, 0u);
    const Reliability it = slate_of(points, true).slate.capabilities[0].reliability;
    EXPECT_EQ(it.same.raters, 5u);
    EXPECT_TRUE(stats::is_defined(it.same.three_k.estimate));
    EXPECT_GT(it.same.three_k.limits.high, it.same.three_k.limits.low);
    EXPECT_GT(it.alpha_scores, 0.7);
    EXPECT_GT(it.alpha_points, 0.7);
}

TEST(Slate, LeavesOutWhoseAnswersAreNoLongerThoseThatWereTold) {
    Whole whole = slate_of({{4, 4, 3}, {1, 0, 1}, {2, 3, 2}}, false);
    whole.ratings[0] = rated("c0", "c0r0", "peer", all(0));
    const Slate slate =
        compare_slate(shipped(), shipped_rules(), whole.assessments, whole.ratings, whole.releases);
    EXPECT_EQ(slate.capabilities[0].reliability.candidates, 2);
}

TEST(Slate, FewRatersSayNothingOfReliability) {
    const Whole whole = slate_of({{4, 4, 3}}, false);
    EXPECT_FALSE(stats::is_defined(whole.slate.capabilities[0].reliability.one_1));
}

}  // namespace

}  // namespace vgap::readiness
