// Each figure of MODEL.md §4 on a case small enough to be worked out by hand.

#include "core/people/metrics.hpp"

#include "tests/core/people/pipeline.hpp"

namespace vgap::people {

namespace {

constexpr double kMonth = 365.2425 / 12;  // days
constexpr std::string_view kNoMoves = "id,from,to,submitted,decided,outcome,attempt\n";

Metrics measured(const Records& records, const Targets& targets = {}, std::size_t least = 1,
                 std::optional<base::Date> from = std::nullopt) {
    return measure(records, {kDay, targets, least, from});
}

const Figure& find(const Metrics& metrics, std::string_view metric, std::string_view stage,
                   int month = 0) {
    for (const Figure& each : metrics.figures) {
        if (each.metric == metric && each.stage == stage && each.month == month) return each;
    }
    ADD_FAILURE() << metric;
    static const Figure none;
    return none;
}

std::string day(int days_after_2024) {
    return base::extended(base::plus_days({2024, 1, 1}, days_after_2024));
}

TEST(Metrics, SharesOfThoseOfWhomItIsKnown) {
    std::string people = "id,stage,path_documented,gaps\n";
    for (int i = 0; i < 12; ++i) {
        people += "p" + std::to_string(i) + ",IC," + (i < 7 ? "yes" : i < 10 ? "no" : "") + ",no\n";
    }
    const Metrics metrics = measured(pipeline(people, kNoMoves));
    const Figure& path = find(metrics, "path_coverage", "IC");
    EXPECT_EQ(path.count, 7u);
    EXPECT_EQ(path.n, 10u);
    EXPECT_EQ(path.open, 2u);
    EXPECT_NEAR(path.value, 0.7, 1e-12);
    EXPECT_NEAR(path.interval.low, 0.396778, 1e-6);  // Newcombe 1998
    EXPECT_NEAR(path.interval.high, 0.892208, 1e-6);
    EXPECT_EQ(path.meets(), true);  // 70 % of 70 %
    EXPECT_EQ(find(metrics, "gap_visibility", "IC").meets(), false);
    EXPECT_EQ(find(metrics, "gap_visibility", "").n, 12u);
}

TEST(Metrics, WhoStandsWhere) {
    const Metrics metrics =
        measured(pipeline("id,stage,readiness,path_documented,left\n"
                          "a,IC,building,yes,\nb,IC,ready now,no,\n"
                          "c,Lead,within 12 months,,\nd,Lead,,yes,\n"
                          "e,Lead,ready now,yes,2025-01-01\n",
                          kNoMoves));
    ASSERT_EQ(metrics.stages.size(), 3u);
    EXPECT_EQ(metrics.stages[0].people, 2u);
    EXPECT_EQ(metrics.stages[0].building, 1u);
    EXPECT_EQ(metrics.stages[0].ready_now, 1u);
    EXPECT_EQ(metrics.stages[1].within_twelve_months, 1u);
    EXPECT_EQ(metrics.stages[1].not_stated, 1u);
    EXPECT_EQ(metrics.stages[1].path.open, 1u);
    EXPECT_EQ(metrics.stages[2].people, 4u);  // who left is not there
    EXPECT_EQ(metrics.stages[2].path.yes, 2u);
}

// Five people begin at IC on 1 January 2024: promoted after 100 and 200 days, gone after 150, still there, and one
// whom the house has known only since day 150, promoted after 300.
Records five() {
    return pipeline("id,stage,since,entered,left\na,Lead," + day(100) + ",2024-01-01,\nb,Lead," +
                        day(200) + ",2024-01-01,\nc,IC,2024-01-01,2024-01-01," + day(150) +
                        "\nd,IC,2024-01-01,2024-01-01,\ne,IC,2024-01-01," + day(150) + ",\n",
                    std::string(kNoMoves) + "a,IC,Lead,," + day(100) + ",approved,1\nb,IC,Lead,," +
                        day(200) + ",approved,1\n");
}

TEST(Metrics, TimeToPromotion) {
    Targets targets;
    targets.transitions = {{"IC", "Lead", 6.0, std::nullopt}};
    const Metrics metrics = measured(five(), targets);
    // At risk: 4 on day 100 (e is not yet known), 3 on day 200 (b, d, e). S = 3/4, then 1/2.
    const Figure& median = find(metrics, "promotion_median", "IC");
    EXPECT_NEAR(median.value, 200 / kMonth, 1e-9);
    EXPECT_EQ(median.n, 5u);
    EXPECT_EQ(median.count, 2u);
    EXPECT_EQ(median.meets(), false);  // 6.6 months, at most 6
    // Aalen-Johansen: 1/4; on day 150 one of three leaves: 3/4 · 1/3; on day 200: 1/2 · 1/3.
    EXPECT_NEAR(find(metrics, "promoted_within", "IC", 12).value, 0.25 + 0.5 / 3, 1e-12);
    EXPECT_NEAR(find(metrics, "left_within", "IC", 12).value, 0.25, 1e-12);
    EXPECT_EQ(find(metrics, "promoted_within", "IC", 36).reason, "not_seen_so_long");
    EXPECT_EQ(find(metrics, "promotion_restricted_mean", "IC", 36).state, State::kUndefined);
    EXPECT_NEAR(find(metrics, "promotion_naive_mean", "IC").value, 150 / kMonth, 1e-9);
    ASSERT_EQ(metrics.curves.size(), 1u);
    EXPECT_NEAR(metrics.curves[0].waiting[3], 0.5, 1e-12);  // month 9
    EXPECT_NEAR(metrics.curves[0].waiting[1], 1, 1e-12);    // month 3 is day 91
    EXPECT_NEAR(metrics.curves[0].left[2], 0.25, 1e-12);
}

TEST(Metrics, RestrictedMean) {
    // S is 1 until day 100, 1/2 until day 200, then 0: 150 days, of the 36 months.
    const Metrics metrics =
        measured(pipeline("id,stage,since,entered\na,Lead," + day(100) + ",2024-01-01\nb,Lead," +
                              day(200) + ",2024-01-01\n",
                          std::string(kNoMoves) + "a,IC,Lead,," + day(100) +
                              ",approved,1\nb,IC,Lead,," + day(200) + ",approved,1\n"));
    EXPECT_NEAR(find(metrics, "promotion_restricted_mean", "IC", 36).value, 150 / kMonth, 1e-9);
    EXPECT_NEAR(find(metrics, "promoted_within", "IC", 36).value, 1, 1e-12);
}

TEST(Metrics, PromotionsThatWereRecordedFromADayOn) {
    const Metrics metrics = measured(five(), {}, 1, base::plus_days({2024, 1, 1}, 120));
    // Who came before the record began may have been promoted without a trace: a and b have no beginning.
    EXPECT_EQ(metrics.stays.without_beginning, 2u);
    EXPECT_EQ(metrics.stays.from_entry, 0u);
    EXPECT_EQ(find(metrics, "promotion_median", "IC").n, 3u);
}

TEST(Metrics, DifferenceBetweenTracks) {
    const Metrics metrics =
        measured(pipeline("id,stage,since,entered,track\na,Lead," + day(100) +
                              ",2024-01-01,x\nb,Lead," + day(200) + ",2024-01-01,y\n",
                          std::string(kNoMoves) + "a,IC,Lead,," + day(100) +
                              ",approved,1\nb,IC,Lead,," + day(200) + ",approved,1\n"));
    // On day 100 one of two: expected 1/2 in x, variance 1/4; on day 200 only y is left. (1 - 1/2)^2 / (1/4).
    const Figure& test = find(metrics, "waits_by_track", "IC");
    EXPECT_NEAR(test.value, 1, 1e-12);
    EXPECT_NEAR(test.df, 1, 0);
    EXPECT_NEAR(test.p, 0.317311, 1e-6);
    for (const Figure& each : metrics.figures) EXPECT_NE(each.metric, "waits_by_group");
}

TEST(Metrics, Success) {
    const Records records = pipeline(
        "id,stage,since\na,IC,2020-01-01\nb,IC,2020-01-01\n"
        "c,IC,2020-01-01\nd,IC,2020-01-01\ne,IC,2020-01-01\n",
        "id,from,to,submitted,decided,outcome,attempt\n"
        "a,IC,Lead,2024-01-01,2024-02-01,approved,1\n"
        "b,IC,Lead,2024-01-01,2024-02-01,not yet,1\n"
        "b,IC,Lead,2024-03-01,2024-04-01,approved,2\n"
        "c,IC,Lead,2024-01-01,2024-02-01,not yet,1\n"
        "c,IC,Lead,2024-03-01,,pending,2\n"
        "d,IC,Lead,2024-01-01,2024-02-01,not yet,1\n"
        "e,IC,Lead,2024-01-01,,pending,1\n"
        "e,IC,Lead,2023-01-01,,withdrawn,3\n");
    Targets targets;
    targets.transitions = {{"IC", "Lead", std::nullopt, 0.25}};
    const Metrics metrics = measured(records, targets);
    const Figure& first = find(metrics, "first_submission_success", "IC");
    EXPECT_EQ(std::tuple(first.count, first.n, first.open), std::tuple(1u, 4u, 1u));
    EXPECT_EQ(first.meets(), true);
    const Figure& eventual =
        find(metrics, "eventual_success", "IC");  // a, b of a, b, d; c and e open
    EXPECT_EQ(std::tuple(eventual.count, eventual.n, eventual.open), std::tuple(2u, 3u, 2u));
    EXPECT_EQ(find(metrics, "eventual_success", "").n, 3u);
}

TEST(Metrics, CriticalRolesByMatching) {
    Targets targets;
    targets.roles = {{"r1", "Lead", ""}, {"r2", "Lead", ""}, {"r3", "Lead", ""}};
    // a could fill both, b only r1: two roles; nobody could fill r3. c is still building.
    const Records named = pipeline(
        "id,stage,readiness,successor_for\n"
        "a,IC,ready now,r1;r2\nb,IC,within 12 months,r1\n"
        "c,IC,building,r3\n",
        kNoMoves);
    const Metrics metrics = measured(named, targets);
    EXPECT_NEAR(find(metrics, "successor_coverage", "").value, 2.0 / 3, 1e-12);
    EXPECT_FALSE(stats::is_defined(find(metrics, "successor_coverage", "").interval.low));
    EXPECT_NEAR(find(metrics, "ready_now", "").value, 1.0 / 3, 1e-12);
    EXPECT_EQ(metrics.roles_without_anybody, 1u);
    // Without names for roles: the level below, on the role's track.
    targets.roles = {{"r1", "Lead", "tech"}, {"r2", "Lead", "tech"}};
    const Records unnamed = pipeline(
        "id,stage,readiness,track\na,IC,ready now,tech\n"
        "b,IC,ready now,mgmt\nc,Lead,ready now,tech\n",
        kNoMoves, {{"IC", 0}, {"Lead", 1}});
    EXPECT_NEAR(find(measured(unnamed, targets), "ready_now", "").value, 0.5, 1e-12);
    EXPECT_EQ(find(measured(unnamed), "ready_now", "").reason, "no_critical_roles");
    const Records unsaid = pipeline("id,stage\na,IC\n", kNoMoves);
    EXPECT_EQ(find(measured(unsaid, targets), "ready_now", "").reason, "no_readiness");
}

TEST(Metrics, NothingAboutFewPeopleNorBySubtraction) {
    std::string people = "id,stage,path_documented\n";
    for (int i = 0; i < 30; ++i) {
        people += "p" + std::to_string(i) +
                  (i < 3    ? ",Chief"
                   : i < 10 ? ",Lead"
                            : ",IC") +
                  ",yes\n";
    }
    const Metrics metrics = measured(pipeline(people, kNoMoves), {}, 5);
    const Figure& small = find(metrics, "path_coverage", "Chief");
    EXPECT_EQ(small.state, State::kHidden);
    EXPECT_EQ(small.n, 0u);
    EXPECT_FALSE(stats::is_defined(small.value));
    // All minus IC minus Lead would be Chief, so the smallest other one is hidden too.
    EXPECT_EQ(find(metrics, "path_coverage", "Lead").state, State::kHidden);
    EXPECT_EQ(find(metrics, "gap_visibility", "Lead").state, State::kHidden);
    EXPECT_EQ(find(metrics, "path_coverage", "IC").state, State::kShown);
    EXPECT_EQ(find(metrics, "path_coverage", "").n, 30u);
    for (const StageRow& row : metrics.stages) {
        EXPECT_EQ(row.state == State::kHidden, row.stage == "Chief" || row.stage == "Lead");
        EXPECT_EQ(row.people == 0, row.state == State::kHidden);
    }
    const Metrics few = measured(five(), {}, 6);
    EXPECT_EQ(find(few, "promotion_median", "IC").state, State::kHidden);
    EXPECT_TRUE(few.curves.empty());
    // Of five at the stage two were promoted: their mean is about them alone.
    EXPECT_EQ(find(measured(five(), {}, 5), "promotion_median", "IC").state, State::kShown);
    EXPECT_EQ(find(measured(five(), {}, 5), "promotion_naive_mean", "IC").state, State::kHidden);
}

TEST(Metrics, OfNobody) {
    const Metrics metrics = measured(pipeline("id,stage\n", kNoMoves));
    EXPECT_EQ(find(metrics, "path_coverage", "").reason, "nobody");
    EXPECT_EQ(find(metrics, "eventual_success", "").reason, "nobody");
}

TEST(Targets, Read) {
    const base::Result<Targets> targets = read_targets(
        R"({"schema":"targets/1","stages":[{"id":"Lead","level":5},{"id":"IC"}],"ready_now_pct":40,)"
        R"("transitions":[{"from":"IC","to":"Lead","months":24}],)"
        R"("critical_roles":[{"id":"r","stage":"Lead","track":"x"}]})");
    ASSERT_TRUE(targets.has_value());
    EXPECT_EQ(targets->stages[0].name, "IC");
    EXPECT_EQ(targets->find("IC", "Lead")->months, 24);
    EXPECT_EQ(targets->ready_now, 0.4);
    EXPECT_EQ(targets->path, 0.7);
    const auto refused = [](std::string_view text) {
        const base::Result<Targets> read = read_targets(text);
        return read ? "" : read.error()[0].code + read.error()[0].where;
    };
    EXPECT_EQ(refused("{}"), "error.json.missing/schema");
    EXPECT_EQ(refused(R"({"schema":"x/1"})"), "error.people.not_targets/schema");
    EXPECT_EQ(refused(R"({"schema":"targets/1","path":1})"), "error.json.unknown_key/path");
    EXPECT_EQ(refused(R"({"schema":"targets/1","stages":[{"id":"a"},{"id":"a"}]})"),
              "error.people.stage_twice/stages/1/id");
    EXPECT_EQ(refused(R"({"schema":"targets/1","stages":[{"id":"a"}],)"
                      R"("critical_roles":[{"id":"r","stage":"b"}]})"),
              "error.people.target_stage/critical_roles/0/stage");
    EXPECT_EQ(refused(R"({"schema":"targets/1","stages":[{"id":""}]})"),
              "error.people.empty_cell/stages/0/id");
}

}  // namespace

}  // namespace vgap::people
