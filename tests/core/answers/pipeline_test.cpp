#include "core/answers/pipeline.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/draft.hpp"
#include "core/json/parse.hpp"
#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

const std::string kTurned =
    R"({"scenario":"team_of_8","turned":{"paths.to_team_lead.months_to_ready":9.5}})";

std::vector<std::string> problems(const std::string& text) {
    base::Errors found;
    read_pipeline(json::Reader(*json::parse(text), found));
    std::vector<std::string> out;
    for (const base::Error& error : found) out.push_back(error.code + " at " + error.where);
    return out;
}

using Expected = std::vector<std::string>;

TEST(Pipeline, IsKeptAsItWasTurned) {
    base::Errors found;
    EXPECT_EQ(read_pipeline(json::Reader(*json::parse(kTurned), found)), kTurned);
    EXPECT_TRUE(found.empty());
    EXPECT_EQ(problems(R"({"scenario":{"schema":"flow/9"},"turned":{}})"), Expected{})
        << "who opens it says what is wrong with it";
}

TEST(Pipeline, NamesEveryProblemAtOnce) {
    EXPECT_EQ(
        problems(R"({"scenario":"Team of 8","turned":{"a~b":1,"paths.x.y":"9"},"more":1})"),
        (Expected{"error.json.unknown_key at /more", "error.json.not_an_identifier at /scenario",
                  "error.json.not_an_identifier at /turned/a~0b",
                  "error.json.wrong_kind at /turned/paths.x.y"}));
    EXPECT_EQ(problems("{}"),
              (Expected{"error.json.missing at /scenario", "error.json.missing at /turned"}));
    std::string many = R"({"scenario":"a","turned":{)";
    for (std::size_t at = 0; at <= kMostTurned; ++at) {
        many += (at == 0 ? "\"n" : ",\"n") + std::to_string(at) + "\":1";
    }
    EXPECT_EQ(problems(many + "}}"), Expected{"error.json.too_many_elements at /turned"});
    const std::string long_one(kMostPipelineBytes, 'x');
    EXPECT_EQ(problems(R"({"scenario":{"name":")" + long_one + R"("},"turned":{}})"),
              Expected{"error.json.too_long at "});
}

TEST(Pipeline, StaysWithTheSession) {
    State state = begin(sample::small());
    state = apply(sample::small(), state, KeepPipeline{kTurned});
    std::string text;
    append_draft(text, sample::small(), state);
    const auto draft = read_draft(sample::small(), text);
    ASSERT_TRUE(draft) << text;
    const State again = apply(sample::small(), begin(sample::small()), *draft);
    EXPECT_EQ(again.pipeline, kTurned);
    EXPECT_EQ(apply(sample::small(), again, Restart{}).pipeline, "");
    EXPECT_EQ(apply(sample::small(), again, Load{{"", again.answers}}).pipeline, "")
        << "it belongs to the answers that were there before";
}

}  // namespace
}  // namespace vgap::answers
