#include "core/export/link.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

std::string problem(const instrument::Instrument& instrument, std::string_view text) {
    const auto read = read_link(instrument, text);
    return read ? "" : read.error().front().code;
}

instrument::Instrument shipped() {
    return *instrument::read(
        sample::file("assets/instruments/leadership-pipeline/instrument.json"));
}

TEST(Link, BringsEveryAnswerBack) {
    const instrument::Instrument& varied = sample::varied();
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        const answers::Answers answers = sample::random_answers(varied, seed);
        const auto text = link(varied, answers);
        ASSERT_TRUE(text) << seed;
        const auto read = read_link(varied, *text);
        ASSERT_TRUE(read) << *text;
        EXPECT_EQ(read->answers, answers) << *text;
    }
}

TEST(Link, HoldsTheShippedInstrumentIn64Characters) {
    const instrument::Instrument instrument = shipped();
    std::size_t longest = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const answers::Answers answers = sample::random_answers(instrument, seed);
        const auto text = link(instrument, answers);
        ASSERT_TRUE(text);
        EXPECT_EQ(read_link(instrument, *text)->answers, answers);
        longest = std::max(longest, text->size());
    }
    EXPECT_LE(longest, 26u);
    EXPECT_EQ(link(instrument, answers::Answers(instrument.questions.size()))->size(), 10u);
}

TEST(Link, RefusesWhatWasAltered) {
    const instrument::Instrument instrument = shipped();
    const std::string text = *link(instrument, sample::random_answers(instrument, 7));
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char other : {'A', 'b', '9', '_', '=', '%', ' '}) {
            std::string altered = text;
            if (altered[at] == other) continue;
            altered[at] = other;
            EXPECT_NE(problem(instrument, altered), "") << altered;
        }
        EXPECT_EQ(problem(instrument, text.substr(0, at)), "error.link.damaged");
    }
    EXPECT_EQ(problem(instrument, text + "A"), "error.link.damaged");
    EXPECT_EQ(problem(instrument, std::string(2 << 20, 'A')), "error.link.damaged");
}

TEST(Link, HoldsWhatWasTurnedInAScenarioThatIsShipped) {
    const instrument::Instrument instrument = shipped();
    const answers::Answers answers = sample::random_answers(instrument, 7);
    const std::string plain = *link(instrument, answers);
    const std::string numbers =
        R"("turned":{"paths.to_team_lead.months_to_ready":9.5,"stages.team_lead.external_share_pct":0})";
    const std::string named = R"({"scenario":"team_of_8",)" + numbers + "}";
    const std::string text = *link(instrument, answers, named);
    EXPECT_TRUE(text.starts_with(plain + "~team_of_8~paths.to_team_lead.months_to_ready~9.5~"));
    const auto read = read_link(instrument, text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers, answers);
    EXPECT_EQ(read->pipeline, named);
    // In a draft the whole scenario stands there.
    const auto whole = [&](const std::string& example) {
        return R"({"scenario":{"example":)" + example + R"(,"id":"team_of_8"},)" + numbers + "}";
    };
    EXPECT_EQ(link(instrument, answers, whole("true")), text);
    EXPECT_EQ(link(instrument, answers, whole("false")), plain) << "nobody else has that scenario";

    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == plain.size()) continue;  // the answers alone
        EXPECT_EQ(problem(instrument, text.substr(0, at)), "error.link.damaged") << at;
        for (const char other : {'A', '9', '~', '.'}) {
            std::string altered = text;
            if (altered[at] == other) continue;
            altered[at] = other;
            EXPECT_EQ(problem(instrument, altered), "error.link.damaged") << altered;
        }
    }
    EXPECT_EQ(problem(instrument, plain + "~"), "error.link.damaged");
    EXPECT_EQ(problem(instrument, plain + "~~~"), "error.link.damaged");
}

TEST(Link, SaysWhenItBelongsToAnotherQuestionnaire) {
    const std::string text = *link(sample::varied(), sample::random_answers(sample::varied(), 3));
    EXPECT_EQ(problem(shipped(), text), "error.link.other_instrument");
}

TEST(Link, HoldsEveryKindButTextsAndBrokenNumbers) {
    const instrument::Instrument& small = sample::small();
    answers::Answers answers(small.questions.size());
    base::Errors errors;
    for (instrument::Index at = 0; at < small.questions.size(); ++at) {
        const instrument::Question& question = small.questions[at];
        answers::Answer& answer = answers[at];
        answer.state = answers::AnswerState::kAnswered;
        if (question.kind == instrument::QuestionKind::kMultiple) {
            answer.selected.assign(question.options.size(), 1);
        }
        if (question.kind == instrument::QuestionKind::kNumber) answer.number = question.most;
        if (question.kind == instrument::QuestionKind::kText) answer.text = "said";
    }
    const auto refused = link(small, answers);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().size(), 1u);
    EXPECT_EQ(refused.error().front().code, "error.link.cannot_hold");
    for (instrument::Index at = 0; at < small.questions.size(); ++at) {
        if (small.questions[at].kind == instrument::QuestionKind::kText) answers[at] = {};
    }
    const auto text = link(small, answers);
    ASSERT_TRUE(text);
    EXPECT_EQ(read_link(small, *text)->answers, answers);
    for (instrument::Index at = 0; at < small.questions.size(); ++at) {
        if (small.questions[at].kind == instrument::QuestionKind::kNumber) answers[at].number = 0.5;
    }
    EXPECT_FALSE(link(small, answers));
}

}  // namespace
}  // namespace vgap::export_
