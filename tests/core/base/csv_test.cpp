#include "core/base/csv.hpp"

#include <utility>

#include <gtest/gtest.h>

#include "core/base/number.hpp"

namespace vgap::base {
namespace {

using Row = std::vector<std::string_view>;

Row row(const Table& table, std::size_t r) {
    const auto begin = table.cells.begin() + static_cast<std::ptrdiff_t>(r * table.names.size());
    return {begin, begin + static_cast<std::ptrdiff_t>(table.names.size())};
}

Errors problems(std::string_view text) {
    const Result<Table> table = read_table(text);
    return table ? Errors{} : table.error();
}

TEST(Csv, ReadsFieldsAsTheyStand) {
    const Result<Table> table = read_table("a,b,c\n1, x ,\n,,\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->names, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(table->rows(), 2u);
    EXPECT_EQ(row(*table, 0), (Row{"1", " x ", ""}));
    EXPECT_EQ(row(*table, 1), (Row{"", "", ""}));
    EXPECT_EQ(table->place(1, 2), "3:3");
    EXPECT_EQ(table->find("c"), 2u);
    EXPECT_EQ(table->find("d"), std::nullopt);
}

TEST(Csv, TakesEveryEndOfLineAndQuotesOverLines) {
    Result<Table> read =
        read_table("\xEF\xBB\xBF\"a, b\",c\r\n\"1\n2\",\"x \"\"y\"\"\"\r\r\n\n\"\",z");
    ASSERT_TRUE(read);
    Table table;
    table = std::move(*read);  // cells outlive the move
    EXPECT_EQ(table.names, (std::vector<std::string>{"a, b", "c"}));
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(row(table, 0), (Row{"1\n2", "x \"y\""}));
    EXPECT_EQ(row(table, 1), (Row{"", "z"}));
    EXPECT_EQ(table.lines, (std::vector<std::size_t>{2, 6}));
}

TEST(Csv, FindsTheDelimiter) {
    EXPECT_EQ(dialect_of("a;b,c;d\n1,2,3,4").delimiter, ';');
    EXPECT_EQ(dialect_of("a\tb").delimiter, '\t');
    EXPECT_EQ(dialect_of("\"a;b;c\",d").delimiter, ',');
    EXPECT_EQ(dialect_of("a|b").delimiter, '|');
    EXPECT_EQ(dialect_of("").delimiter, ',');
}

TEST(Csv, NamesEveryProblemWithItsPlace) {
    const Errors uneven = problems("a,b\n1\n1,2,3\n\"x\"y,2\n");
    ASSERT_EQ(uneven.size(), 3u);
    EXPECT_EQ(uneven[0],
              (Error{"error.csv.uneven_row", "2:1", {{"expected", "2"}, {"found", "1"}}}));
    EXPECT_EQ(uneven[1].where, "3:2");
    EXPECT_EQ(uneven[2], (Error{"error.csv.after_quote", "4:1", {}}));
    EXPECT_EQ(problems("a,a\n")[0], (Error{"error.csv.name_twice", "1:2", {{"column", "a"}}}));
    EXPECT_EQ(problems("a\n\"b\nc")[0], (Error{"error.csv.unclosed_quote", "2:1", {}}));
    EXPECT_EQ(problems("a\nb\xFF")[0], (Error{"error.csv.invalid_utf8", "2:2", {}}));
    EXPECT_EQ(problems(std::string_view("a\0", 2))[0].code, "error.csv.nul_byte");
    EXPECT_EQ(problems("")[0].code, "error.csv.empty");
    EXPECT_EQ(problems("\n\r\n")[0].code, "error.csv.empty");
    EXPECT_TRUE(problems("a,b").empty());
}

TEST(Number, TakesWhatPeopleWriteAndNothingElse) {
    EXPECT_EQ(parse_number("12"), 12);
    EXPECT_EQ(parse_number(" -1.6\t"), -1.6);
    EXPECT_EQ(parse_number("+.5"), 0.5);
    EXPECT_EQ(parse_number("5."), 5);
    EXPECT_EQ(parse_number("2e-3"), 0.002);
    EXPECT_EQ(parse_number("0.1234567890123456789"), 0.1234567890123456789);
    for (const char* bad : {"", " ", ".", "-", "1,5", "1e", "0x10", "nan", "inf", "1 2", "1e999"}) {
        EXPECT_EQ(parse_number(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace vgap::base
