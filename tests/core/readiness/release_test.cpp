#include "core/readiness/release.hpp"

#include <gtest/gtest.h>

#include "core/export/readiness_json.hpp"
#include "core/json/parse.hpp"
#include "core/readiness/release_read.hpp"
#include "core/readiness/safe_items.hpp"
#include "core/stats/undefined.hpp"
#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {

namespace {

std::vector<Rating> raters_of(int peers, int reports, int point = 2) {
    std::vector<Rating> ratings;
    for (int i = 0; i < peers; ++i) {
        ratings.push_back(rated("c", "p" + std::to_string(i), "peer", all(point)));
    }
    for (int i = 0; i < reports; ++i) {
        ratings.push_back(rated("c", "r" + std::to_string(i), "report", all(point)));
    }
    return ratings;
}

// "peer 3; peer+report 4" of the first capability
std::string blocks(const CandidateRelease& release) {
    std::string out;
    for (const Block& block : release.capabilities[0].blocks) {
        if (!out.empty()) out += "; ";
        for (std::size_t r = 0; r < block.roles.size(); ++r) {
            out += (r > 0 ? "+" : "") + shipped_rules().roles[block.roles[r]].id;
        }
        out += " " + std::to_string(block.raters.size());
    }
    return out;
}

TEST(Release, FormsBlocksOfEnoughRaters) {
    EXPECT_EQ(blocks(released(raters_of(2, 0))), "");
    EXPECT_EQ(blocks(released(raters_of(3, 0))), "peer 3");
    EXPECT_EQ(blocks(released(raters_of(3, 4))), "peer 3; report 4");
    EXPECT_EQ(blocks(released(raters_of(2, 1))), "peer+report 3");
    EXPECT_EQ(blocks(released(raters_of(3, 1))), "peer+report 4");
    EXPECT_EQ(blocks(released(raters_of(1, 1))), "");
}

TEST(Release, LeavesSmallRolesOutWhereTheRulesSaySo) {
    Rules rules = shipped_rules();
    rules.small_roles = SmallRoles::kOmit;
    EXPECT_EQ(blocks(released(raters_of(3, 2), nullptr, rules)), "peer 3");
    EXPECT_EQ(blocks(released(raters_of(2, 2), nullptr, rules)), "");
}

TEST(Release, LaterRatersWaitForABlockOfTheirOwn) {
    const CandidateRelease first = released(raters_of(3, 0));
    EXPECT_EQ(blocks(released(raters_of(4, 0), &first)), "peer 3");
    EXPECT_EQ(blocks(released(raters_of(5, 0), &first)), "peer 3");
    EXPECT_EQ(blocks(released(raters_of(6, 0), &first)), "peer 3; peer 3");
    EXPECT_EQ(blocks(released(raters_of(3, 3), &first)), "peer 3; report 3");
}

TEST(Release, WhoChangesOrLeavesChangesNothing) {
    const CandidateRelease first = released(raters_of(3, 0));
    std::vector<Rating> later = raters_of(3, 0);
    later[0] = rated("c", "p0", "peer", all(4));
    later.pop_back();
    const CandidateRelease second = released(later, &first);
    EXPECT_EQ(second.capabilities[0].blocks[0].sum, first.capabilities[0].blocks[0].sum);
    EXPECT_EQ(blocks(second), "peer 3");
}

TEST(Release, SpreadNeedsMoreRatersAndAsManyNewOnes) {
    EXPECT_FALSE(released(raters_of(4, 0)).capabilities[0].spread.has_value());
    std::vector<Rating> ratings = raters_of(5, 0);
    ratings[0] = rated("c", "p0", "peer", all(4));
    const CandidateRelease first = released(ratings);
    ASSERT_TRUE(first.capabilities[0].spread.has_value());
    EXPECT_EQ(first.capabilities[0].spread->df, 4);
    EXPECT_DOUBLE_EQ(first.capabilities[0].spread->deviation, 22.4);  // of 100, 50, 50, 50, 50
    EXPECT_DOUBLE_EQ(first.capabilities[0].spread->rwg, 0.86);  // 4 (1 - 0.8 / 2) = 2.4 of 2.8
    EXPECT_DOUBLE_EQ(first.capabilities[0].spread->ad, 0.64);
    for (const int more : {3, 4}) {
        for (int i = 0; i < more; ++i) {
            ratings.push_back(
                rated("c", "q" + std::to_string(more) + std::to_string(i), "peer", all(0)));
        }
        const CandidateRelease second = released(ratings, &first);
        EXPECT_EQ(second.capabilities[0].spread->df == 4, more == 3);
    }
}

TEST(Release, CommentsComeInBatches) {
    const Index question = text_questions(shipped())[0];
    std::vector<Rating> ratings = raters_of(5, 0);
    const auto says = [&](Rating& rating, const char* words) {
        rating.answers[question].state = answers::AnswerState::kAnswered;
        rating.answers[question].text = words;
    };
    const char* words[] = {"e", "b", "d", "a", "c"};
    for (std::size_t i = 0; i < 4; ++i) says(ratings[i], words[i]);
    EXPECT_TRUE(released(ratings).comments[0].texts.empty());
    says(ratings[4], words[4]);
    const CandidateRelease first = released(ratings);
    EXPECT_EQ(first.comments[0].texts, (std::vector<std::string>{"a", "b", "c", "d", "e"}));
    ratings.push_back(rated("c", "late", "peer", all(1)));
    says(ratings.back(), "late");
    ratings.erase(ratings.begin());
    EXPECT_EQ(released(ratings, &first).comments[0].texts, first.comments[0].texts);
}

TEST(Release, ItemsAreToldOnlyWhereTheyGiveNobodyAway) {
    const Flags full = {1, 1, 1, 1}, less = {0, 1, 1, 1}, half = {0, 0, 1, 1};
    EXPECT_EQ(safe_items({full, full, full}, 3), full);
    EXPECT_EQ(safe_items({full, full}, 3), (Flags{0, 0, 0, 0}));
    // The sum of scores less that of the items would be the last rater's alone.
    EXPECT_NE(safe_items({full, full, full, less}, 3), full);
    EXPECT_EQ(safe_items({full, full, full, less, less, less}, 3), full);
    EXPECT_EQ(safe_items({full, full, full, half, half, half}, 3), full);
    EXPECT_EQ(safe_items({}, 3), Flags{});
}

std::string written(const CandidateRelease& release, const Assessment& assessment) {
    std::string out;
    const std::vector<Assessment> assessments = {assessment};
    const std::vector<CandidateRelease> releases = {release};
    export_::append_readiness(out, {shipped(), shipped_rules(), assessments, nullptr, releases});
    return out;
}

TEST(Release, IsReadBackFromItsOwnRecord) {
    std::vector<Rating> ratings = raters_of(5, 2);
    ratings[1] = rated("c", "p1", "peer", all(4));
    ratings[0].answers[scored_items()[1]] = sample::not_answered(answers::AnswerState::kDontKnow);
    const CandidateRelease release = released(ratings);
    const Assessment assessment = assess(shipped(), shipped_rules(), pointers(ratings), release);
    const std::string text = written(release, assessment);
    const auto read = read_release(shipped(), shipped_rules(), *json::parse(text));
    ASSERT_TRUE(read.has_value());
    ASSERT_NE(read->find("c"), nullptr);
    EXPECT_EQ(read->find("d"), nullptr);
    // Nothing new has come, so the same is told again, to the byte.
    const CandidateRelease again =
        renew(shipped(), shipped_rules(), pointers(ratings), read->find("c"));
    EXPECT_EQ(written(again, assess(shipped(), shipped_rules(), pointers(ratings), again)), text);
}

std::string refused(std::string text, std::string_view piece, std::string_view other) {
    const std::size_t at = text.rfind(piece);
    EXPECT_NE(at, text.npos) << piece;
    text.replace(at, piece.size(), other);
    const auto read = read_release(shipped(), shipped_rules(), *json::parse(text));
    std::string out;
    if (read) return out;
    for (const base::Error& error : read.error()) {
        if (!out.empty()) out += "; ";
        out += error.code.substr(error.code.rfind('.') + 1) + " " + error.where;
    }
    return out;
}

TEST(Release, ARecordThatDoesNotFitIsRefused) {
    const std::vector<Rating> ratings = raters_of(3, 0);
    const std::string text = written(released(ratings), assessed(ratings));
    EXPECT_EQ(refused(text, "readiness/1", "readiness/2"), "other_schema ");
    EXPECT_EQ(refused(text, "\"version\":\"1.0.0\"", "\"version\":\"0.9.0\""),
              "other_instrument /release/instrument/version");
    EXPECT_EQ(refused(text, "\"roles\":[\"peer\"]", "\"roles\":[\"manager\"]"),
              "unknown_role /release/candidates/0/capabilities/2/blocks/0/roles/0");
    EXPECT_EQ(refused(text, "\"sum\":150", "\"sum\":301"),
              "out_of_range /release/candidates/0/capabilities/2/blocks/0/sum");
    EXPECT_EQ(refused(text, "\"id\":\"fb_calm\"", "\"id\":\"to_share\""),
              "unknown_item /release/candidates/0/capabilities/2/blocks/0/items/3/id");
    EXPECT_EQ(refused(text, "\"id\":\"delegation\"", "\"id\":\"team_outcomes\""),
              "repeated /release/candidates/0/capabilities/1/id");
}

}  // namespace

}  // namespace vgap::readiness
