#include "core/answers/read.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/write.hpp"
#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string with_answers(const std::string& answers) {
    return quoted("{'schema':'response/1','instrument':{'id':'small'},'answers':{" + answers +
                  "}}");
}

// "code at place" of every problem.
std::vector<std::string> problems(const std::string& text) {
    const auto response = read(sample::small(), text);
    std::vector<std::string> found;
    if (response) return found;
    for (const base::Error& error : response.error()) {
        found.push_back(error.code + " at " + error.where);
    }
    return found;
}

using Expected = std::vector<std::string>;

TEST(ReadAnswers, TakesEveryKindAndEveryWayOfNotAnswering) {
    const auto& instrument = sample::small();
    const auto response =
        read(instrument,
             quoted("{'schema':'response/1','id':'r-1','instrument':{'id':'small',"
                    "'version':'1.0.0','hash':'" +
                    instrument.hash +
                    "'},'answers':{"
                    "'size':'many','tracks':['project','manager'],'people':12.5,'note':'äöü',"
                    "'a':{'no_answer':'dont_know'},'b':4,'c':null}}"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->id, "r-1");
    const auto at = [&](const char* id) {
        return response->answers[sample::question(instrument, id)];
    };
    EXPECT_EQ(at("size").point, 1);
    EXPECT_EQ(at("tracks").selected, (std::vector<std::uint8_t>{1, 0, 1}));
    EXPECT_EQ(at("people").number, 12.5);
    EXPECT_EQ(at("note").text, "äöü");
    EXPECT_EQ(at("a").state, AnswerState::kDontKnow);
    EXPECT_EQ(at("b").point, 4);
    EXPECT_EQ(at("c").state, AnswerState::kSkipped);
    EXPECT_EQ(at("d").state, AnswerState::kSkipped);
    for (std::size_t q = 0; q < response->answers.size(); ++q) {
        EXPECT_TRUE(is_possible(instrument.questions[q], response->answers[q]));
    }
}

TEST(ReadAnswers, TakesAnEmptyTextForSkippedAndAnEmptyListForAnAnswer) {
    const auto response = read(sample::small(), with_answers("'note':'','tracks':[]"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->answers[sample::question(sample::small(), "note")].state,
              AnswerState::kSkipped);
    EXPECT_EQ(response->answers[sample::question(sample::small(), "tracks")].state,
              AnswerState::kAnswered);
}

TEST(ReadAnswers, ReportsEachProblemWithItsPlace) {
    EXPECT_EQ(problems(with_answers("'x':1")),
              Expected{"error.response.unknown_question at /answers/x"});
    EXPECT_EQ(problems(with_answers("'a':5")), Expected{"error.json.out_of_range at /answers/a"});
    EXPECT_EQ(problems(with_answers("'a':-1")), Expected{"error.json.out_of_range at /answers/a"});
    EXPECT_EQ(problems(with_answers("'a':1.5")),
              Expected{"error.json.not_a_whole_number at /answers/a"});
    EXPECT_EQ(problems(with_answers("'a':'3'")), Expected{"error.json.wrong_kind at /answers/a"});
    EXPECT_EQ(problems(with_answers("'a':true")), Expected{"error.json.wrong_kind at /answers/a"});
    EXPECT_EQ(problems(with_answers("'size':'huge'")),
              Expected{"error.response.unknown_option at /answers/size"});
    EXPECT_EQ(problems(with_answers("'size':1")),
              Expected{"error.json.wrong_kind at /answers/size"});
    EXPECT_EQ(problems(with_answers("'tracks':['expert','none','expert']")),
              (Expected{"error.response.unknown_option at /answers/tracks/1",
                        "error.response.repeated_option at /answers/tracks/2"}));
    EXPECT_EQ(problems(with_answers("'people':1001")),
              Expected{"error.json.out_of_range at /answers/people"});
    EXPECT_EQ(problems(with_answers("'note':'sixsix'")),
              Expected{"error.response.text_too_long at /answers/note"});
    EXPECT_EQ(problems(with_answers("'a':{'no_answer':'prefer_not_to_say'}")),
              Expected{"error.response.no_answer_not_allowed at /answers/a/no_answer"});
    EXPECT_EQ(problems(with_answers("'a':{'no_answer':'later'}")),
              Expected{"error.json.not_allowed at /answers/a/no_answer"});
    EXPECT_EQ(problems(with_answers("'a':{}")),
              Expected{"error.json.missing at /answers/a/no_answer"});
}

TEST(ReadAnswers, ReportsAllProblemsAtOnce) {
    EXPECT_EQ(problems(with_answers("'x':1,'a':9,'size':'huge'")).size(), 3u);
    EXPECT_EQ(problems("{}").size(), 3u);  // schema, instrument, answers
    EXPECT_EQ(problems("[]"), Expected{"error.json.wrong_kind at "});
}

TEST(ReadAnswers, NamesBothVersionsOfAForeignInstrument) {
    const auto response =
        read(sample::small(), quoted("{'schema':'response/2','instrument':{'id':'large',"
                                     "'version':'2.0.0','hash':'00'},'answers':{}}"));
    ASSERT_FALSE(response);
    ASSERT_EQ(response.error().size(), 4u);
    EXPECT_EQ(response.error()[0].code, "error.response.other_schema");
    EXPECT_EQ(response.error()[1].code, "error.response.other_instrument");
    EXPECT_EQ(response.error()[2].code, "error.response.other_version");
    EXPECT_EQ(response.error()[2].where, "/instrument/version");
    EXPECT_EQ(response.error()[2].arguments,
              (std::vector<base::Argument>{{"found", "2.0.0"}, {"expected", "1.0.0"}}));
    EXPECT_EQ(response.error()[3].code, "error.response.other_hash");
}

TEST(ReadAnswers, PutsTheOuterPlaceInFront) {
    const json::Value document;
    const auto response = read(sample::small(), document, "/responses/7");
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error()[0].where, "/responses/7");
}

TEST(WriteAnswers, IsCanonicalAndReadsBackAsItself) {
    const std::string text = quoted(
        "{'answers':{'c':1,'a':{'no_answer':'not_applicable'},'tracks':['project','manager'],"
        "'note':'a\\u0022b','people':3,'b':null},'instrument':{'id':'small'},'schema':'response/"
        "1'}");
    const auto response = read(sample::small(), text);
    ASSERT_TRUE(response);
    std::string once;
    append_response(once, sample::small(), *response);
    EXPECT_EQ(once, quoted("{'schema':'response/1','instrument':{'id':'small','version':'1.0.0',"
                           "'hash':'" +
                           sample::small().hash +
                           "'},'answers':{'tracks':['manager','project'],'people':3,") +
                        R"("note":"a\"b","a":{"no_answer":"not_applicable"},"c":1}})");
    const auto again = read(sample::small(), once);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answers, response->answers);
}

}  // namespace
}  // namespace vgap::answers
