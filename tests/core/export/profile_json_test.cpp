#include "core/export/profile_json.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "core/base/version.hpp"
#include "core/json/parse.hpp"
#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

const instrument::Instrument& one() {
    static const instrument::Instrument kOne = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'one', 'version': '2.1.0', 'languages': ['en'],
        'context': [{'id': 'size', 'kind': 'single', 'options': ['few', 'many']}],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 60, 'rules': [
            {'id': 'many', 'when': {'context': 'size', 'equals': 'many'}, 'add': 15}]}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 4},
                  {'id': 'j', 'dimension': 'd', 'kind': 'scale', 'points': 4,
                   'no_answers': ['dont_know']},
                  {'id': 'k', 'dimension': 'd', 'kind': 'scale', 'points': 4,
                   'when': {'item': 'i', 'at_least': 50}}],
        'pages': [{'id': 'p', 'questions': ['size', 'i', 'j', 'k']}],
        'patterns': [{'id': 'low', 'when': {'item': 'i', 'below': 50}}],
        'actions': [{'id': 'act', 'horizon': 'quarter', 'effort_days': 2,
                     'targets': {'dimensions': ['d']}, 'moves': [{'item': 'i', 'points': 1}]}]})");
    return kOne;
}

answers::Answers half_answered() {
    answers::Answers answers = sample::answers(one(), {{"size", 1}, {"i", 1}});
    answers[sample::question(one(), "j")] = sample::not_answered(answers::AnswerState::kDontKnow);
    return answers;
}

std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

TEST(ProfileJson, IsTheseBytes) {
    EXPECT_EQ(
        sample::profile_json(one(), half_answered(), "r-1"),
        quoted("{'schema':'profile/1','engine':'" + std::string(base::kEngineVersion) +
               "','id':'r-1','instrument':{'id':'one','version':'2.1.0','hash':'" + one().hash +
               "'},"
               "'index':{'value':55.555555556,'low':11.111111111,'high':77.777777778,"
               "'band':'stalled','sufficient_weight_pct':100},"
               "'dimensions':[{'id':'d','state':'sufficient','current':33.333333333,"
               "'low':16.666666667,'high':66.666666667,'answered':1,'items':2,'required':75,"
               "'gap':41.666666667,'surplus':0,'rules':[{'id':'many','state':'held','add':15}]}],"
               "'items':[{'id':'i','state':'answered','score':33.333333333,'share':55.555555556,"
               "'leverage':44.444444444},"
               "{'id':'j','state':'dont_know','score':null,'share':null,'leverage':null},"
               "{'id':'k','state':'unreachable','score':null,'share':null,'leverage':null}],"
               "'patterns':[{'id':'low','state':'found','evidence':['i']}],"
               "'smallest_change':{'possible':true,'exact':false,'to_band':'drifting',"
               "'index':11.111111111,'moves':[{'item':'i','points':1}]},"
               "'plan':[{'id':'act','horizon':'quarter','closes':44.444444444}],"
               "'explanation':{'kind':'index','id':'one','value':55.555555556,'children':["
               "{'kind':'dimension','id':'d','value':55.555555556,'children':["
               "{'kind':'item','id':'i','value':55.555555556}]}]}}"));
}

TEST(ProfileJson, WritesWhatIsMissingAsNull) {
    EXPECT_EQ(
        sample::profile_json(one(), answers::Answers(one().questions.size())),
        quoted("{'schema':'profile/1','engine':'" + std::string(base::kEngineVersion) +
               "','instrument':{'id':'one','version':'2.1.0','hash':'" + one().hash +
               "'},"
               "'index':{'value':null,'low':0,'high':100,'band':null,'sufficient_weight_pct':0,"
               "'to_answer':['i','j']},"
               "'dimensions':[{'id':'d','state':'insufficient','current':null,'low':0,'high':100,"
               "'answered':0,'items':2,'required':60,'gap':null,'surplus':null,"
               "'rules':[{'id':'many','state':'unknown','add':15}]}],"
               "'items':[{'id':'i','state':'skipped','score':null,'share':null,'leverage':null},"
               "{'id':'j','state':'skipped','score':null,'share':null,'leverage':null},"
               "{'id':'k','state':'unreachable','score':null,'share':null,'leverage':null}],"
               "'patterns':[{'id':'low','state':'unknown','evidence':[]}],"
               "'smallest_change':null,'plan':[],'explanation':null}"));
}

TEST(ProfileJson, WritesTheTreesOfTheLevelsOnRequest) {
    const scoring::Profile profile = sample::scored(one(), half_answered());
    std::string out;
    append_profile(out, one(), "", profile, {}, Levels::kInclude);
    EXPECT_NE(out.find(quoted(
                  "'levels':[{'kind':'current','id':'d','value':33.333333333,'children':["
                  "{'kind':'item','id':'i','value':33.333333333}]},"
                  "{'kind':'required','id':'d','value':75,'children':["
                  "{'kind':'base','id':'d','value':60},{'kind':'rule','id':'many','value':15}]}]")),
              std::string::npos)
        << out;
}

TEST(ProfileJson, IsJsonWithoutMinusZeroWhateverTheAnswers) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        const std::string text =
            sample::profile_json(sample::varied(), sample::random_answers(sample::varied(), seed));
        ASSERT_TRUE(json::parse(text)) << text;
        ASSERT_EQ(text.find(":-0,"), std::string::npos) << text;
        ASSERT_EQ(text.find("nan"), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace vgap::export_
