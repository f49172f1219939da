#include "core/answers/draft.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

std::string draft(const std::string& place, const std::string& schema = "draft/1") {
    std::string text = "{'schema':'" + schema +
                       "','response':{'schema':'response/1','instrument':{'id':'small'},"
                       "'answers':{'c':2}},'place':" +
                       place + "}";
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> found;
    const auto result = read_draft(sample::small(), text);
    if (result) return found;
    for (const base::Error& error : result.error())
        found.push_back(error.code + " at " + error.where);
    return found;
}

using Expected = std::vector<std::string>;

TEST(Draft, KeepsAnswersThatAreNotReachable) {
    const auto result = read_draft(
        sample::small(), draft("{'screen':'questions','page':'first','return_to_review':true}"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->response.answers[sample::question(sample::small(), "c")].point, 2);
    EXPECT_EQ(result->place, (Place{Screen::kQuestions, 1, true}));
    const State state = apply(sample::small(), begin(sample::small()), *result);
    std::string text;
    append_draft(text, sample::small(), state);
    EXPECT_NE(text.find(R"("c":2)"), std::string::npos);
    EXPECT_NE(text.find(R"("place":{"screen":"questions","page":"first","return_to_review":true})"),
              std::string::npos);
}

TEST(Draft, ToleratesNothingSilently) {
    EXPECT_EQ(problems(draft("{'screen':'review'}")), Expected{});
    EXPECT_EQ(problems(draft("{'screen':'menu'}")),
              Expected{"error.json.not_allowed at /place/screen"});
    EXPECT_EQ(problems(draft("{'screen':'review','page':'first'}")),
              Expected{"error.json.unknown_key at /place/page"});
    EXPECT_EQ(problems(draft("{'screen':'questions','page':'nowhere','return_to_review':false}")),
              Expected{"error.draft.unknown_page at /place/page"});
    EXPECT_EQ(problems(draft("{'screen':'questions'}")),
              (Expected{"error.json.missing at /place/page",
                        "error.json.missing at /place/return_to_review"}));
    EXPECT_EQ(problems(draft("3")), Expected{"error.json.wrong_kind at /place"});
    EXPECT_EQ(problems(draft("{'screen':'intro'}", "draft/2")),
              Expected{"error.draft.other_schema at /schema"});
    std::string other = draft("{'screen':'intro'}");
    other.replace(other.find("\"c\""), 3, "\"x\"");
    EXPECT_EQ(problems(other), Expected{"error.response.unknown_question at /response/answers/x"});
    EXPECT_FALSE(problems("{").empty());
}

TEST(Draft, KeepsTheEarlierAttemptWithItsDay) {
    State state = apply(sample::small(), begin(sample::small()), Start{});
    const Earlier earlier{base::Date{2026, 3, 3},
                          {"r-1", sample::answers(sample::small(), {{"a", 1}, {"c", 2}})}};
    for (const std::optional<base::Date> date : {earlier.date, std::optional<base::Date>()}) {
        state.earlier = earlier;
        state.earlier->date = date;
        std::string text;
        append_draft(text, sample::small(), state);
        EXPECT_EQ(text.find("2026-03-03") != std::string::npos, date.has_value()) << text;
        const auto read = read_draft(sample::small(), text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(apply(sample::small(), begin(sample::small()), *read), state);
    }
}

TEST(Draft, SaysWhatIsWrongWithAnEarlierAttempt) {
    const auto with = [](const std::string& earlier) {
        std::string text = draft("{'screen':'review'}");
        text.insert(text.find("\"place\""), earlier);
        std::replace(text.begin(), text.end(), '\'', '"');
        return problems(text);
    };
    const std::string response =
        "'response':{'schema':'response/1','instrument':{'id':'small'},'answers':";
    EXPECT_EQ(with("'earlier':{" + response + "{'a':1}}},"), Expected{});
    EXPECT_EQ(with("'earlier':{'date':'2026-02-30'," + response + "{}}},"),
              Expected{"error.draft.no_date at /earlier/date"});
    EXPECT_EQ(with("'earlier':{'date':3," + response + "{'a':99}}},"),
              (Expected{"error.json.wrong_kind at /earlier/date",
                        "error.json.out_of_range at /earlier/response/answers/a"}));
    EXPECT_EQ(with("'earlier':{},"), Expected{"error.json.missing at /earlier/response"});
    EXPECT_EQ(with("'earlier':[],"), Expected{"error.json.wrong_kind at /earlier"});
}

}  // namespace
}  // namespace vgap::answers
