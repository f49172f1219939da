#include "core/stats/functions.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/json/parse.hpp"
#include "core/json/write.hpp"

namespace vgap::stats {
namespace {

std::string answered(std::string_view function, std::string_view table,
                     std::string_view arguments) {
    const base::Result<base::Table> read = base::read_table(table);
    const base::Result<json::Value> given = json::parse(arguments);
    const base::Result<json::Value> answer =
        evaluate(function, read ? &*read : nullptr, *given, "/at");
    std::string out;
    if (answer) {
        json::append_canonical(out, *answer);
    } else {
        for (const base::Error& error : answer.error()) out += error.code + " " + error.where + ";";
    }
    return out;
}

TEST(Functions, AllHaveNamesInOrder) {
    const std::vector<std::string_view> names = function_names();
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(find_function("no_such"), nullptr);
}

TEST(Functions, MissingCodesAreMissing) {
    EXPECT_EQ(answered("percentile_rank", "x\n1\nDK\n\nNA\n-9\n3\n",
                       R"({"column":"x","scores":[2],"missing_codes":[-9]})"),
              R"({"n":2,"percentile_rank":[50]})");
}

TEST(Functions, GroupsOfNumbersStandInNumericOrder) {
    EXPECT_EQ(answered("rwg", "g,x\n10,1\n9,2\n10,1\n9,2\n",
                       R"({"group":"g","items":["x"],"response_options":5})")
                      .find(R"("groups":[9,10])") == std::string::npos,
              false);
}

// Whatever is asked with nothing given: a place and a code, never a crash.
TEST(Functions, RefuseToGuess) {
    for (const std::string_view name : function_names()) {
        for (const char* arguments :
             {"{}", R"({"items":3,"raters":[1],"levels":["a","b"],"tables":[]})",
              R"({"levels":[],"dimensions":{},"tables":{"t":[-1]},"items":["x","x"]})"}) {
            const std::string answer = answered(name, "x,g\n1,a\n2,b\n", arguments);
            EXPECT_TRUE(answer.starts_with("error.") || answer.starts_with("{")) << name;
            EXPECT_FALSE(answered(name, "", arguments).empty()) << name;
        }
    }
    EXPECT_EQ(answered("no_such", "x\n", "{}"), "error.stats.unknown_function ;");
    EXPECT_EQ(answered("icc", "x\n1\n", R"({"raters":["x","y"]})"),
              "error.stats.no_column /at/raters/1;");
}

}  // namespace
}  // namespace vgap::stats
