#include "core/json/parse.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "core/json/write.hpp"

namespace vgap::json {
namespace {

using namespace std::string_literals;

// The canonical form, or "code where" of each problem.
std::string outcome(std::string_view text, const Limits& limits = {}) {
    const base::Result<Value> value = parse(text, limits);
    std::string out;
    if (value) {
        append_canonical(out, *value);
        return out;
    }
    for (const base::Error& error : value.error()) {
        if (!out.empty()) out += "; ";
        out += error.code + " " + error.where;
    }
    return out;
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(JsonParse, ReadsEveryKind) {
    const struct {
        std::string text, canonical;
    } cases[] = {
        {"null", "null"},
        {"true", "true"},
        {" false\n", "false"},
        {"0", "0"},
        {"-0", "0"},
        {"-0.0", "0"},
        {"12.50", "12.5"},
        {"-1E-2", "-0.01"},
        {"18446744073709551615", "18446744073709552000"},
        {"-9223372036854775808", "-9223372036854776000"},
        {"123456789012345678901234567890", "1.2345678901234568e+29"},
        {"1e-999", "0"},
        {"\"\"", "\"\""},
        {"\"a\\u0041\\n\\\"\\\\\\/\"", "\"aA\\n\\\"\\\\/\""},
        {"\"\\ud83d\\ude00\"", "\"\xF0\x9F\x98\x80\""},
        {"\"\\u0000\"", "\"\\u0000\""},
        {"[]", "[]"},
        {"{}", "{}"},
        {"[1,[2,{\"a\":[]}],3]", "[1,[2,{\"a\":[]}],3]"},
        {"{\"b\":1,\"a\":{\"c\":null}}", "{\"a\":{\"c\":null},\"b\":1}"},
        {"\xEF\xBB\xBF{\"a\":1}", "{\"a\":1}"},
        {"\t[\r\n1 , 2 ]", "[1,2]"},
    };
    for (const auto& each : cases) EXPECT_EQ(outcome(each.text), each.canonical) << each.text;
}

TEST(JsonParse, KeepsTheOrderOfMembersAndFindsThem) {
    const base::Result<Value> value = parse(R"({"z":1,"a":2,"m":"x"})");
    ASSERT_TRUE(value);
    ASSERT_EQ(value->members.size(), 3u);
    EXPECT_EQ(value->members[0].name, "z");
    EXPECT_EQ(value->members[2].name, "m");
    ASSERT_NE(value->find("a"), nullptr);
    EXPECT_EQ(value->find("a")->number, 2);
    EXPECT_EQ(value->find("b"), nullptr);
    EXPECT_FALSE(std::signbit(parse("-0.0")->number));
}

TEST(JsonParse, SaysWhatIsWrongAndWhere) {
    const struct {
        std::string text, problems;
    } cases[] = {
        {"", "error.json.empty 1:1"},
        {" \r\n\t ", "error.json.empty 1:1"},
        {"\xEF\xBB\xBF", "error.json.empty 1:1"},
        // cut off
        {"{", "error.json.unexpected_end 1:2"},
        {"[1,2", "error.json.unexpected_end 1:5"},
        {"[1,\n2,", "error.json.unexpected_end 2:3"},
        {"{\"a\"", "error.json.unexpected_end 1:5"},
        {"{\"a\":\"text", "error.json.unexpected_end 1:11"},
        {"tru", "error.json.unexpected_end 1:4"},
        {"-", "error.json.unexpected_end 1:2"},
        {"1.", "error.json.unexpected_end 1:3"},
        {"\"\\u12", "error.json.unexpected_end 1:6"},
        // not JSON
        {"<html>", "error.json.syntax 1:1"},
        {"id;size\n1;2", "error.json.syntax 1:1"},
        {"PK\x03\x04", "error.json.syntax 1:1"},
        {"[1,]", "error.json.syntax 1:4"},
        {"{\"a\":1,}", "error.json.syntax 1:8"},
        {"{a:1}", "error.json.syntax 1:2"},
        {"{'a':1}", "error.json.syntax 1:2"},
        {"{\"a\" 1}", "error.json.syntax 1:6"},
        {"{\"a\":1 \"b\":2}", "error.json.syntax 1:8"},
        {"[1 23]", "error.json.syntax 1:4"},
        {"[1}", "error.json.syntax 1:3"},
        {"]", "error.json.syntax 1:1"},
        {"1 2", "error.json.syntax 1:3"},
        {"{} x", "error.json.syntax 1:4"},
        {"[\n  1,\n  // no\n]", "error.json.syntax 3:3"},
        {"[\"\xC3\xA9\xF0\x9F\x98\x80\", x]", "error.json.syntax 1:8"},
        {"\xEF\xBB\xBF[x]", "error.json.syntax 1:2"},
        {"[1,\xEF\xBB\xBF"
         "2]",
         "error.json.syntax 1:4"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF[]", "error.json.syntax 1:1"},
        {"[NaN]", "error.json.syntax 1:2"},
        {"[nan]", "error.json.syntax 1:3"},
        {"[Infinity]", "error.json.syntax 1:2"},
        {"[-Infinity]", "error.json.syntax 1:3"},
        {"[01]", "error.json.syntax 1:3"},
        {"[+1]", "error.json.syntax 1:2"},
        {"[.5]", "error.json.syntax 1:2"},
        {"[1.e2]", "error.json.syntax 1:4"},
        {"[0x10]", "error.json.syntax 1:3"},
        {"[True]", "error.json.syntax 1:2"},
        {"\"a\nb\"", "error.json.syntax 1:3"},
        {"\"a\tb\"", "error.json.syntax 1:3"},
        {"\"\\q\"", "error.json.syntax 1:3"},
        {"\"surrogate\\q\"", "error.json.syntax 1:12"},
        {"\"\\u12G4\"", "error.json.syntax 1:6"},
        // numbers that no double holds
        {"[1, 1e999]", "error.json.number_range 1:5"},
        {"-1e400", "error.json.number_range 1:1"},
        {"1" + std::string(400, '0'), "error.json.number_range 1:1"},
        // text that is not Unicode
        {"\"\\ud83d\"", "error.json.lone_surrogate 1:8"},
        {"\"\\ud83dx\"", "error.json.lone_surrogate 1:8"},
        {"\"\\ud83d\\n\"", "error.json.lone_surrogate 1:9"},
        {"\"\\ud83d\\u0041\"", "error.json.lone_surrogate 1:13"},
        {"\"\\ude00\"", "error.json.lone_surrogate 1:7"},
        {"\"\xED\xA0\x80\"", "error.json.invalid_utf8 1:2"},
        {"\"\xC0\x80\"", "error.json.invalid_utf8 1:2"},
        {"{\"a\":\n \"\xC3\xA9\xFF\"}", "error.json.invalid_utf8 2:4"},
        {"\xFF\xFE{\0"s, "error.json.invalid_utf8 1:1"},
        {"{}\0"s, "error.json.nul_byte 1:3"},
        {"[1]\n\0garbage"s, "error.json.nul_byte 2:1"},
        {"\"a\0b\""s, "error.json.nul_byte 1:3"},
        {"{\0}\0"s, "error.json.nul_byte 1:2"},  // UTF-16 without a mark
    };
    for (const auto& each : cases) {
        EXPECT_EQ(outcome(each.text), each.problems) << testing::PrintToString(each.text);
    }
}

TEST(JsonParse, TellsLineAndColumnAsArguments) {
    const base::Result<Value> value = parse("[\n 1e999]");
    ASSERT_FALSE(value);
    const std::vector<base::Argument> expected = {
        {"line", "2"}, {"column", "2"}, {"found", "1e999"}};
    EXPECT_EQ(value.error().front().arguments, expected);
}

TEST(JsonParse, ListsEveryDuplicateKey) {
    EXPECT_EQ(outcome(R"({"a":1,"a":2})"), "error.json.duplicate_key /a");
    EXPECT_EQ(outcome(R"({"a":1,"\u0061":2})"), "error.json.duplicate_key /a");
    EXPECT_EQ(outcome(R"({"":1,"":2})"), "error.json.duplicate_key /");
    EXPECT_EQ(outcome(R"([0,{"x":[{"a":1,"b":2,"b":3,"b":4}]},{"c/d":1,"c/d":2}])"),
              "error.json.duplicate_key /1/x/0/b; error.json.duplicate_key /1/x/0/b; "
              "error.json.duplicate_key /2/c~1d");
    EXPECT_EQ(outcome(R"([{"a":1,"a":2},)"),
              "error.json.duplicate_key /0/a; error.json.unexpected_end 1:16");
    EXPECT_EQ(outcome(R"([{"a":1},{"a":1}])"), R"([{"a":1},{"a":1}])");
}

TEST(JsonParse, ListsDuplicatesOfLongObjectsToo) {
    std::string text = "{";
    for (int i = 0; i < 5000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
    EXPECT_NE(outcome(text + "\"z\":0}").substr(0, 5), "error");
    EXPECT_EQ(outcome(text + "\"k4999\":0,\"k7\":0,\"k7\":0}"),
              "error.json.duplicate_key /k4999; error.json.duplicate_key /k7; "
              "error.json.duplicate_key /k7");
}

TEST(JsonParse, RefusesWhatIsTooDeepWithoutRecursion) {
    EXPECT_EQ(outcome(nested(64)), nested(64));
    EXPECT_EQ(outcome(nested(65)).substr(0, 26), "error.json.too_deep /0/0/0");
    EXPECT_EQ(outcome(nested(10'000)).substr(0, 19), "error.json.too_deep");
    EXPECT_EQ(outcome(std::string(1'000'000, '[')).substr(0, 19), "error.json.too_deep");
    std::string objects;
    for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
    EXPECT_EQ(outcome(objects).substr(0, 19), "error.json.too_deep");
    EXPECT_EQ(outcome(R"({"a":[0,[]]})", {.depth = 2}), "error.json.too_deep /a/1");
    EXPECT_EQ(outcome("[]", {.depth = 0}), "error.json.too_deep ");
    EXPECT_EQ(outcome("1", {.depth = 0}), "1");
    EXPECT_EQ(outcome(nested(500), {.depth = 500}), nested(500));
}

TEST(JsonParse, RefusesWhatIsTooLarge) {
    EXPECT_EQ(outcome("[1,2,3]", {.values = 4}), "[1,2,3]");
    EXPECT_EQ(outcome("[1,2,3]", {.values = 3}), "error.json.too_many_values /2");
    EXPECT_EQ(outcome(R"({"a":{"b":1}})", {.values = 2}), "error.json.too_many_values /a/b");
    EXPECT_EQ(outcome("[1,2,3]", {.bytes = 7}), "[1,2,3]");
    EXPECT_EQ(outcome("[1,2,3]", {.bytes = 6}), "error.json.too_large ");
    EXPECT_EQ(outcome(std::string(100u << 20, ' ')), "error.json.too_large ");
    const base::Result<Value> value = parse("[1,2,3]", {.bytes = 6});
    EXPECT_EQ(value.error().front().arguments,
              (std::vector<base::Argument>{{"found", "7"}, {"most", "6"}}));
}

TEST(JsonParse, KeepsHostileProblemsSmall) {
    const std::string key(1'000'000, 'k');
    const base::Result<Value> value =
        parse("{\"" + key + "\":{\"" + key + "\":1,\"" + key + "\":2}}");
    ASSERT_FALSE(value);
    EXPECT_LT(value.error().front().where.size(), 300u);
    EXPECT_LT(value.error().front().arguments.front().value.size(), 150u);

    std::string many = "{\"a\":0";
    for (int i = 0; i < 5000; ++i) many += ",\"a\":0";
    EXPECT_EQ(parse(many + "}").error().size(), base::kMostProblems + 1);
}

TEST(JsonParse, SurvivesEveryTruncation) {
    const std::string text =
        R"({"a":[1,-2.5e3,"x\u00e9\ud83d\ude00\n",true,false,null],"b":{"c":{}},"d":")"
        "\xC3\xA9\"}";
    ASSERT_TRUE(parse(text));
    for (std::size_t length = 0; length < text.size(); ++length) {
        const base::Result<Value> value = parse(text.substr(0, length));
        ASSERT_FALSE(value) << length;
        ASSERT_EQ(value.error().size(), 1u);
    }
}

TEST(JsonParse, KeepsANumbersTextWhereItIsAskedTo) {
    const auto kept = [](std::string_view text) {
        return parse(text, {}, Numbers::kAsWritten)->string;
    };
    EXPECT_EQ(kept("1.10"), "1.10");
    EXPECT_EQ(kept("-0"), "-0");
    EXPECT_EQ(kept("0"), "");  // as it would be written anyway
    EXPECT_EQ(kept("1.5"), "");
    EXPECT_EQ(kept("9007199254740993"), "9007199254740993");
    EXPECT_EQ(kept("12345678901234567890"), "12345678901234567890");
    EXPECT_EQ(kept("123456789012345678901234567890"), "123456789012345678901234567890");
    EXPECT_EQ(parse("1.10")->string, "");
    EXPECT_EQ(parse("1.10", {}, Numbers::kAsWritten)->number, 1.1);
}

}  // namespace
}  // namespace vgap::json
