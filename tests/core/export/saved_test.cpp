#include "core/export/saved.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/answers/draft.hpp"
#include "core/answers/write.hpp"
#include "core/export/result_pack.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

std::string problems(std::string_view text) {
    const auto read = read_saved(sample::small(), text);
    std::string out;
    if (read) return out;
    for (const base::Error& error : read.error()) {
        out += (out.empty() ? "" : "; ") + error.code + " " + error.where;
    }
    return out;
}

TEST(Saved, OpensWhateverHoldsAnswers) {
    const instrument::Instrument& varied = sample::varied();
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        answers::State state = answers::begin(varied);
        state.answers = sample::random_answers(varied, seed);
        std::string response, pack, draft;
        answers::append_response(response, varied, {"", state.answers});
        append_result_pack(pack, varied, state.answers);
        answers::append_draft(draft, varied, state);
        for (const std::string& text : {response, pack, draft, "\xEF\xBB\xBF" + response}) {
            const auto read = read_saved(varied, text);
            ASSERT_TRUE(read) << text;
            EXPECT_EQ(read->answers, state.answers);
        }
    }
}

TEST(Saved, SaysWhatAFileHoldsInstead) {
    EXPECT_EQ(problems("{}"), "error.saved.no_schema ");
    EXPECT_EQ(problems("[]"), "error.saved.no_schema ");
    EXPECT_EQ(problems(R"({"schema":7})"), "error.saved.no_schema ");
    EXPECT_EQ(problems(R"({"schema":"instrument/1"})"), "error.saved.other_schema /schema");
    EXPECT_EQ(problems(sample::profile_json(sample::small(), sample::answers(sample::small(), {}))),
              "error.saved.only_result /schema");
    EXPECT_EQ(problems(R"({"schema":"response/2","instrument":{"id":"small"},"answers":{}})"),
              "error.response.other_schema /schema");
    EXPECT_EQ(problems(R"({"schema":"result_pack/9","answers":{}})"),
              "error.result_pack.other_schema /schema; error.json.missing /engine; "
              "error.json.missing /instrument");
}

}  // namespace
}  // namespace vgap::export_
