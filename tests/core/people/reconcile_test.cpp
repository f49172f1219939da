// Every fault that two rows, or a row and a day, can have with each other; and what is done about it.

#include "core/people/stage_order.hpp"
#include "tests/core/people/pipeline.hpp"

namespace vgap::people {

namespace {

constexpr std::string_view kPeople = "id,stage,since,entered,left\n";
constexpr std::string_view kMoves = "id,from,to,submitted,decided,outcome,attempt\n";

Records of(const std::string& people, const std::string& moves = "",
           const std::vector<Stage>& stages = {}) {
    return pipeline(std::string(kPeople) + people, std::string(kMoves) + moves, stages);
}

TEST(Reconcile, OneRowAPerson) {
    const Records records = of("a,IC,,,\na,IC,,,\nb,IC,,,\nb,Lead,,,\nc,IC,,,\n");
    EXPECT_EQ(faults_of(records),
              "people:3:1 same_person_again~\npeople:4:1 two_persons-\n"
              "people:5:1 two_persons-\n");
    EXPECT_EQ(records.people.size(), 2u);
    EXPECT_EQ(records.people_tally.left_out, 3u);
}

TEST(Reconcile, DaysOfPeople) {
    const Records records =
        of("a,IC,2026-01-02,,\nb,IC,,2027-01-01,\nc,IC,2024-01-01,2023-01-01,2023-06-01\n"
           "d,IC,2024-01-01,2023-01-01,2026-03-01\ne,IC,2026-01-01,2026-01-01,2026-01-01\n");
    EXPECT_EQ(faults_of(records),
              "people:2:3 in_future-\npeople:3:4 in_future-\n"
              "people:4:5 left_before-\npeople:5:5 left_later~\n");
    ASSERT_EQ(records.people.size(), 2u);
    EXPECT_FALSE(records.people[0].left.has_value());
    EXPECT_TRUE(records.people[1].left.has_value());
}

TEST(Reconcile, StagesThatAreKnown) {
    const Records records =
        of("a,IC,,,\nb,CEO,,,\n", "a,IC,Boss,,2024-01-01,approved,1\n", {{"IC", 0}, {"Lead", 1}});
    EXPECT_EQ(faults_of(records), "people:3:2 unknown_stage-\ndecisions:2:3 unknown_stage-\n");
}

TEST(Reconcile, DaysOfDecisions) {
    const Records records =
        of("a,IC,2020-01-01,2020-01-01,\nb,IC,2020-01-01,2020-01-01,2024-01-01\n",
           "a,IC,IC,2024-01-01,2024-02-01,approved,1\n"
           "a,IC,Lead,2027-01-01,,pending,1\n"
           "a,IC,Lead,2024-03-01,2024-02-01,not yet,1\n"
           "a,IC,Lead,2025-12-01,2026-02-01,approved,3\n"
           "a,IC,Lead,2024-01-01,2024-02-01,pending,2\n"
           "a,IC,Lead,2019-01-01,2019-06-01,approved,1\n"
           "b,IC,Lead,2023-12-01,2024-06-01,approved,1\n"
           "b,IC,Lead,2022-12-01,,approved,1\n");
    EXPECT_EQ(faults_of(records),
              "decisions:2:3 same_stage-\ndecisions:3:4 in_future-\n"
              "decisions:4:5 decided_before_submitted-\ndecisions:5:5 decided_later~\n"
              "decisions:6:5 pending_with_day~\ndecisions:7:5 before_entry-\n"
              "decisions:8:5 after_leaving-\ndecisions:9:5 no_decision_day~\n");
    EXPECT_EQ(records.decisions_tally.left_out, 5u);
    EXPECT_EQ(records.decisions[0].outcome, Outcome::kPending);
}

TEST(Reconcile, RepeatedDecisionsAndStrangers) {
    const Records records =
        of("a,Lead,2024-02-01,,\n",
           "a,IC,Lead,,2024-02-01,approved,1\na,IC,Lead,,2024-02-01,approved,1\n"
           "z,IC,Lead,,2024-02-01,approved,1\n");
    EXPECT_EQ(faults_of(records),
              "decisions:3:1 same_decision_again~\ndecisions:4:1 unknown_person~\n");
    ASSERT_EQ(records.decisions.size(), 2u);
    EXPECT_TRUE(records.decisions[0].timed);
    EXPECT_FALSE(records.decisions[1].timed);
}

TEST(Reconcile, StepsDownByTheOrderThatIsTold) {
    const Records records =
        of("a,IC,2024-02-01,,\n", "a,Lead,IC,,2024-02-01,approved,1\n", {{"IC", 0}, {"Lead", 1}});
    EXPECT_EQ(faults_of(records), "decisions:2:3 step_down~\n");
    EXPECT_FALSE(records.decisions[0].promotion);
    // Two stages of one level lie beside each other.
    EXPECT_EQ(faults_of(of("a,IC,2024-02-01,,\n", "a,Lead,IC,,2024-02-01,approved,1\n",
                           {{"IC", 1}, {"Lead", 1}})),
              "");
}

TEST(Reconcile, StepsDownByTheRarerDirection) {
    const Records records =
        of("a,Lead,2024-02-01,,\nb,Lead,2024-02-01,,\nc,IC,2024-02-01,,\n",
           "a,IC,Lead,,2024-02-01,approved,1\nb,IC,Lead,,2024-02-01,approved,1\n"
           "c,Lead,IC,,2024-02-01,approved,1\n");
    EXPECT_EQ(faults_of(records), "decisions:4:3 step_down~\n");
    ASSERT_EQ(records.stages.size(), 2u);
    EXPECT_EQ(records.stages[0].name, "IC");
    EXPECT_EQ(records.stages[1].name, "Lead");
}

TEST(Reconcile, NotEveryRowIsAStageOfItsOwn) {
    std::string rows;
    for (std::size_t i = 0; i < kMostStages; ++i)
        rows += "p" + std::to_string(i) + ",s" + std::to_string(i) + ",,,\n";
    Records records = of(rows);
    EXPECT_TRUE(check_stages(records).empty());
    records.decisions.push_back(
        {.id = "p1", .from = "s1", .to = "another", .submitted = {}, .decided = {}, .gaps = {}});
    ASSERT_EQ(check_stages(records).size(), 1u);
    EXPECT_EQ(check_stages(records)[0].code, "error.people.too_many_stages");
}

TEST(Reconcile, RowsAndPromotionsOfOnePersonAgree) {
    const Records records =
        of("behind,IC,2020-01-01,,\nearly,Lead,2023-01-01,,\nblank,Lead,,,\n"
           "else,Boss,2020-01-01,,\nlater,Boss,2025-01-01,,\ngap,Boss,2025-03-01,,\n",
           "behind,IC,Lead,,2024-02-01,approved,1\nearly,IC,Lead,,2024-02-01,approved,1\n"
           "blank,IC,Lead,,2024-02-01,approved,1\nelse,IC,Lead,,2024-02-01,approved,1\n"
           "later,IC,Lead,,2024-02-01,approved,1\ngap,IC,Lead,,2024-02-01,approved,1\n"
           "gap,Chief,Boss,,2025-03-01,approved,1\n");
    EXPECT_EQ(faults_of(records),
              "people:2:2 stage_behind~\npeople:3:3 since_before_decision~\n"
              "people:6:2 move_not_recorded~\npeople:7:2 move_not_recorded~\n"
              "decisions:5:3 stage_contradicts~\ndecisions:8:2 does_not_follow~\n");
    const base::Date decided{2024, 2, 1};
    EXPECT_EQ(records.people[0].stage, "Lead");
    EXPECT_EQ(records.people[0].since, decided);
    EXPECT_EQ(records.people[1].since, decided);
    EXPECT_EQ(records.people[2].since, decided);
}

TEST(Reconcile, AttemptsCountFromOne) {
    const Records records = of("a,IC,2020-01-01,,\nb,IC,2020-01-01,,\nc,IC,2020-01-01,,\n",
                               "a,IC,Lead,2024-05-01,2024-06-01,no,1\n"
                               "a,IC,Lead,2024-01-01,2024-02-01,no,1\n"
                               "b,IC,Lead,2024-05-01,2024-06-01,no,\n"
                               "b,IC,Lead,2024-01-01,2024-02-01,no,\n"
                               "c,IC,Lead,2024-01-01,2024-02-01,no,2\n");
    EXPECT_EQ(faults_of(records), "decisions:2:7 attempts_renumbered~\n");
    std::vector<int> attempts;
    for (const Decision& each : records.decisions) attempts.push_back(each.attempt);
    EXPECT_EQ(attempts, (std::vector<int>{2, 1, 2, 1, 2}));  // c's first lies before the file
}

}  // namespace

}  // namespace vgap::people
