#include "core/flow/read.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::flow {
namespace {

std::string in_json(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

// A house of two stages; `stage` and `path` come behind the fields of the second stage and of the path.
std::string house(const std::string& stages = "", const std::string& paths = "",
                  const std::string& rest = "") {
    const std::string quantities =
        "'attrition_pct_per_year':{'value':10,'source':'measured','n':40},'external_share_pct':"
        "{'value':20,'source':'answered'},'external_lead_months':{'value':3,'source':'assumed'}";
    return in_json(
        "{'schema':'flow/1','id':'h','name':'H','months':12,'stages':[{'id':'a','name':"
        "'A','people':5,'seats':[{'month':0,'seats':5}]," +
        quantities + "},{'id':'b','name':'B','people':1,'seats':[{'month':0,'seats':2}]," +
        quantities + "}" + stages +
        "],'paths':[{'id':'p','from':'a','to':'b','people_share_pct':{'value':60,"
        "'source':'assumed'},'months_to_ready':{'value':9,'source':'assumed'},"
        "'submission_success_pct':{'value':50,'source':'assumed'}}" +
        paths + "]" + rest + "}");
}

std::string path(const std::string& id, const std::string& from, const std::string& to, int share,
                 const std::string& more = "") {
    return ",{'id':'" + id + "','from':'" + from + "','to':'" + to +
           "','people_share_pct':{'value':" + std::to_string(share) +
           ",'source':'assumed'},'months_to_ready':{'value':9,'source':'assumed'},"
           "'submission_success_pct':{'value':50,'source':'assumed'}" +
           more + "}";
}

std::vector<std::string> problems_of(const std::string& text) {
    std::vector<std::string> problems;
    const auto read = read_scenario(text);
    if (read) return problems;
    for (const base::Error& each : read.error()) problems.push_back(each.where + " " + each.code);
    return problems;
}

using Problems = std::vector<std::string>;

TEST(ReadScenario, WhatShipsIsReadAndMarkedAsAnExample) {
    for (const auto& [name, people] :
         {std::pair("team_of_8", 8), std::pair("engineering_of_60", 60),
          std::pair("company_of_400", 400)}) {
        const auto read =
            read_scenario(sample::file("assets/scenarios/" + std::string(name) + ".json"));
        ASSERT_TRUE(read.has_value()) << name;
        EXPECT_EQ(read->id, name);
        EXPECT_TRUE(read->example);
        int all = 0;
        for (const Stage& stage : read->stages) all += stage.people;
        EXPECT_EQ(all, people);
    }
}

TEST(ReadScenario, SaysWhereItsNumbersComeFrom) {
    const auto read = read_scenario(house());
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->stages[1].attrition_pct.origin, Origin::kMeasured);
    EXPECT_EQ(read->stages[1].attrition_pct.n, 40);
    EXPECT_EQ(read->stages[1].external_share_pct.origin, Origin::kAnswered);
    EXPECT_EQ(read->paths[0].to, 1u);
    EXPECT_EQ(read->patience_months, 3);
    EXPECT_EQ(people_on_paths(*read), (std::vector<int>{3}));
}

TEST(ReadScenario, APathToNowhereAndInACircle) {
    EXPECT_EQ(problems_of(house("", path("q", "b", "nowhere", 10))),
              (Problems{"/paths/1/to error.flow.unknown_stage"}));
    EXPECT_EQ(problems_of(house("", path("q", "b", "b", 10))),
              (Problems{"/paths/1/to error.flow.same_stage"}));
    const auto circle = read_scenario(house("", path("q", "b", "a", 10)));
    ASSERT_FALSE(circle.has_value());
    EXPECT_EQ(circle.error()[0].code, "error.flow.cycle");
    EXPECT_EQ(circle.error()[0].where, "/paths");
    EXPECT_EQ(circle.error()[0].arguments[0].value, "a, b");
}

TEST(ReadScenario, NothingFollowsFromWhatIsNoPathAtAll) {
    EXPECT_EQ(problems_of(house("", ",5")), (Problems{"/paths/1 error.json.wrong_kind"}));
}

TEST(ReadScenario, SharesOverTheWholeAndMoreReadyThanThereAre) {
    EXPECT_EQ(problems_of(house("", path("q", "a", "b", 41))),
              (Problems{"/paths/1/people_share_pct error.flow.shares_over"}));
    EXPECT_EQ(problems_of(house("", path("q", "a", "b", 40))), Problems{});
    EXPECT_EQ(problems_of(house("", path("q", "a", "b", 40, ",'ready_people':3"))),
              (Problems{"/paths/1/ready_people error.flow.ready_over"}));
}

TEST(ReadScenario, EveryProblemAtOnce) {
    std::string text = house("", path("p", "a", "c", 20),
                             ",'capabilities':[{'id':'k','name':'K','stage':'x','seats':1,"
                             "'by_month':13}]");
    text.replace(text.find("\"people\":5"), 10, "\"people\":-5,\"age\":3");
    text.replace(text.find("\"value\":60"), 10, "\"value\":160");
    EXPECT_EQ(problems_of(text),
              (Problems{"/stages/0/age error.json.unknown_key",
                        "/stages/0/people error.json.out_of_range",
                        "/paths/0/people_share_pct/value error.json.out_of_range",
                        "/paths/1/id error.flow.twice", "/paths/1/to error.flow.unknown_stage",
                        "/capabilities/0/stage error.flow.unknown_stage",
                        "/capabilities/0/by_month error.flow.after_the_end"}));
}

TEST(ReadScenario, SeatsInTheOrderOfTheirMonths) {
    std::string text = house();
    text.replace(text.find("{\"month\":0,\"seats\":5}"), 21,
                 in_json("{'month':3,'seats':5},{'month':3,'seats':6}"));
    EXPECT_EQ(problems_of(text), (Problems{"/stages/0/seats/1/month error.flow.seat_months"}));
}

TEST(ReadScenario, AnotherVersionIsNamed) {
    std::string text = house();
    text.replace(text.find("flow/1"), 6, "flow/2");
    EXPECT_EQ(problems_of(text), (Problems{"/schema error.flow.other_schema"}));
    EXPECT_EQ(problems_of("[]"), (Problems{" error.json.wrong_kind"}));
    EXPECT_FALSE(problems_of("{").empty());
}

TEST(ReadScenario, SixtyStagesAndNoMore) {
    const auto many = [](int more) {
        std::string stages;
        for (int i = 0; i < more; ++i) {
            stages += ",{'id':'s" + std::to_string(i) +
                      "','name':'S','people':0,'seats':[{'month':0,'seats':0}],"
                      "'attrition_pct_per_year':{'value':10,'source':'assumed'},"
                      "'external_share_pct':{'value':20,'source':'assumed'},"
                      "'external_lead_months':{'value':3,'source':'assumed'}}";
        }
        return problems_of(house(stages));
    };
    EXPECT_EQ(many(58), Problems{});
    EXPECT_EQ(many(59)[0], "/stages error.json.too_many_elements");
}

}  // namespace
}  // namespace vgap::flow
