#include "core/readiness/assess.hpp"

#include <gtest/gtest.h>

#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {

namespace {

std::string id_of(Index action) {
    return action == instrument::kNone ? "" : shipped().actions[action].id;
}

struct Panel {
    int point = 3;
    std::string performance = "far_above", interest = "yes";
    bool pending = false;
};

answers::Answer chosen(Index question, const std::string& option) {
    const std::vector<std::string>& options = shipped().questions[question].options;
    const auto found = std::find(options.begin(), options.end(), option);
    return found == options.end() ? answers::Answer()
                                  : sample::point(static_cast<int>(found - options.begin()));
}

// The candidate, a manager, four peers and three reports, who all say the same.
std::vector<Rating> panel(const Panel& it) {
    std::vector<Rating> ratings = {rated("c", "c", "self", all(4)),
                                   rated("c", "m", "manager", all(it.point))};
    for (const char* id : {"a", "b", "d", "e"}) {
        ratings.push_back(rated("c", id, "peer", all(it.point)));
    }
    for (const char* id : {"x", "y", "z"}) {
        ratings.push_back(rated("c", id, "report", all(it.point)));
    }
    const Rules& rules = shipped_rules();
    ratings[0].answers[rules.interest.question] = chosen(rules.interest.question, it.interest);
    ratings[1].answers[rules.performance.question] =
        chosen(rules.performance.question, it.performance);
    ratings[1].pending_promotion = it.pending;
    return ratings;
}

TEST(Assess, OthersAreTheMeanOfRoleMeansWithoutTheCandidate) {
    std::vector<Rating> ratings = panel({});
    ratings[1] = rated("c", "m", "manager", all(0));
    for (std::size_t r = 6; r < ratings.size(); ++r) {
        ratings[r] = rated("c", ratings[r].rater, "report", all(2));
    }
    const Assessment it = assessed(ratings);
    EXPECT_DOUBLE_EQ(it.capabilities[0].others.value(), base::quantised((0 + 75 + 50) / 3.0));
    EXPECT_DOUBLE_EQ(it.capabilities[0].self.value(), 100);
    EXPECT_DOUBLE_EQ(it.capabilities[0].self_gap.value(), base::quantised(100 - 125 / 3.0));
    ASSERT_EQ(it.capabilities[0].groups.size(), 3u);
    EXPECT_EQ(it.capabilities[0].raters, 8);
}

TEST(Assess, AScoreNeedsHalfOfTheItems) {
    Points points = all(4);
    points[0] = points[1] = kNotSeen;
    EXPECT_EQ(score_of(shipped(), rated("c", "a", "peer", points), 0), 100'000'000'000);
    points[2] = kNotSeen;
    EXPECT_EQ(score_of(shipped(), rated("c", "a", "peer", points), 0), std::nullopt);
}

TEST(Assess, TheFourStatuses) {
    EXPECT_EQ(assessed(panel({.point = 3})).status, Status::kReadyNow);
    EXPECT_EQ(assessed(panel({.point = 2})).status, Status::kReadyWithSupport);  // 50 of 65
    EXPECT_EQ(assessed(panel({.point = 1})).status, Status::kDevelopFirst);
    std::vector<Rating> few = panel({});
    few.resize(5);
    const Assessment it = assessed(few);
    EXPECT_EQ(it.status, Status::kNotEnoughEvidence);
    EXPECT_FALSE(it.quadrant.has_value());
    ASSERT_FALSE(it.reasons.empty());
    ASSERT_EQ(it.more_raters.size(), 1u);
    EXPECT_EQ(it.more_raters[0].second, 3);
}

TEST(Assess, ThresholdsAreAConjunction) {
    // Far above in two capabilities, far below in the third: no mean of the three decides.
    std::vector<Rating> ratings = panel({.point = 4});
    for (Rating& rating : ratings) {
        for (const Index item : shipped().dimensions[1].items) {
            rating.answers[item] = sample::point(1);
        }
    }
    const Assessment it = assessed(ratings);
    EXPECT_EQ(it.status, Status::kDevelopFirst);
    ASSERT_EQ(it.gaps.size(), 1u);
    EXPECT_EQ(shipped().dimensions[it.gaps[0].capability].id, "delegation");
    EXPECT_DOUBLE_EQ(it.gaps[0].points, 35);
    EXPECT_EQ(id_of(it.project), "guide_one");  // six days; cross_team takes ten
    EXPECT_EQ(id_of(it.first_step), "one_task");
}

TEST(Assess, ALowEndUnderItsFloorIsNotReadyNow) {
    std::vector<Rating> ratings = panel({.point = 3});
    ratings[2] = rated("c", "a", "peer", all(0));
    ratings[3] = rated("c", "b", "peer", all(4));
    ratings[4] = rated("c", "d", "peer", all(4));
    ratings[5] = rated("c", "e", "peer", all(4));
    const Assessment it = assessed(ratings);
    EXPECT_GE(it.capabilities[0].others.value(), 65);
    EXPECT_LT(it.capabilities[0].low.value(), 50);
    EXPECT_EQ(it.status, Status::kReadyWithSupport);
    EXPECT_EQ(it.reasons[0].kind, ReasonKind::kFloorNotHeld);
}

TEST(Assess, OneRaterIsNeverShownAsFact) {
    std::vector<Rating> ratings = panel({});
    ratings.resize(2);
    const Assessment it = assessed(ratings);
    EXPECT_FALSE(it.capabilities[0].others.has_value());
    EXPECT_FALSE(it.capabilities[0].self_gap.has_value());
    EXPECT_EQ(it.status, Status::kNotEnoughEvidence);
    EXPECT_TRUE(it.gaps.empty());
}

TEST(Assess, PerformanceAndReadinessAreKeptApart) {
    EXPECT_EQ(assessed(panel({.point = 3})).quadrant, Quadrant::kHighPotential);
    EXPECT_EQ(assessed(panel({.point = 1})).quadrant, Quadrant::kPerformerNotLeader);
    EXPECT_EQ(assessed(panel({.point = 3, .performance = "meets"})).quadrant, Quadrant::kWrongSeat);
    EXPECT_EQ(assessed(panel({.point = 1, .performance = "meets"})).quadrant,
              Quadrant::kNeitherYet);
    EXPECT_EQ(assessed(panel({.performance = ""})).quadrant, std::nullopt);
}

TEST(Assess, DoubleLossIsHighPerformanceLowReadinessAndAPendingPromotion) {
    EXPECT_TRUE(assessed(panel({.point = 1, .pending = true})).double_loss);
    EXPECT_FALSE(assessed(panel({.point = 1})).double_loss);
    EXPECT_FALSE(assessed(panel({.point = 3, .pending = true})).double_loss);
    EXPECT_FALSE(
        assessed(panel({.point = 1, .performance = "meets", .pending = true})).double_loss);
    std::vector<Rating> few = panel({.pending = true});
    few.resize(3);
    EXPECT_TRUE(assessed(few).unproven_promotion);
}

TEST(Assess, InterestComesFirst) {
    const Assessment no = assessed(panel({.point = 1, .interest = "no"}));
    EXPECT_EQ(no.path, Path::kContributor);
    EXPECT_EQ(id_of(no.project), "");
    EXPECT_FALSE(no.gaps.empty());
    EXPECT_EQ(assessed(panel({.interest = "trial"})).path, Path::kLeadership);
    EXPECT_EQ(assessed(panel({.interest = "later"})).path, Path::kAskFirst);
    EXPECT_EQ(assessed(panel({.interest = ""})).path, Path::kAskFirst);
}

}  // namespace

}  // namespace vgap::readiness
