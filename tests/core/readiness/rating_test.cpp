#include "core/readiness/rating.hpp"

#include <gtest/gtest.h>

#include "core/json/parse.hpp"
#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {

namespace {

std::string joined(const base::Errors& errors) {
    std::string out;
    for (const base::Error& error : errors) {
        if (!out.empty()) out += "; ";
        out += error.code.substr(error.code.rfind('.') + 1) + " " + error.where;
    }
    return out;
}

base::Result<Rating> read(std::string text) {
    for (char& c : text) c = c == '\'' ? '"' : c;
    return read_rating(shipped(), shipped_rules(), *json::parse(text));
}

std::string faults(std::string text) {
    const base::Result<Rating> rating = read(std::move(text));
    return rating ? "" : joined(rating.error());
}

std::string table_faults(std::string_view text) {
    const auto ratings = read_rating_table(shipped(), shipped_rules(), text);
    return ratings ? "" : joined(ratings.error());
}

TEST(Rating, ReadsADocument) {
    const base::Result<Rating> rating = read(
        "{'schema':'rating/1','candidate':'ana','rater':'p1','pending_promotion':true,"
        "'instrument':{'id':'leadership-readiness','version':'1.0.0'},"
        "'answers':{'role':'peer','to_route':3,'to_share':{'no_answer':'dont_know'}}}");
    ASSERT_TRUE(rating.has_value());
    EXPECT_EQ(rating->candidate, "ana");
    EXPECT_EQ(rating->rater, "p1");
    EXPECT_EQ(shipped_rules().roles[rating->role].id, "peer");
    EXPECT_EQ(rating->pending_promotion, true);
    EXPECT_EQ(rating->answers[scored_items()[0]].point, 3);
}

TEST(Rating, ListsEveryProblemOfADocument) {
    EXPECT_EQ(faults("{'schema':'response/1','candidate':'','rater':7,"
                     "'instrument':{'id':'leadership-pipeline'},"
                     "'answers':{'role':'friend','to_route':9,'colour':1}}"),
              "other_schema /schema; no_name /candidate; wrong_kind /rater; "
              "other_instrument /instrument/id; unknown_option /answers/role; "
              "out_of_range /answers/to_route; unknown_question /answers/colour");
    EXPECT_EQ(faults("{'schema':'rating/1','candidate':'a','rater':'b',"
                     "'instrument':{'id':'leadership-readiness'},'answers':{}}"),
              "no_role /answers");
}

TEST(Rating, ReadsATable) {
    const auto ratings = read_rating_table(
        shipped(), shipped_rules(),
        "candidate;rater;role;pending_promotion;to_route;pr_peer\nana;p1;peer;;4;dont\nben;p1;"
        "peer;false;dont_know;\n");
    ASSERT_TRUE(ratings.has_value());
    ASSERT_EQ(ratings->size(), 2u);
    EXPECT_EQ((*ratings)[0].answers[scored_items()[0]].point, 4);
    EXPECT_FALSE((*ratings)[0].pending_promotion.has_value());
    EXPECT_EQ((*ratings)[1].answers[scored_items()[0]].state, answers::AnswerState::kDontKnow);
    EXPECT_EQ((*ratings)[1].pending_promotion, false);
    EXPECT_EQ((*ratings)[1].line, 3u);
}

TEST(Rating, ListsEveryProblemOfATable) {
    EXPECT_EQ(table_faults("candidate,colour\nx,red\n"),
              "unknown_column 1:2; no_column 1:1; no_column 1:1");
    EXPECT_EQ(table_faults("candidate,rater,role,pending_promotion,to_route\n"
                           ",p1,peer,maybe,9\nana,p2,,,often\n"),
              "no_name 2:1; not_yes_or_no 2:4; out_of_range 2:5; wrong_kind 3:5");
    EXPECT_EQ(table_faults("candidate,rater,role\nana,p2,\n"), "no_role 2:3");
}

TEST(Rating, FaultsBetweenRatings) {
    std::vector<Rating> ratings = {
        rated("ana", "p1", "peer", all(1)), rated("ana", "p1", "report", all(1)),
        rated("ben", "p1", "peer", all(1)), rated("ana", "s", "self", all(1)),
        rated("ana", "t", "self", all(1))};
    for (std::size_t i = 0; i < ratings.size(); ++i) ratings[i].line = i + 1;
    ratings[0].pending_promotion = true;
    ratings[3].pending_promotion = false;
    std::string found;
    for (const Fault& fault : faults_between(shipped_rules(), ratings)) {
        found += std::to_string(fault.line) + " " + joined({fault.error}) + ";";
    }
    EXPECT_EQ(found, "2 rated_twice ;4 pending_differs ;5 second_self ;");
}

}  // namespace

}  // namespace vgap::readiness
