#include "core/report/words.hpp"

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::report {
namespace {

text::Catalogue english() {
    auto texts = *text::Catalogue::read(sample::file("assets/locales/en.json"));
    texts.add(
        *text::Catalogue::read(sample::file("assets/instruments/leadership-pipeline/en.json")));
    return texts;
}

class Words : public testing::Test {
  protected:
    Words() {
        for (instrument::Index at = 0; at < answers.size(); ++at) {
            const instrument::Question& question = instrument.questions[at];
            answers[at] = sample::point(question.reverse ? 4 : 0);
            if (question.is_context) answers[at].point = 1;
        }
        score();
    }
    void score() { profile = sample::scored(instrument, answers); }
    Subject subject() const { return {instrument, texts, answers, profile}; }

    instrument::Instrument instrument =
        *instrument::read(sample::file("assets/instruments/leadership-pipeline/instrument.json"));
    text::Catalogue texts = english();
    answers::Answers answers = answers::Answers(instrument.questions.size());
    scoring::Profile profile;
};

TEST_F(Words, TheHeadlineSpeaksInTheInstrumentsOwnSentence) {
    const std::string said = headline(subject());
    EXPECT_TRUE(said.starts_with("For a group of 11 to 25 people, ")) << said;
    EXPECT_NE(said.find("nearly all of the pipeline"), std::string::npos) << said;
    EXPECT_EQ(texts.missing(), 0u);
}

TEST_F(Words, AContextThatIsNotAnsweredGivesThePlainSentence) {
    answers[instrument.find_question("growth")] =
        sample::not_answered(answers::AnswerState::kDontKnow);
    score();
    EXPECT_TRUE(headline(subject()).starts_with("Of what your situation needs, "));
}

TEST_F(Words, NothingMissingIsSaidAsSuch) {
    for (instrument::Index at = 0; at < answers.size(); ++at) {
        if (!instrument.questions[at].is_context) {
            answers[at] = sample::point(instrument.questions[at].reverse ? 0 : 4);
        }
    }
    score();
    EXPECT_EQ(headline(subject()), "What your situation needs is in place.");
    EXPECT_TRUE(best_steps(profile, 3).empty());
}

TEST_F(Words, AnAnswerIsQuotedWithItsAnchorAndEvidenceWithItsQuestion) {
    const instrument::Index top = instrument.find_question("ac_top");
    EXPECT_EQ(answer_text(subject(), top), "Always. The strongest performer got the role.");
    EXPECT_EQ(evidence_text(subject(), {false, top}),
              "How often did being best at the current job settle who would lead? You said: "
              "“Always. The strongest performer got the role.”");
    answers[top] = sample::not_answered(answers::AnswerState::kDontKnow);
    EXPECT_EQ(answer_text(subject(), top), "");
    EXPECT_EQ(label_at(subject(), instrument.find_question("ac_keep"), 1), "Often");
}

TEST_F(Words, ARuleNamesTheAnswersThatMadeItHold) {
    answers[instrument.find_question("growth")] = sample::point(3);
    score();
    const instrument::Rule& rule = instrument.dimensions[0].rules[1];
    EXPECT_EQ(rule.id, "ac_growth");
    const std::string said = rule_text(subject(), rule);
    EXPECT_TRUE(said.starts_with("+15: ")) << said;
    EXPECT_NE(said.find("You said: “It grows by about a quarter”."), std::string::npos) << said;
}

}  // namespace
}  // namespace vgap::report
