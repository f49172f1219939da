#include "core/instrument/check.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::instrument {
namespace {

// Nothing to find here; each test below breaks one thing.
constexpr std::string_view kClean = R"({
'schema':'instrument/1','id':'small','version':'1.0.0','languages':['en'],
'sources':[{'id':'book'}],
'context':[{'id':'size','kind':'single','options':['few','some','many']},
           {'id':'places','kind':'multiple','options':['here','there']},
           {'id':'heads','kind':'number','least':0,'most':500}],
'dimensions':[
  {'id':'d1','required':{'base':40,'rules':[
     {'id':'r1','when':{'context':'size','equals':'many'},'add':30,'source':'book'}]}},
  {'id':'d2','required':{'base':50}}],
'items':[
  {'id':'a','dimension':'d1','kind':'scale','points':5,'source':'book'},
  {'id':'b','dimension':'d1','kind':'scale','points':3,'reverse':true,'source':'book'},
  {'id':'c','dimension':'d2','kind':'scale','points':5,'source':'book',
   'when':{'item':'a','at_least':50}},
  {'id':'d','dimension':'d2','kind':'scale','points':5,'source':'book'}],
'pages':[{'id':'p0','questions':['size','places','heads']},
         {'id':'p1','questions':['a','b']},{'id':'p2','questions':['c','d']}],
'patterns':[{'id':'x','when':{'all':[{'item':'a','below':50},{'dimension':'d2','below':30}]},
             'source':'book'}],
'actions':[
  {'id':'do_1','horizon':'week','effort_days':1,'targets':{'dimensions':['d1'],'patterns':['x']},
   'moves':[{'item':'a','points':1},{'item':'b','points':1}],'source':'book'},
  {'id':'do_2','horizon':'month','effort_days':1,'targets':{'dimensions':['d2']},
   'moves':[{'item':'c','points':1},{'item':'d','points':1}],'source':'book'}],
'bands':[{'id':'good','below':20},{'id':'bad'}]})";

struct Change {
    std::string_view from, to;
};

Instrument changed(std::initializer_list<Change> changes) {
    std::string text(kClean);
    for (const Change& change : changes) {
        const std::size_t at = text.find(change.from);
        EXPECT_NE(at, std::string::npos) << change.from;
        if (at != std::string::npos) text.replace(at, change.from.size(), change.to);
    }
    return sample::instrument(text);
}

std::vector<std::string> found(std::initializer_list<Change> changes) {
    std::vector<std::string> found;
    for (const Finding& finding : check(changed(changes)).findings) {
        found.push_back(std::string(to_string(finding.severity)) + " " + finding.what.code + " " +
                        finding.what.where);
    }
    return found;
}

using Expected = std::vector<std::string>;

constexpr std::string_view kItemWhen = "{'item':'a','at_least':50}";
constexpr std::string_view kPattern =
    "{'all':[{'item':'a','below':50},{'dimension':'d2','below':30}]}";
constexpr std::string_view kRule = "{'context':'size','equals':'many'}";

TEST(Check, finds_nothing_in_a_clean_instrument) {
    EXPECT_EQ(found({}), Expected{});
}

TEST(Check, reports_the_levels_of_dimensions) {
    const Report report = check(changed({}));
    ASSERT_EQ(report.levels.size(), 2u);
    ASSERT_TRUE(report.levels[0].current.has_value());
    EXPECT_EQ(report.levels[0].current->low, 0);
    EXPECT_EQ(report.levels[0].current->high, 100);
    EXPECT_EQ(report.levels[0].required.low, 40);
    EXPECT_EQ(report.levels[0].required.high, 70);
}

TEST(Check, question_on_no_page) {
    EXPECT_EQ(found({{"'questions':['c','d']", "'questions':['c']"},
                     {kPattern, "{'item':'a','below':50}"}}),
              (Expected{"error lint.question_unplaced /items/3"}));
    EXPECT_EQ(found({{"'places','heads'", "'heads'"}}),
              (Expected{"error lint.question_unplaced /context/1"}));
}

TEST(Check, question_that_is_never_asked) {
    EXPECT_EQ(found({{kItemWhen, "{'item':'a','below':0}"}}),
              (Expected{"error lint.condition_never /items/2/when"}));
    // Page and question each could be shown, but never both.
    EXPECT_EQ(found({{"{'id':'p2',", "{'id':'p2','when':{'item':'a','below':50},"},
                     {kPattern, "{'item':'a','below':50}"}}),
              (Expected{"error lint.question_unreachable /items/2"}));
}

TEST(Check, question_whose_operand_is_never_asked) {
    EXPECT_EQ(found({{"['a','b']", "['b']"}, {kPattern, "{'dimension':'d2','below':30}"}}),
              (Expected{"error lint.question_unplaced /items/0",
                        "error lint.condition_never /items/2/when"}));
}

TEST(Check, conditions_in_a_circle) {
    const Expected both = found({{"'id':'a',", "'id':'a','when':{'item':'c','below':50},"}});
    EXPECT_EQ(both[0], "error lint.condition_cyclic /items/0");
    EXPECT_EQ(found({{kItemWhen, "{'item':'c','below':50}"}}),
              (Expected{"error lint.condition_cyclic /items/2"}));
    EXPECT_EQ(found({{"{'id':'p2',", "{'id':'p2','when':{'item':'d','below':50},"}})[0],
              "error lint.condition_cyclic /items/3");
}

TEST(Check, condition_about_a_later_question) {
    EXPECT_EQ(found({{"{'id':'b',", "{'id':'b','when':{'item':'d','below':50},"}}),
              (Expected{"error lint.condition_forward /items/1/when"}));
    EXPECT_EQ(found({{"{'id':'p1',", "{'id':'p1','when':{'item':'d','below':50},"}})[0],
              "error lint.condition_forward /pages/1/when");
}

TEST(Check, rule_that_never_or_always_holds) {
    EXPECT_EQ(found({{kRule, "{'context':'heads','at_least':501}"}}),
              (Expected{"error lint.condition_never /dimensions/0/required/rules/0/when"}));
    EXPECT_EQ(found({{kRule, "{'context':'heads','at_least':0}"}}),
              (Expected{"warning lint.condition_always /dimensions/0/required/rules/0/when"}));
    EXPECT_EQ(found({{kRule,
                      "{'any':[{'context':'size','equals':'few'},{'not':{'context':'size',"
                      "'equals':'few'}}]}"}}),
              (Expected{"warning lint.condition_always /dimensions/0/required/rules/0/when"}));
}

TEST(Check, contradiction) {
    EXPECT_EQ(found({{kRule,
                      "{'all':[{'context':'size','equals':'few'},{'context':'size','equals':"
                      "'many'}]}"}}),
              (Expected{"error lint.condition_contradiction "
                        "/dimensions/0/required/rules/0/when"}));
    // A multiple choice can hold both.
    EXPECT_EQ(found({{kRule,
                      "{'all':[{'context':'places','equals':'here'},{'context':'places','equals':"
                      "'there'}]}"}}),
              Expected{});
    // An item's scores are 0, 25, 50, 75, 100: nothing lies between.
    EXPECT_EQ(found({{kPattern, "{'all':[{'item':'a','at_least':30},{'item':'a','below':45}]}"}}),
              (Expected{"error lint.condition_contradiction /patterns/0/when"}));
    // With all of d1 at the top, none of its items is low.
    EXPECT_EQ(
        found({{kPattern, "{'all':[{'dimension':'d1','at_least':100},{'item':'b','below':100}]}"}}),
        (Expected{"error lint.condition_contradiction /patterns/0/when"}));
    EXPECT_EQ(
        found({{kPattern, "{'all':[{'dimension':'d1','at_least':75},{'item':'b','below':100}]}"}}),
        Expected{});
}

TEST(Check, contradiction_by_skip_logic) {
    // c is asked only when a is at least 50.
    EXPECT_EQ(found({{kPattern, "{'all':[{'item':'a','below':50},{'item':'c','below':50}]}"}}),
              (Expected{"error lint.condition_contradiction /patterns/0/when"}));
    EXPECT_EQ(found({{kPattern, "{'all':[{'item':'a','below':75},{'item':'c','below':50}]}"}}),
              Expected{});
}

TEST(Check, part_of_a_condition_without_effect) {
    EXPECT_EQ(found({{kPattern, "{'any':[{'item':'a','below':0},{'item':'b','below':50}]}"}}),
              (Expected{"warning lint.branch_never /patterns/0/when/any/0"}));
    EXPECT_EQ(found({{kPattern,
                      "{'all':[{'item':'b','at_least':0},{'not':{'item':'a','at_least':"
                      "50}}]}"}}),
              (Expected{"warning lint.branch_always /patterns/0/when/all/0"}));
    EXPECT_EQ(found({{kPattern,
                      "{'any':[{'item':'b','below':50},{'all':[{'item':'a','below':25},{'item':"
                      "'a','at_least':75}]}]}"}}),
              (Expected{"warning lint.condition_contradiction /patterns/0/when/any/1"}));
}

TEST(Check, dimension_that_no_answers_can_score) {
    EXPECT_EQ(found({{"'questions':['c','d']", "'questions':['c']"},
                     {"'when':{'item':'a','at_least':50}", "'when':{'item':'a','below':0}"}}),
              (Expected{"error lint.condition_never /items/2/when",
                        "error lint.question_unplaced /items/3",
                        "error lint.dimension_insufficient /dimensions/1",
                        "error lint.condition_never /patterns/0/when"}));
}

TEST(Check, required_level_that_is_cut_off) {
    EXPECT_EQ(found({{"'base':40", "'base':100"}, {kRule, "{'context':'heads','at_least':0}"}}),
              (Expected{"warning lint.condition_always /dimensions/0/required/rules/0/when"}));
    EXPECT_EQ(found({{"'required':{'base':50}", "'required':{'base':0}"}}),
              (Expected{"warning lint.required_zero /dimensions/1/required"}));
    EXPECT_EQ(found({{"'add':30", "'add':0"}}),
              (Expected{"warning lint.rule_adds_nothing /dimensions/0/required/rules/0/add"}));
}

TEST(Check, action_without_effect) {
    EXPECT_EQ(found({{"'targets':{'dimensions':['d2']}", "'targets':{}"}}),
              (Expected{"error lint.action_no_target /actions/1",
                        "warning lint.dimension_no_action /dimensions/1"}));
    EXPECT_EQ(
        found({{"'moves':[{'item':'c','points':1},{'item':'d','points':1}],", ""}}),
        (Expected{"error lint.action_no_move /actions/1", "warning lint.item_unmoved /items/2",
                  "warning lint.item_unmoved /items/3"}));
    EXPECT_EQ(found({{"'targets':{'dimensions':['d2']}", "'targets':{'dimensions':['d2','d1']}"}}),
              (Expected{"warning lint.action_target_unmoved /actions/1/targets/dimensions/1"}));
    EXPECT_EQ(found({{",'patterns':['x']}", "}"}}),
              (Expected{"warning lint.pattern_no_action /patterns/0"}));
}

TEST(Check, sources) {
    EXPECT_EQ(found({{"'points':5,'source':'book'}", "'points':5}"}}),
              (Expected{"warning lint.source_missing /items/0"}));
    EXPECT_EQ(found({{"'sources':[{'id':'book'}]", "'sources':[{'id':'book'},{'id':'other'}]"}}),
              (Expected{"warning lint.source_unused /sources/1"}));
}

TEST(Check, band_that_no_index_falls_into) {
    EXPECT_EQ(found({{"{'base':40", "{'base':0"},
                     {"'required':{'base':50}", "'required':{'base':0}"},
                     {kRule, "{'context':'heads','at_least':501}"}}),
              (Expected{"warning lint.required_zero /dimensions/0/required",
                        "warning lint.required_zero /dimensions/1/required",
                        "error lint.condition_never /dimensions/0/required/rules/0/when",
                        "warning lint.band_unreachable /bands/1"}));
}

TEST(Check, says_when_it_did_not_decide) {
    // Twelve questions of which each is tested in several ways: too many cases to look at.
    std::string context;
    std::string names;
    std::string parts;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "n" + std::to_string(i);
        context += ",{'id':'" + id + "','kind':'number','least':0,'most':9}";
        names += ",'" + id + "'";
        for (int t = 2; t < 5; ++t) {
            if (!parts.empty()) parts += ",";
            parts += "{'all':[{'context':'" + id + "','below':" + std::to_string(t) + "},{'not':{" +
                     "'context':'" + id + "','below':" + std::to_string(t - 1) + "}}]}";
        }
    }
    const std::string rule = "{'any':[" + parts + "]}";
    const std::string questions = "'heads'" + names + "]";
    const std::string numbers = "'most':500}" + context + "]";
    EXPECT_EQ(found({{kRule, rule}, {"'heads']", questions}, {"'most':500}]", numbers}}),
              (Expected{"note lint.condition_undecided "
                        "/dimensions/0/required/rules/0/when"}));
}

}  // namespace
}  // namespace vgap::instrument
