// People and decisions out of files as people have them: other words, other forms of days, other languages.

#include <gtest/gtest.h>

#include "core/people/read.hpp"
#include "core/people/words.hpp"

namespace vgap::people {

namespace {

Sheet sheet(std::string_view text) {
    base::Result<Sheet> read = read_sheet(text);
    EXPECT_TRUE(read.has_value());
    return read ? std::move(*read) : Sheet{};
}

std::string faults(const Records& records) {
    std::string all;
    for (const Fault& fault : records.faults) {
        all += fault.what.code.substr(fault.what.code.rfind('.') + 1) + "@" + fault.what.where +
               (fault.treatment == Treatment::kLeftOut ? "- " : "~ ");
    }
    return all;
}

Records people_of(std::string_view text, DayForm form = DayForm::kYearFirst) {
    const Sheet read = sheet(text);
    const base::Result<Mapping> mapping = map_columns(File::kPeople, read.names, {});
    Records records;
    EXPECT_TRUE(mapping.has_value());
    if (mapping) read_people(read, *mapping, form, records);
    return records;
}

TEST(Sheet, TablesAndLines) {
    const Sheet table = sheet("id;stage\n 1 ;\xC2\xA0x\n2;\"a\n\"\"b\"\"\"\n");
    EXPECT_EQ(table.rows, (std::vector<std::vector<std::string>>{{"1", "x"}, {"2", "a\n\"b\""}}));
    EXPECT_EQ(table.place(1, 1), "3:2");
    const Sheet lines =
        sheet("{\"id\":1,\"gaps\":[\"a\",\"b\"]}\n\n{\"stage\":\"x\",\"id\":true}\n");
    EXPECT_EQ(lines.shape, Shape::kLines);
    EXPECT_EQ(lines.names, (std::vector<std::string>{"id", "gaps", "stage"}));
    EXPECT_EQ(lines.rows,
              (std::vector<std::vector<std::string>>{{"1", "a;b", ""}, {"true", "", "x"}}));
    EXPECT_EQ(lines.place(1, 2), "3:/stage");
}

TEST(Sheet, RowsThatCannotBeReadAreCountedAndTheOthersStand) {
    const Sheet table = sheet("id,stage\n1\n2,x\n3,\"x\"y\n4,x,z\n5,x\n");
    EXPECT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.left_out, 3u);
    EXPECT_EQ(table.unread.size(), 3u);
    const Sheet lines = sheet("{\"id\":1}\n{\"id\":\n[1]\n{\"id\":{}}\n{\"id\":2}\n");
    EXPECT_EQ(lines.rows.size(), 2u);
    EXPECT_EQ(lines.left_out, 3u);
    EXPECT_EQ(lines.unread[2].where, "4:/id");
    EXPECT_EQ(sheet("id\n1\n\"x").left_out, 1u);
}

TEST(Sheet, RefusedAsAWhole) {
    EXPECT_EQ(read_sheet("").error()[0].code, "error.csv.empty");
    EXPECT_EQ(read_sheet("id,id\n").error()[0].code, "error.csv.name_twice");
    EXPECT_EQ(read_sheet(std::string_view("id\0x", 4)).error()[0].code, "error.csv.nul_byte");
}

TEST(Cells, InFourLanguagesWhateverTheirAccents) {
    EXPECT_EQ(folded("F\xC3\xBChrungs-Stufe \xC3\x9F"), "fuhrungsstufess");
    EXPECT_EQ(folded("\xC3\x89"
                     "cart"),
              "ecart");
    for (const char* yes : {"Yes", "x", "JA", "oui", "s\xC3\xAD", "1", "3"}) {
        EXPECT_EQ(truth_of(yes), true) << yes;
    }
    for (const char* no : {"no", "Nein", "NON", "0", "false"}) EXPECT_EQ(truth_of(no), false) << no;
    EXPECT_FALSE(truth_of("maybe"));
    EXPECT_EQ(outcome_of("Noch nicht"), Outcome::kNotYet);
    EXPECT_EQ(outcome_of("approuv\xC3\xA9"), Outcome::kApproved);
    EXPECT_EQ(outcome_of("pendiente"), Outcome::kPending);
    EXPECT_EQ(outcome_of("withdrawn"), Outcome::kWithdrawn);
    EXPECT_FALSE(outcome_of("perhaps"));
    EXPECT_EQ(readiness_of("within_12_months"), Readiness::kWithinTwelveMonths);
    EXPECT_EQ(readiness_of("listo ahora"), Readiness::kReadyNow);
    EXPECT_EQ(readiness_of("im Aufbau"), Readiness::kBuilding);
}

TEST(Columns, GuessedInFourLanguages) {
    const std::vector<std::vector<std::string>> headers = {
        {"id", "stage", "since", "track", "path_documented", "gaps", "entered", "left"},
        {"Personalnummer", "Stufe", "Seit", "Laufbahn", "Pfad dokumentiert",
         "L\xC3\xBC"
         "cken dokumentiert",
         "Eintritt", "Austritt"},
        {"Matricule", "Niveau", "Depuis", "Fili\xC3\xA8re", "Parcours document\xC3\xA9",
         "\xC3\x89"
         "carts document\xC3\xA9s",
         "Entr\xC3\xA9"
         "e",
         "Sortie"},
        {"Empleado", "Nivel", "Desde", "Trayectoria", "Camino documentado", "Brechas documentadas",
         "Fecha de ingreso", "Fecha de baja"},
    };
    for (const std::vector<std::string>& names : headers) {
        const base::Result<Mapping> mapping = map_columns(File::kPeople, names, {});
        ASSERT_TRUE(mapping.has_value());
        std::size_t column = 0;
        for (const Field field : {Field::kId, Field::kStage, Field::kSince, Field::kTrack,
                                  Field::kPath, Field::kGaps, Field::kEntered, Field::kLeft}) {
            ASSERT_TRUE((*mapping)[field].has_value()) << names[column];
            EXPECT_EQ((*mapping)[field]->column, column);
            EXPECT_TRUE((*mapping)[field]->guessed);
            ++column;
        }
        EXPECT_FALSE((*mapping)[Field::kReadiness].has_value());
    }
}

TEST(Columns, Told) {
    const std::vector<std::string> told = {"id=Nr", "stage=Level"};
    const base::Result<Mapping> mapping =
        map_columns(File::kPeople, {"Level", "Grade", "Nr", "Employee"}, told);
    ASSERT_TRUE(mapping.has_value());
    EXPECT_EQ((*mapping)[Field::kId]->column, 2u);
    EXPECT_FALSE((*mapping)[Field::kId]->guessed);
    const auto unclear = map_columns(File::kPeople, {"Level", "Grade", "Employee"}, {});
    ASSERT_FALSE(unclear.has_value());
    EXPECT_EQ(unclear.error()[0].code, "error.people.two_columns");
    const auto missing = map_columns(File::kDecisions, {"who"}, {});
    EXPECT_EQ(missing.error().size(), 4u);
    const std::vector<std::string> wrong = {"id", "nothing=Nr", "id=there"};
    const std::vector<std::string> names = {"Nr"};
    const base::Errors problems = check_told(wrong, names);
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems[0].code, "error.people.map_form");
    EXPECT_EQ(problems[1].code, "error.people.unknown_field");
    EXPECT_EQ(problems[2].code, "error.people.no_column");
}

std::string form_of(const std::vector<std::string_view>& texts) {
    std::vector<DayCell> cells;
    for (const std::string_view text : texts) cells.push_back({text, text.data()});
    const base::Result<DayForm> form = find_day_form(cells);
    return form ? std::string(to_string(*form)) : form.error()[0].code;
}

TEST(DayForm, FoundOrRefusedButNeverGuessed) {
    EXPECT_EQ(form_of({"2024-03-04", "2024/3/4 00:00"}), "ymd");
    EXPECT_EQ(form_of({"03/04/2024", "13/04/2024"}), "dmy");
    EXPECT_EQ(form_of({"03/04/2024", "04/13/2024"}), "mdy");
    EXPECT_EQ(form_of({"03.04.2024"}), "dmy");
    EXPECT_EQ(form_of({"05/05/2024"}), "ymd");  // reads alike both ways
    EXPECT_EQ(form_of({"2024-01-01", "03/04/2024"}), "error.people.ambiguous_days");
    EXPECT_EQ(form_of({"13/04/2024", "04/13/2024"}), "error.people.mixed_days");
    EXPECT_EQ(form_of({}), "ymd");
}

TEST(DayForm, Days) {
    EXPECT_EQ(read_day("3/4/2024", DayForm::kDayFirst), (base::Date{2024, 4, 3}));
    EXPECT_EQ(read_day("3/4/2024", DayForm::kMonthFirst), (base::Date{2024, 3, 4}));
    EXPECT_EQ(read_day("2024-3-4T10:00:00Z", DayForm::kDayFirst), (base::Date{2024, 3, 4}));
    EXPECT_EQ(read_day("5/5/2024", DayForm::kYearFirst), (base::Date{2024, 5, 5}));
    for (const char* none : {"3/4/2024", "30/02/2024", "2024-13-01", "3/4/24", "2024", "45000",
                             "3.4/2024", "2024-1-1-1", "", "99999-01-01"}) {
        EXPECT_FALSE(read_day(none, DayForm::kYearFirst)) << none;
    }
}

TEST(Read, PeopleWithEveryFaultOfACell) {
    const Records records = people_of(
        "id,stage,since,path_documented,gaps,readiness,left,successor_for\n"
        "a,IC,2024-01-01,yes,no,ready now,,r1; r2\n"
        ",IC,2024-01-01,yes,no,,,\n"
        "c,,2024-01-01,perhaps,no,,,\n"
        "d,IC,01-01,,,,,\n"
        "e,IC,,perhaps,,soon,,\n");
    EXPECT_EQ(faults(records),
              "empty_cell@3:1- empty_cell@4:2- not_yes_or_no@4:4~ not_a_day@5:3- "
              "not_yes_or_no@6:4~ not_a_readiness@6:6~ ");
    ASSERT_EQ(records.people.size(), 2u);
    EXPECT_EQ(records.people_tally.rows, 5u);
    EXPECT_EQ(records.people_tally.left_out, 3u);
    EXPECT_EQ(records.people[0].successor_for, (std::vector<std::string>{"r1", "r2"}));
    EXPECT_EQ(records.people[0].path, base::Tri::kTrue);
    EXPECT_EQ(records.people[0].gaps, base::Tri::kFalse);
    EXPECT_EQ(records.people[1].path, base::Tri::kUnknown);
    EXPECT_EQ(records.people[1].readiness, Readiness::kNotStated);
}

TEST(Read, DecisionsWithEveryFaultOfACell) {
    const Sheet read = sheet(
        "id,from,to,submitted,decided,outcome,attempt,gaps\n"
        "a,IC,Lead,2024-01-01,2024-02-01,approved,2,x|y\n"
        "a,IC,Lead,2024-01-01,,,1,\n"
        "a,IC,Lead,2024-01-01,2024-02-01,,1,\n"
        "a,IC,Lead,2024-01-01,2024-02-01,perhaps,1,\n"
        "a,IC,Lead,2024-01-01,2024-02-01,no,first,\n");
    const base::Result<Mapping> mapping = map_columns(File::kDecisions, read.names, {});
    ASSERT_TRUE(mapping.has_value());
    Records records;
    read_decisions(read, *mapping, DayForm::kYearFirst, records);
    EXPECT_EQ(faults(records),
              "decided_without_outcome@4:6- not_an_outcome@5:6- not_an_attempt@6:7~ ");
    ASSERT_EQ(records.decisions.size(), 3u);
    EXPECT_EQ(records.decisions[0].gaps, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(records.decisions[0].attempt, 2);
    EXPECT_EQ(records.decisions[1].outcome, Outcome::kPending);
    EXPECT_EQ(records.decisions[2].outcome, Outcome::kNotYet);
    EXPECT_EQ(records.decisions[2].attempt, 0);
}

}  // namespace

}  // namespace vgap::people
