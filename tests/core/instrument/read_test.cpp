#include "core/instrument/read.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/base/hash.hpp"
#include "core/json/write.hpp"
#include "tests/core/instrument/whole.hpp"

namespace vgap::instrument {
namespace {

TEST(InstrumentRead, ReadsOneOfEverything) {
    const base::Result<Instrument> result = read(kWhole);
    ASSERT_TRUE(result) << noted(result);
    const Instrument& it = *result;
    EXPECT_EQ(it.id, "whole");
    EXPECT_EQ(it.version, "1.2.0");
    EXPECT_EQ(it.languages, (std::vector<std::string>{"en", "pt-BR"}));
    EXPECT_EQ(it.minimum_answered_pct, 60);
    EXPECT_EQ(it.least_minutes, 2);
    EXPECT_EQ(it.most_minutes, 4);
    ASSERT_EQ(it.sources.size(), 2u);
    EXPECT_EQ(it.sources[1].id, "seed_a");

    ASSERT_EQ(it.questions.size(), 9u);
    const Question& size = it.questions[0];
    EXPECT_TRUE(size.is_context);
    EXPECT_EQ(size.kind, QuestionKind::kSingle);
    EXPECT_EQ(size.options, (std::vector<std::string>{"up_to_10", "11_to_25"}));
    EXPECT_TRUE(size.no_answers.prefer_not_to_say);
    EXPECT_FALSE(size.no_answers.dont_know);
    EXPECT_EQ(size.source, "book");
    EXPECT_EQ(size.page, 0u);
    EXPECT_EQ(it.questions[2].least, 1);
    EXPECT_EQ(it.questions[2].most, 90000);
    EXPECT_EQ(it.questions[3].points, 3);
    EXPECT_EQ(it.questions[3].dimension, kNone);
    EXPECT_EQ(it.questions[4].max_length, 80);
    const Question& criteria = it.questions[5];
    EXPECT_FALSE(criteria.is_context);
    EXPECT_EQ(criteria.dimension, 0u);
    EXPECT_EQ(criteria.points, 5);
    EXPECT_EQ(criteria.weight, 1.5);
    EXPECT_FALSE(criteria.reverse);
    EXPECT_FALSE(criteria.conditional);
    EXPECT_EQ(criteria.page, 1u);
    const Question& secret = it.questions[6];
    EXPECT_TRUE(secret.reverse);
    EXPECT_EQ(secret.weight, 1);
    ASSERT_TRUE(secret.conditional);
    EXPECT_EQ(secret.when.op, Operator::kAll);
    ASSERT_EQ(secret.when.children.size(), 2u);
    EXPECT_EQ(secret.when.children[0].op, Operator::kItemAtLeast);
    EXPECT_EQ(secret.when.children[0].subject, 5u);
    EXPECT_EQ(secret.when.children[0].threshold, 25);
    EXPECT_EQ(secret.when.children[1].op, Operator::kContextAtLeast);
    EXPECT_EQ(it.questions[8].kind, QuestionKind::kText);
    EXPECT_EQ(it.find_question("note"), 8u);
    EXPECT_EQ(it.find_question("nothing"), kNone);

    ASSERT_EQ(it.dimensions.size(), 2u);
    EXPECT_EQ(it.find_dimension("pace"), 1u);
    EXPECT_EQ(it.dimensions[0].weight, 2);
    EXPECT_EQ(it.dimensions[0].required_base, 50);
    EXPECT_EQ(it.dimensions[0].items, (std::vector<Index>{5, 6}));
    EXPECT_EQ(it.dimensions[1].items, (std::vector<Index>{7}));
    ASSERT_EQ(it.dimensions[0].rules.size(), 1u);
    const Rule& rule = it.dimensions[0].rules[0];
    EXPECT_EQ(rule.id, "clarity_size");
    EXPECT_EQ(rule.add, 10);
    EXPECT_EQ(rule.source, "seed_a");
    EXPECT_EQ(rule.when.op, Operator::kAny);
    EXPECT_EQ(rule.when.children[0].op, Operator::kContextEquals);
    EXPECT_EQ(rule.when.children[0].option, 1u);
    EXPECT_EQ(rule.when.children[1].op, Operator::kNot);
    EXPECT_EQ(rule.when.children[1].children.at(0).op, Operator::kContextBelow);

    ASSERT_EQ(it.pages.size(), 3u);
    EXPECT_EQ(it.pages[1].questions, (std::vector<Index>{5, 6}));
    EXPECT_FALSE(it.pages[1].conditional);
    EXPECT_TRUE(it.pages[2].conditional);
    EXPECT_EQ(it.pages[2].when.op, Operator::kItemBelow);

    ASSERT_EQ(it.patterns.size(), 1u);
    EXPECT_EQ(it.patterns[0].when.children[0].op, Operator::kDimensionBelow);
    EXPECT_EQ(it.patterns[0].when.children[0].subject, 1u);
    EXPECT_EQ(it.patterns[0].when.children[1].op, Operator::kDimensionAtLeast);

    ASSERT_EQ(it.actions.size(), 2u);
    EXPECT_EQ(it.actions[0].horizon, Horizon::kWeek);
    EXPECT_EQ(it.actions[0].effort_days, 0.5);
    EXPECT_EQ(it.actions[0].dimensions, (std::vector<Index>{0}));
    EXPECT_EQ(it.actions[0].patterns, (std::vector<Index>{0}));
    ASSERT_EQ(it.actions[0].moves.size(), 2u);
    EXPECT_EQ(it.actions[0].moves[0].item, 5u);
    EXPECT_EQ(it.actions[0].moves[0].points, 4);
    EXPECT_EQ(it.actions[1].horizon, Horizon::kQuarter);

    ASSERT_EQ(it.bands.size(), 3u);
    EXPECT_EQ(it.bands[0].below, 20.5);
    EXPECT_EQ(it.bands[2].id, "bad");
    EXPECT_GT(it.bands[2].below, 100);
}

TEST(InstrumentRead, HasDefaults) {
    const base::Result<Instrument> result = read(R"({
        "schema": "instrument/1", "id": "small", "version": "1", "languages": ["en"],
        "dimensions": [{"id": "d", "required": {"base": 50}}],
        "items": [{"id": "i", "kind": "scale", "points": 2, "dimension": "d"}],
        "pages": [{"id": "p", "questions": ["i"]}]})");
    ASSERT_TRUE(result) << noted(result);
    EXPECT_EQ(result->minimum_answered_pct, 50);
    EXPECT_EQ(result->least_minutes, 0);
    EXPECT_EQ(result->dimensions[0].weight, 1);
    const struct {
        const char* id;
        double below;
    } bands[] = {{"on_pace", 10}, {"drifting", 25}, {"lagging", 45}, {"stalled", 101}};
    ASSERT_EQ(result->bands.size(), std::size(bands));
    for (std::size_t i = 0; i < std::size(bands); ++i) {
        EXPECT_EQ(result->bands[i].id, bands[i].id);
        EXPECT_EQ(result->bands[i].below, bands[i].below);
    }
}

// Spaces, the order of keys and escapes do not make another instrument; a value does.
TEST(InstrumentRead, HashIsOfTheCanonicalForm) {
    const std::string hash = read(kWhole)->hash;
    EXPECT_EQ(hash.size(), 64u);
    std::string canonical;
    json::append_canonical(canonical, *json::parse(kWhole));
    EXPECT_EQ(hash, base::sha256_hex(canonical));
    EXPECT_EQ(read(canonical)->hash, hash);
    EXPECT_EQ(read(with(R"("least": 2, "most": 4)", R"("most":4.0,"least":2e0)"))->hash, hash);
    EXPECT_EQ(read(with(R"("id": "whole")", R"("id": "\u0077hole")"))->hash, hash);
    EXPECT_NE(read(with(R"("version": "1.2.0")", R"("version": "1.2.1")"))->hash, hash);
}

std::string conditions(int depth) {
    std::string out;
    for (int i = 1; i < depth; ++i) out += R"({"not":)";
    out += R"({"item": "criteria", "at_least": 25})";
    return out + std::string(static_cast<std::size_t>(depth - 1), '}');
}

TEST(InstrumentRead, LimitsTheDepthOfConditions) {
    const auto nested = [](int depth) {
        return with(R"({"item": "criteria", "below": 50})", conditions(depth));
    };
    EXPECT_EQ(noted(read(nested(kMostConditionDepth))), "");
    const base::Result<Instrument> result = read(nested(kMostConditionDepth + 1));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().size(), 1u);
    EXPECT_EQ(result.error().front().code, "error.instrument.condition_too_deep");
    EXPECT_EQ(noted(read(nested(10'000))).substr(0, 13), "json.too_deep");
}

std::string many(int count, std::string_view entry) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        std::string each(entry);
        each.replace(each.find('#'), 1, std::to_string(i));
        out += each;
    }
    return out;
}

TEST(InstrumentRead, LimitsTheNumberOfQuestionsAndDimensions) {
    const auto questions = [](int count) {
        return with(R"({"id": "note", "kind": "text", "max_length": 500})",
                    R"({"id": "note", "kind": "text", "max_length": 500},)" +
                        many(count - 9, R"({"id":"n#","kind":"text","max_length":5})"));
    };
    EXPECT_EQ(noted(read(questions(500))), "");
    EXPECT_EQ(noted(read(questions(501))),
              "instrument.too_many_questions /items found=501 most=500");
    const auto dimensions = [](int count) {
        return with(R"({"id": "pace", "required": {"base": 40}})",
                    R"({"id": "pace", "required": {"base": 40}},)" +
                        many(count - 2, R"({"id":"d#","required":{"base":1}})"));
    };
    EXPECT_EQ(noted(read(dimensions(64))), "");
    EXPECT_EQ(noted(read(dimensions(65))).substr(0, 57),
              "json.too_many_elements /dimensions found=65 most=64; inst");
}

TEST(InstrumentRead, SurvivesEveryTruncationAndEveryLostByte) {
    for (std::size_t at = 0; at < kWhole.size(); ++at) {
        EXPECT_FALSE(read(kWhole.substr(0, at))) << at;
        std::string text(kWhole);
        text.erase(at, 1);
        const base::Result<Instrument> result = read(text);
        EXPECT_TRUE(result || !result.error().empty()) << at;
    }
}

TEST(InstrumentRead, ManyProblemsAreCutOff) {
    const std::string text = with(R"(["en", "pt-BR"])", "[" + many(100, R"("#_")") + "]");
    EXPECT_EQ(read(text).error().size(), 100u);
    const std::string unknown =
        with(R"("version": "1.2.0")", R"("version": "1.2.0",)" + many(2000, R"("x#":0)"));
    EXPECT_EQ(read(unknown).error().size(), base::kMostProblems + 1);
    EXPECT_EQ(read(unknown).error().back().code, "error.more_problems");
}

TEST(Types, HaveNames) {
    EXPECT_EQ(to_string(Horizon::kMonth), "month");
    EXPECT_EQ(to_string(Horizon::kWeek), "week");
    EXPECT_EQ(to_string(Horizon::kQuarter), "quarter");
    EXPECT_EQ(to_string(QuestionKind::kScale), "scale");
    EXPECT_EQ(to_string(QuestionKind::kSingle), "single");
    EXPECT_EQ(to_string(QuestionKind::kMultiple), "multiple");
    EXPECT_EQ(to_string(QuestionKind::kNumber), "number");
    EXPECT_EQ(to_string(QuestionKind::kText), "text");
}

}  // namespace
}  // namespace vgap::instrument
