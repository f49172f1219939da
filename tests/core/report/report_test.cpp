#include "core/report/report.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::report {
namespace {

class ReportTest : public testing::Test {
  protected:
    Report made(const std::string& language, const answers::Answers& answers) {
        texts = *text::Catalogue::read(sample::file("assets/locales/" + language + ".json"));
        texts.add(*text::Catalogue::read(
            sample::file("assets/instruments/leadership-pipeline/" + language + ".json")));
        const scoring::Profile profile = sample::scored(instrument, answers);
        plan::Plan plan;
        plan::rank(instrument, answers, profile, plan);
        return write({instrument, texts, answers, profile}, plan, "22 November 2026");
    }

    instrument::Instrument instrument =
        *instrument::read(sample::file("assets/instruments/leadership-pipeline/instrument.json"));
    text::Catalogue texts;
};

bool has(const Report& report, Kind kind, std::string_view part) {
    return std::any_of(report.begin(), report.end(), [&](const Block& block) {
        return block.kind == kind && block.text.find(part) != std::string::npos;
    });
}

TEST_F(ReportTest, TellsEverythingInEveryLanguageWithoutAGapInTheTexts) {
    for (const char* const language : {"en", "de", "fr", "es"}) {
        for (std::uint32_t seed = 0; seed < 50; ++seed) {
            const Report report = made(language, sample::random_answers(instrument, seed));
            EXPECT_EQ(texts.missing(), 0u) << language << " " << seed;
            int level = 0;
            for (const Block& block : report) {
                if (block.kind == Kind::kHeading) {
                    EXPECT_LE(block.level, level + 1) << "a level is left out: " << block.text;
                    level = block.level;
                }
                if (block.kind == Kind::kList) {
                    EXPECT_FALSE(block.items.empty());
                }
                for (const auto& row : block.rows) EXPECT_EQ(row.size(), block.columns.size());
            }
        }
    }
}

TEST_F(ReportTest, HoldsEveryAnswerAndWhereItComesFrom) {
    const Report report = made("en", sample::random_answers(instrument, 5));
    const Block& answers = *std::find_if(report.begin(), report.end(), [](const Block& block) {
        return block.kind == Kind::kTable && block.text == "All answers";
    });
    EXPECT_EQ(answers.rows.size(), instrument.questions.size());
    EXPECT_TRUE(has(report, Kind::kNote, instrument.hash));
    EXPECT_TRUE(has(report, Kind::kNote, "22 November 2026"));
}

TEST_F(ReportTest, SaysThatThereIsNoNumberWithoutAnswers) {
    const Report report = made("en", answers::Answers(instrument.questions.size()));
    EXPECT_TRUE(has(report, Kind::kParagraph, "No velocity gap index"));
    EXPECT_FALSE(has(report, Kind::kHeading, "What to do"));
}

}  // namespace
}  // namespace vgap::report
