#include "core/instrument/decide.hpp"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "core/answers/reach.hpp"
#include "core/answers/truth.hpp"
#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::instrument {
namespace {

// A small generator of conditions; any fixed sequence does.
class Conditions {
  public:
    Conditions(const Instrument& instrument, std::uint32_t seed)
        : instrument_(instrument), state_(seed * 2654435761u + 1) {}

    Condition next(int depth) {
        Condition condition;
        const std::uint32_t form = depth == 0 ? 3 + below(3) : below(6);
        if (form < 3) {
            constexpr Operator kGroups[] = {Operator::kAll, Operator::kAny, Operator::kNot};
            condition.op = kGroups[form];
            const std::uint32_t children = form == 2 ? 1 : 1 + below(3);
            for (std::uint32_t i = 0; i < children; ++i) {
                condition.children.push_back(next(depth - 1));
            }
            return condition;
        }
        constexpr double kThresholds[] = {0, 10, 25, 33.333333333, 50, 66, 75, 100};
        condition.threshold = kThresholds[below(8)];
        const bool is_below = below(2) == 0;
        if (below(3) == 0) {
            condition.op = is_below ? Operator::kDimensionBelow : Operator::kDimensionAtLeast;
            condition.subject = below(static_cast<std::uint32_t>(instrument_.dimensions.size()));
            return condition;
        }
        condition.op = is_below ? Operator::kItemBelow : Operator::kItemAtLeast;
        do {
            condition.subject = below(static_cast<std::uint32_t>(instrument_.questions.size()));
        } while (instrument_.questions[condition.subject].dimension == kNone);
        return condition;
    }

    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % limit;
    }

  private:
    const Instrument& instrument_;
    std::uint32_t state_;
};

// The scorer, which knows nothing of the linter, decides what holds for some answers.
bool holds(const Instrument& instrument, const Condition& condition,
           const answers::Answers& answers) {
    Instrument with_pattern = instrument;
    with_pattern.patterns = {{"p", condition, ""}};
    scoring::Profile profile;
    scoring::score(with_pattern, answers, profile);
    return profile.patterns[0].found == base::Tri::kTrue;
}

answers::Answers all_answered(const Instrument& instrument, Conditions& random) {
    answers::Answers answers(instrument.questions.size());
    for (std::size_t q = 0; q < answers.size(); ++q) {
        const Question& question = instrument.questions[q];
        answers[q].state = answers::AnswerState::kAnswered;
        answers[q].selected.assign(question.options.size(), 0);
        answers[q].number = question.least;
        const auto many = static_cast<std::uint32_t>(
            question.kind == QuestionKind::kScale ? question.points
                                                  : static_cast<int>(question.options.size()));
        answers[q].point = many == 0 ? 0 : static_cast<int>(random.below(many));
    }
    return answers;
}

TEST(Decide, agrees_with_the_scorer_on_random_conditions) {
    const Instrument& instrument = sample::varied();
    int never = 0, always = 0, sometimes = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        Conditions random(instrument, seed);
        const Condition condition = random.next(3);
        const Holds verdict = decide(instrument, {&condition});
        bool held = false, failed = false;
        for (std::uint32_t i = 0; i < 150; ++i) {
            held = held || holds(instrument, condition,
                                 sample::random_answers(instrument, seed * 1000 + i));
            const bool holds_answered =
                holds(instrument, condition, all_answered(instrument, random));
            held = held || holds_answered;
            failed = failed || !holds_answered;
        }
        switch (verdict) {
            case Holds::kNever:
                ++never;
                EXPECT_FALSE(held) << seed;
                break;
            case Holds::kAlways:
                ++always;
                EXPECT_FALSE(failed) << seed;
                break;
            default:
                ++sometimes;
        }
    }
    EXPECT_GT(never, 10);
    EXPECT_GT(always, 3);
    EXPECT_GT(sometimes, 100);
}

constexpr std::string_view kGated = R"({
'schema':'instrument/1','id':'gated','version':'1','languages':['en'],'minimum_answered_pct':60,
'dimensions':[{'id':'d','required':{'base':90}},{'id':'e','required':{'base':10}}],
'items':[{'id':'a','dimension':'d','kind':'scale','points':3},
         {'id':'b','dimension':'d','kind':'scale','points':3,'when':{'item':'a','below':50}},
         {'id':'c','dimension':'e','kind':'scale','points':2}],
'pages':[{'id':'p','questions':['a','b']},{'id':'q','questions':['c'],
          'when':{'item':'b','at_least':100}}]})";

TEST(CurrentRange, follows_skip_logic) {
    const Instrument instrument = sample::instrument(kGated);
    const std::optional<Range> d = current_range(instrument, 0);
    ASSERT_TRUE(d.has_value());
    EXPECT_EQ(d->low, 0);
    EXPECT_EQ(d->high, 100);  // a at the top, so b is not asked
    EXPECT_TRUE(current_range(instrument, 1).has_value());
}

TEST(CurrentRange, is_none_when_nothing_is_asked) {
    std::string text(kGated);
    text.replace(text.find("'at_least':100"), 14, "'below':0");
    EXPECT_FALSE(current_range(sample::instrument(text), 1).has_value());
}

TEST(CurrentRange, knows_dimensions_of_many_items) {
    std::string items, names;
    for (int i = 0; i < 40; ++i) {
        const std::string id = "i" + std::to_string(i);
        const std::string start = i == 0 ? "" : ",";
        items += start + "{'id':'" + id + "','dimension':'d','kind':'scale','points':11," +
                 "'weight':" + std::to_string(1 + i % 7) + "}";
        names += start + "'" + id + "'";
    }
    const Instrument instrument = sample::instrument(
        "{'schema':'instrument/1','id':'long','version':'1','languages':['en'],'dimensions':[{"
        "'id':'d','required':{'base':50}}],'items':[" +
        items + "],'pages':[{'id':'p','questions':[" + names + "]}]}");
    const std::optional<Range> range = current_range(instrument, 0);
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->low, 0);
    EXPECT_EQ(range->high, 100);
}

TEST(RequiredRange, adds_what_can_hold_together) {
    const Instrument instrument = sample::instrument(R"({
'schema':'instrument/1','id':'x','version':'1','languages':['en'],
'context':[{'id':'s','kind':'single','options':['l','m','h']}],
'dimensions':[{'id':'d','required':{'base':50,'rules':[
  {'id':'r1','when':{'context':'s','equals':'l'},'add':-20},
  {'id':'r2','when':{'context':'s','equals':'h'},'add':30},
  {'id':'r3','when':{'context':'s','equals':'h'},'add':40}]}}],
'items':[{'id':'a','dimension':'d','kind':'scale','points':3}],
'pages':[{'id':'p','questions':['s','a']}]})");
    const Range range = required_range(instrument, 0);
    EXPECT_EQ(range.low, 30);
    EXPECT_EQ(range.high, 120);
}

}  // namespace
}  // namespace vgap::instrument
