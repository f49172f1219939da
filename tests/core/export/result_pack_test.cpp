#include "core/export/result_pack.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/read.hpp"
#include "core/base/version.hpp"
#include "core/json/parse.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> found;
    const auto pack = answers::read(sample::small(), text);
    if (pack) return found;
    for (const base::Error& error : pack.error())
        found.push_back(error.code + " at " + error.where);
    return found;
}

TEST(ResultPack, ReplaysToTheSameBytes) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto& varied = sample::varied();
        const answers::Answers answers = sample::random_answers(varied, seed);
        std::string text;
        append_result_pack(text, varied, answers, "r-7");
        const auto pack = answers::read(varied, text);
        ASSERT_TRUE(pack) << text;
        EXPECT_EQ(json::parse(text)->find("engine")->string, base::kEngineVersion);
        EXPECT_EQ(pack->id, "r-7");
        EXPECT_EQ(sample::profile_json(varied, pack->answers),
                  sample::profile_json(varied, answers));
    }
}

TEST(ResultPack, RefusesWhatCannotBeReplayed) {
    std::string text;
    append_result_pack(text, sample::small(), sample::answers(sample::small(), {{"a", 1}}));
    EXPECT_EQ(problems(text), std::vector<std::string>{});
    std::string changed = text;
    changed.replace(changed.find("1.0.0"), 5, "1.0.1");
    EXPECT_EQ(problems(changed),
              std::vector<std::string>{"error.response.other_version at /instrument/version"});
    changed = text;
    changed.replace(changed.find("result_pack/1"), 13, "result_pack/2");
    EXPECT_EQ(problems(changed),
              std::vector<std::string>{"error.result_pack.other_schema at /schema"});
    EXPECT_EQ(problems(R"({"schema":"result_pack/1","engine":"0.1.0","instrument":{"id":"small"},)"
                       R"("answers":{"a":7}})"),
              (std::vector<std::string>{"error.json.missing at /instrument/version",
                                        "error.json.missing at /instrument/hash",
                                        "error.json.out_of_range at /answers/a"}));
}

TEST(ResultPack, NamesItsEngine) {
    std::string text;
    append_result_pack(text, sample::small(), sample::answers(sample::small(), {{"a", 1}}));
    const std::size_t engine = text.find("\"engine\"");
    text.erase(engine, text.find("\"instrument\"") - engine);
    EXPECT_EQ(problems(text), std::vector<std::string>{"error.json.missing at /engine"});
}

}  // namespace
}  // namespace vgap::export_
