#include "core/answers/carry.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/answers/draft.hpp"
#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/export/link.hpp"
#include "core/export/result_pack.hpp"
#include "core/instrument/layout.hpp"
#include "core/instrument/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

using Ids = std::vector<std::string>;

std::string in_json(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c == '\'') c = '"';
    }
    return out;
}

constexpr std::string_view kHead = R"({'schema':'instrument/1','id':'moving','languages':['en'],)";
constexpr std::string_view kTail = R"(
 'dimensions':[{'id':'d','required':{'base':50}}],'bands':[{'id':'one'}],)";

// Version 1.0.0.
std::string first_text() {
    return in_json(std::string(kHead)
                       .append(R"('version':'1.0.0','context':[
     {'id':'size','kind':'single','options':['few','some','many'],'no_answers':['prefer_not_to_say']},
     {'id':'tracks','kind':'multiple','options':['manager','expert','project']},
     {'id':'places','kind':'multiple','options':['here','there']},
     {'id':'heads','kind':'number','least':0,'most':500},
     {'id':'old','kind':'single','options':['yes','no']}],)")
                       .append(kTail)
                       .append(R"('items':[
     {'id':'a','dimension':'d','kind':'scale','points':5,'no_answers':['dont_know','not_applicable']},
     {'id':'b','dimension':'d','kind':'scale','points':5},
     {'id':'c','dimension':'d','kind':'scale','points':4}],
     'pages':[{'id':'p','questions':['size','tracks','places','heads','old']},
              {'id':'q','questions':['a','b','c']}]})"));
}

instrument::Instrument first() {
    auto read = instrument::read(first_text());
    EXPECT_TRUE(read);
    return std::move(*read);
}

// Version 2.0.0: options in another order and one less, an option more, a smaller range, more points, another order.
instrument::Instrument second() {
    std::string layout;
    instrument::append_layout(layout, first());
    auto read = instrument::read(in_json(std::string(kHead)
                                             .append(R"('version':'2.0.0','context':[
     {'id':'heads','kind':'number','least':0,'most':100},
     {'id':'size','kind':'single','options':['many','few'],'no_answers':['prefer_not_to_say']},
     {'id':'tracks','kind':'multiple','options':['expert','manager']},
     {'id':'places','kind':'multiple','options':['here','there','away']}],)")
                                             .append(kTail)
                                             .append(R"('items':[
     {'id':'c','dimension':'d','kind':'scale','points':4,'reverse':true},
     {'id':'a','dimension':'d','kind':'scale','points':5,'no_answers':['not_applicable']},
     {'id':'b','dimension':'d','kind':'scale','points':7},
     {'id':'new','dimension':'d','kind':'scale','points':5}],
     'pages':[{'id':'q','questions':['a','b','c','new']},
              {'id':'r','questions':['size','tracks','places','heads']}],
     'earlier_versions':[)")
                                             .append(layout)
                                             .append("]}")));
    EXPECT_TRUE(read) << read.error().front().code;
    return std::move(*read);
}

std::string response_to(std::string_view version, std::string_view answers) {
    return in_json(R"({'schema':'response/1','id':'r-1','instrument':{'id':'moving','version':')" +
                   std::string(version) + "'},'answers':" + std::string(answers) + "}");
}

constexpr std::string_view kAll = R"({'size':'many','tracks':['manager','expert'],'places':['here'],
 'heads':60,'old':'yes','a':3,'b':2,'c':1})";

Response carried(std::string_view answers) {
    auto read = answers::read(second(), response_to("1.0.0", answers));
    EXPECT_TRUE(read) << read.error().front().code << read.error().front().where;
    return read ? std::move(*read) : Response{};
}

std::string written(const instrument::Instrument& instrument, const Response& response) {
    std::string out;
    append_response(out, instrument, response);
    return out.substr(out.find("\"answers\""));
}

TEST(Carry, KeepsWhatStillMeansTheSameAndListsTheRest) {
    const Response response = carried(kAll);
    EXPECT_EQ(response.id, "r-1");
    EXPECT_EQ(
        written(second(), response),
        in_json(
            R"('answers':{'heads':60,'size':'many','tracks':['expert','manager'],'c':1,'a':3}})"));
    EXPECT_EQ(response.carried.from, "1.0.0");
    EXPECT_EQ(response.carried.kept, 5);
    EXPECT_EQ(response.carried.changed, (Ids{"places", "b"}));
    EXPECT_EQ(response.carried.gone, (Ids{"old"}));
    EXPECT_EQ(response.carried.added, (Ids{"new"}));
}

TEST(Carry, JudgesEachAnswerByItself) {
    const struct {
        std::string_view given, kept;
        Ids changed;
    } cases[] = {
        {R"({'size':'some'})", "{}", {"size"}},
        {R"({'size':{'no_answer':'prefer_not_to_say'}})",
         R"({'size':{'no_answer':'prefer_not_to_say'}})",
         {}},
        {R"({'tracks':['project','expert']})", "{}", {"tracks"}},
        {R"({'tracks':[]})", R"({'tracks':[]})", {}},
        {R"({'heads':100})", R"({'heads':100})", {}},
        {R"({'heads':101})", "{}", {"heads"}},
        {R"({'a':{'no_answer':'dont_know'}})", "{}", {"a"}},
        {R"({'a':{'no_answer':'not_applicable'}})", R"({'a':{'no_answer':'not_applicable'}})", {}},
        {"{}", "{}", {}},
    };
    for (const auto& each : cases) {
        const Response response = carried(each.given);
        EXPECT_EQ(written(second(), response),
                  in_json("'answers':" + std::string(each.kept) + "}"));
        EXPECT_EQ(response.carried.changed, each.changed) << each.given;
        EXPECT_TRUE(response.carried.gone.empty());
    }
}

TEST(Carry, AnswersToThePresentVersionAreLeftAlone) {
    const auto read = answers::read(second(), response_to("2.0.0", R"({'b':6})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->carried, Carried{});
}

TEST(Carry, RefusesVersionsThatAreNotKnownAndNamesBoth) {
    for (const std::string_view version : {"3.0.0", "0.9.0", ""}) {
        const auto read = answers::read(second(), response_to(version, "{}"));
        ASSERT_FALSE(read) << version;
        ASSERT_EQ(read.error().size(), 1u);
        EXPECT_EQ(read.error()[0].code, "error.response.other_version");
        EXPECT_EQ(read.error()[0].where, "/instrument/version");
        EXPECT_EQ(read.error()[0].arguments[0].value, version);
        EXPECT_EQ(read.error()[0].arguments[1].value, "2.0.0");
    }
}

TEST(Carry, AnEarlierVersionIsKnownByItsHashToo) {
    const auto with = [](const std::string& members) {
        return answers::read(
            second(), in_json(R"({'schema':'response/1','instrument':{'id':'moving',)" + members +
                              "},'answers':{'c':1}}"));
    };
    const auto by_hash = with("'hash':'" + first().hash + "'");
    ASSERT_TRUE(by_hash);
    EXPECT_EQ(by_hash->carried.from, "1.0.0");
    const auto now = with("'hash':'" + second().hash + "'");
    ASSERT_TRUE(now);
    EXPECT_EQ(now->carried.from, "");
    const auto altered = with("'version':'1.0.0','hash':'" + second().hash + "'");
    ASSERT_FALSE(altered);
    EXPECT_EQ(altered.error()[0].code, "error.response.other_hash");
}

TEST(Carry, JudgesAnswersByTheVersionThatTheyWereGivenTo) {
    const auto read = answers::read(second(), response_to("1.0.0", R"({'b':6,'new':1})"));
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().size(), 2u);
    EXPECT_EQ(read.error()[0].code, "error.json.out_of_range");
    EXPECT_EQ(read.error()[0].where, "/answers/b");
    EXPECT_EQ(read.error()[1].code, "error.response.unknown_question");
}

Answers given_to_first() {
    const auto read = answers::read(first(), response_to("1.0.0", kAll));
    EXPECT_TRUE(read);
    return read->answers;
}

TEST(Carry, LinksAndPacksAndDraftsBringTheSame) {
    const instrument::Instrument before = first();
    const instrument::Instrument now = second();
    const Response expected = carried(kAll);

    const auto link = export_::link(before, given_to_first());
    ASSERT_TRUE(link);
    const auto linked = export_::read_link(now, *link);
    ASSERT_TRUE(linked);
    EXPECT_EQ(linked->answers, expected.answers);
    EXPECT_EQ(linked->carried, expected.carried);

    std::string text;
    export_::append_result_pack(text, before, given_to_first());
    const auto pack = read(now, text);
    ASSERT_TRUE(pack);
    EXPECT_EQ(pack->answers, expected.answers);
    EXPECT_EQ(pack->carried, expected.carried);

    State state = begin(before);
    state.answers = given_to_first();
    state.place = {Screen::kQuestions, 0, false};  // a page that the present version does not have
    std::string stored;
    append_draft(stored, before, state);
    const auto draft = read_draft(now, stored);
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->response.answers, expected.answers);
    const State resumed = apply(now, begin(now), *draft);
    EXPECT_EQ(resumed.answers, expected.answers);
    EXPECT_EQ(resumed.place, (Place{Screen::kQuestions, 0, false})) << "the first unanswered page";

    state.place = {Screen::kResult, instrument::kNone, false};
    stored.clear();
    append_draft(stored, before, state);
    EXPECT_EQ(apply(now, begin(now), *read_draft(now, stored)).place.screen, Screen::kReview)
        << "there is something new to answer";
}

// Whatever the answers to whichever version: what is carried is possible, and each answer has gone one way.
TEST(Carry, LosesNoAnswerUnsaid) {
    const instrument::Instrument before = first();
    const instrument::Instrument now = second();
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const Answers given = sample::random_answers(before, seed);
        const Response response = carry(now, now.earlier_versions[0], given);
        std::size_t answered = 0, kept = 0;
        for (const Answer& each : given) answered += each.state != AnswerState::kSkipped;
        for (std::size_t q = 0; q < now.questions.size(); ++q) {
            EXPECT_TRUE(is_possible(now.questions[q], response.answers[q]));
            kept += response.answers[q].state != AnswerState::kSkipped;
        }
        EXPECT_EQ(kept, static_cast<std::size_t>(response.carried.kept));
        EXPECT_EQ(answered, kept + response.carried.changed.size() + response.carried.gone.size());
    }
}

}  // namespace
}  // namespace vgap::answers
