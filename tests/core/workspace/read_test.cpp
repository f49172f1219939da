// A workspace with one of everything is read; each thing that can be wrong with it is told at its place, all at once.

#include "core/workspace/read.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/workspace/change.hpp"
#include "core/workspace/check.hpp"
#include "core/workspace/migrate.hpp"
#include "tests/core/workspace/engagement.hpp"

namespace vgap::workspace {
namespace {

TEST(WorkspaceRead, OneOfEverything) {
    ASSERT_EQ(outcome(engagement()), "");
    const Workspace it = *read(*parse(engagement()), library());
    EXPECT_EQ(it.title, "Engagement");
    EXPECT_EQ(it.client, "Acme");
    EXPECT_EQ(it.segment_by, "size");
    EXPECT_EQ(it.threshold.now, 7);
    EXPECT_EQ(it.threshold.at_first(), 5);
    EXPECT_EQ(it.threshold.changes[0].reason, "small teams");
    EXPECT_EQ(it.responses[0].response.id, "r-1");
    EXPECT_EQ(it.ratings[0].rating.rater, "b");
    EXPECT_EQ(base::extended(*it.as_of), "2026-10-31");
    EXPECT_EQ(it.people->days, people::DayForm::kDayFirst);
    EXPECT_EQ(it.people->sheet.rows[1][it.people->mapping[people::Field::kId]->column], "8");
    EXPECT_EQ(it.people->sheet.left_out, 1u);
    EXPECT_EQ(it.targets->path, 0.8);
    EXPECT_EQ(it.calibrations[0].log.size(), 1u);
    EXPECT_EQ(it.projects[0].to, "Lead");
    EXPECT_EQ(it.plan[0].horizon, "month");
}

TEST(WorkspaceRead, TellsWhatIsWrongAndWhere) {
    const struct {
        std::string text, told;
    } cases[] = {
        {with("workspace/1", "workspace/2"), "workspace.newer /schema"},
        {with("workspace/1", "workspace/1.0"), "workspace.newer /schema"},
        {with("workspace/1", "dashboard/1"), "workspace.other_schema /schema"},
        {"[]", "workspace.to_migrate "},
        {"7", "workspace.other_schema "},
        {with("2026-11-01", "2026-02-30"), "workspace.no_day /created"},
        {with(R"("title":"Engagement",)", ""), "json.missing /title"},
        {with(R"({"from":5,"to":7)", R"({"from":5,"to":6)"),
         "workspace.threshold_changes /threshold/now"},
        {with("small teams", ""), "workspace.empty /threshold/changes/0/reason"},
        {with(R"({"now":7)", R"({"now":1)"),
         "json.out_of_range /threshold/now; workspace.threshold_changes /threshold/now"},
        {with(R"("id":"r-1","instrument":{"id":"whole"})",
              R"("id":"r-1","instrument":{"id":"other"})"),
         "workspace.instrument_not_listed /responses/0/instrument/id"},
        {with(R"("speed":2)", R"("speed":9,"sped":1)"),
         "json.out_of_range /responses/0/answers/speed; response.unknown_question "
         "/responses/0/answers/sped"},
        {with(R"("rater":"b","instrument":{"id":"leadership-readiness"})",
              R"("rater":"b","instrument":{"id":"whole"})"),
         "workspace.no_rules /ratings/0/instrument"},
        {with(R"("role":"manager")", ""), "readiness.no_role /ratings/0/answers"},
        {with(R"(["Lead","8"])", R"(["Lead"])"), "workspace.uneven_row /people/rows/1"},
        {with(R"({"field":"id","name":"Nr"})", R"({"field":"stage","name":"Nr"})"),
         "workspace.twice /people/columns/1/field; workspace.column_missing /people/columns"},
        {with(R"("as_of":"2026-10-31",)", ""), "json.missing /people/as_of"},
        {with(R"("path_coverage_pct":80)", R"("path_coverage_pct":180)"),
         "json.out_of_range /targets/path_coverage_pct"},
        {with(R"("from":"IC","to":"Lead"}],"voters")", R"("from":"IC"}],"voters")"),
         "json.missing /calibrations/0/candidates/0/to"},
        {with(R"("kind":"transition")", R"("kind":"miracle")"),
         "json.not_allowed /projects/0/kind"},
        {with(R"("horizon":"month")", R"("horizon":"decade")"), "json.not_allowed /plan/0/horizon"},
    };
    for (const auto& each : cases) EXPECT_EQ(outcome(each.text), each.told);
}

TEST(WorkspaceRead, TellsEverythingAtOnce) {
    std::string text = with("2026-11-01", "soon");
    const std::string all[][2] = {
        {"small teams", ""}, {"\"speed\":1", "\"speed\":\"1\""}, {"Lead the launch", ""}};
    for (const auto& [piece, instead] : all) text.replace(text.find(piece), piece.size(), instead);
    EXPECT_EQ(outcome(text),
              "workspace.no_day /created; workspace.empty /threshold/changes/0/reason; "
              "json.wrong_kind /responses/1/answers/speed; workspace.empty /projects/0/action");
}

TEST(WorkspaceRead, BoundsWhatAFileMayCost) {
    std::string deep(10'000, '[');
    EXPECT_EQ(outcome(deep + std::string(10'000, ']')).substr(0, 13), "json.too_deep");
    EXPECT_EQ(outcome("{\"schema\":\"\\ud800\"}"), "json.lone_surrogate 1:18");
    EXPECT_EQ(outcome(std::string("{\"schema\":\"\0\"}", 14)), "json.nul_byte 1:12");
}

TEST(WorkspaceCheck, NamesTheEntryThatDoesNotHold) {
    EXPECT_EQ(listed(check(*read(*parse(engagement()), library()))),
              "workspace.not_on_record /publications");
    Workspace altered = *read(*parse(with("\"seen\"", "\"heard\"")), library());
    renew_releases(altered, {2026, 11, 22});
    EXPECT_EQ(listed(check(altered)), "calibration.hash /calibrations/0/log/0/hash");
}

TEST(WorkspaceMigrate, TakesThePiecesThatWereThereBefore) {
    const std::string piece =
        R"({"schema":"response/1","id":"r","instrument":{"id":"whole"},"answers":{"speed":2}})";
    const std::string pack =
        R"({"schema":"result_pack/1","id":"p","engine":"0.1.0","instrument":)" +
        named(library()[0]) + R"(,"answers":{}})";
    const std::string draft = R"({"schema":"draft/1","response":)" +
                              std::string(piece).replace(piece.find("\"r\""), 3, "\"d\"") +
                              R"(,"place":{"screen":"intro"}})";
    const base::Result<Gathered> lines =
        gathered(piece + "\n\n" + pack + "\r\n" + draft + "\n" + piece);
    ASSERT_TRUE(lines.has_value());
    EXPECT_EQ(lines->lines, (std::vector<std::size_t>{1, 3, 4, 5}));
    const Head head = {"Title", "", {2026, 11, 22}, "", 5, false};
    const base::Result<Migrated> migrated = migrate(lines->document, library(), head);
    ASSERT_TRUE(migrated.has_value());
    ASSERT_EQ(migrated->done.size(), 1u);
    EXPECT_EQ(migrated->done[0].arguments[0].value, "3");
    EXPECT_EQ(migrated->done[0].arguments[1].value, "1");
    const base::Result<Workspace> workspace = read(migrated->document, library());
    ASSERT_TRUE(workspace.has_value());
    EXPECT_EQ(workspace->responses.size(), 3u);
    EXPECT_TRUE(workspace->threshold.frozen_on.has_value());
    // What is of this version already stays as it is.
    const base::Result<Migrated> again = migrate(migrated->document, library(), head);
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->done.empty());
    // Newer, and nothing that a workspace could be made of.
    EXPECT_EQ(listed(migrate(*parse(with("workspace/1", "workspace/9")), library(), head).error()),
              "workspace.newer /schema");
    EXPECT_EQ(listed(migrate(*parse(R"([{"schema":"profile/1"},7])"), library(), head).error()),
              "workspace.not_a_piece /0/schema; workspace.not_a_piece /1/schema");
    EXPECT_EQ(listed(gathered(piece + "\n{\"a\":}\n").error()), "json.syntax 2:6");
    EXPECT_EQ(listed(gathered("{\n").error()), "json.unexpected_end 2:1");
}

TEST(WorkspaceChange, KnowsAgainWhatIsThere) {
    json::Value document = *parse(engagement());
    Changes changes(document, library(), {2026, 11, 22});
    const auto add = [&](std::string_view text) {
        const base::Result<Taken> taken = changes.add(*parse(text));
        return taken ? std::to_string(static_cast<int>(*taken)) : listed(taken.error());
    };
    EXPECT_EQ(add(R"({"schema":"response/1","instrument":{"id":"whole"},"answers":{"speed":1}})"),
              "1");
    EXPECT_EQ(add(R"({"instrument":{"id":"whole"},"schema":"response/1","answers":{"speed":3}})"),
              "0");
    EXPECT_EQ(add(R"({"schema":"response/1","id":"r-1","instrument":{"id":"whole"},"answers":{}})"),
              "workspace.differs ");
    EXPECT_EQ(
        add(R"({"schema":"response/1","id":"r-9","instrument":{"id":"nobody's"},"answers":{}})"),
        "workspace.no_instrument /instrument/id");
    EXPECT_EQ(
        add(R"({"schema":"rating/1","candidate":"ana","rater":"b","instrument":{"id":"leadership-readiness"},"answers":{}})"),
        "workspace.rating_differs ");
    EXPECT_EQ(add(session_text()), "1");
    calibration::Session session = *calibration::read_session(session_text());
    calibration::Change vote;
    vote.at = "2026-11-22T10:00:01Z";
    vote.by = "v";
    vote.candidate = "ana";
    vote.why = "seen again";
    vote.opinion.emplace();
    ASSERT_TRUE(calibration::keep(session, vote).has_value());
    std::string longer;
    calibration::append_session(longer, session);
    EXPECT_EQ(add(longer), "2");
    EXPECT_EQ(add(session_text()), "workspace.session_differs /log");
}

TEST(WorkspaceChange, RecordsEveryChangeOfAFrozenThreshold) {
    json::Value document = begun({"New", "", {2026, 11, 1}, "", 4, false});
    Changes changes(document, library(), {2026, 11, 22});
    ASSERT_TRUE(
        changes.change_threshold(5, "").has_value());  // nothing was imported: nothing is frozen
    EXPECT_EQ(document.find("threshold")->members.size(), 1u);
    ASSERT_TRUE(
        changes.add(*parse(R"({"schema":"response/1","instrument":{"id":"whole"},"answers":{}})"))
            .has_value());
    EXPECT_EQ(listed(changes.change_threshold(3, "").error()), "workspace.no_reason ");
    EXPECT_EQ(listed(changes.change_threshold(5, "why").error()),
              "workspace.same_threshold /threshold/now");
    ASSERT_TRUE(changes.change_threshold(3, "a pilot of four").has_value());
    const Workspace it = *read(document, library());
    EXPECT_EQ(it.threshold.now, 3);
    EXPECT_EQ(it.threshold.at_first(), 5);
    EXPECT_EQ(it.threshold.changes[0].reason, "a pilot of four");
    EXPECT_EQ(base::extended(*it.threshold.frozen_on), "2026-11-22");
}

TEST(WorkspaceChange, OneMoreRaterTellsNothingOfThem) {
    json::Value document = begun({"New", "", {2026, 11, 1}, "", 5, false});
    const auto add = [&](const char* rater, int point) {
        Changes changes(document, library(), {2026, 11, 22});
        std::string text =
            R"({"schema":"rating/1","candidate":"ana","rater":")" + std::string(rater) +
            R"(","instrument":{"id":"leadership-readiness"},"answers":{"role":"peer")";
        for (const instrument::Index item : readiness::scored_items()) {
            text += ",\"" + readiness::shipped().questions[item].id + "\":" + std::to_string(point);
        }
        ASSERT_TRUE(changes.add(*parse(text + "}}")).has_value());
    };
    const auto told = [&] {
        Workspace it = *read(document, library());
        renew_releases(it, {2026, 11, 22});
        document = it.document;
        return it.publications[0].release.find("ana")->capabilities[0].blocks;
    };
    for (const char* rater : {"a", "b", "c"}) add(rater, 1);
    const auto first = told();
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].raters.size(), 3u);
    add("d", 4);
    const auto second = told();
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0].raters, first[0].raters);
    EXPECT_EQ(second[0].sum, first[0].sum);
    EXPECT_TRUE(check(*read(document, library())).empty());
}

}  // namespace
}  // namespace vgap::workspace
