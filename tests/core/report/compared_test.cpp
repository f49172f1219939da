#include "core/report/compared.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "core/export/csv.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/instrument/read.hpp"
#include "core/report/report.hpp"
#include "tests/support/sample.hpp"

namespace vgap::report {
namespace {

class Compared : public testing::Test {
  protected:
    void speak(const std::string& language) {
        texts = *text::Catalogue::read(sample::file("assets/locales/" + language + ".json"));
        texts.add(*text::Catalogue::read(
            sample::file("assets/instruments/leadership-pipeline/" + language + ".json")));
    }
    // All items at this point in the better direction, all context questions at that option.
    answers::Answers all(int point, int context) const {
        answers::Answers out(instrument.questions.size());
        for (instrument::Index at = 0; at < out.size(); ++at) {
            const instrument::Question& question = instrument.questions[at];
            out[at] = sample::point(question.is_context ? context
                                    : question.reverse  ? question.points - 1 - point
                                                        : point);
        }
        return out;
    }
    Subject subject() {
        profile = sample::scored(instrument, now);
        earlier_profile = sample::scored(instrument, before);
        comparison = scoring::compare(instrument, earlier_profile, profile);
        return {instrument, texts, now, profile,
                Earlier{date, before, earlier_profile, comparison}};
    }
    Report made() {
        const Subject told = subject();
        plan::Plan plan;
        plan::rank(instrument, now, profile, plan);
        return write(told, plan, "2026-11-22");
    }

    instrument::Instrument instrument =
        *instrument::read(sample::file("assets/instruments/leadership-pipeline/instrument.json"));
    text::Catalogue texts;
    answers::Answers before, now;
    std::optional<base::Date> date = base::Date{2026, 3, 3};
    scoring::Profile profile, earlier_profile;
    scoring::Comparison comparison;
};

TEST_F(Compared, SaysBothNumbersAndTheirDifferenceAsTheyAreRead) {
    speak("en");
    before = all(1, 1);
    now = all(2, 1);
    const Subject told = subject();
    const int then = rounded(*earlier_profile.index);
    const int today = rounded(*profile.index);
    ASSERT_GT(then, today);
    EXPECT_EQ(change_of_index(told), "On 3 March 2026: " + std::to_string(then) +
                                         ". Now: " + std::to_string(today) + ". The gap is " +
                                         std::to_string(then - today) + " points smaller.");
    EXPECT_TRUE(cautions(told).empty());
    std::swap(before, now);
    EXPECT_NE(change_of_index(subject()).find(" points wider."), std::string::npos);
    before = now;
    date.reset();
    EXPECT_TRUE(change_of_index(subject()).starts_with("Earlier: "));
    EXPECT_NE(change_of_index(subject()).find("as wide as it was"), std::string::npos);
}

TEST_F(Compared, SaysThatASmallerGapIsNoProgressWhereLessIsNeeded) {
    speak("en");
    before = all(1, 3);
    now = all(1, 0);
    const Subject told = subject();
    ASSERT_LT(*profile.index, *earlier_profile.index);
    std::string said;
    for (const std::string& caution : cautions(told)) said += caution + " ";
    EXPECT_NE(said.find("less is needed now in"), std::string::npos) << said;
    EXPECT_NE(said.find("smaller for that reason is not progress"), std::string::npos) << said;
    EXPECT_NE(said.find("the number would be " + std::to_string(rounded(*earlier_profile.index))),
              std::string::npos)
        << said;
}

TEST_F(Compared, SaysWhenANumberIsMissingOnOneSide) {
    speak("en");
    before = answers::Answers(instrument.questions.size());
    now = all(1, 1);
    EXPECT_EQ(change_of_index(subject()),
              "On 3 March 2026 there were not enough answers for a number.");
    std::swap(before, now);
    EXPECT_NE(change_of_index(subject()).find("Now there are not enough"), std::string::npos);
}

TEST_F(Compared, IsToldInEveryLanguageWithoutAGapInTheTexts) {
    for (const char* const language : {"en", "de", "fr", "es"}) {
        speak(language);
        for (std::uint32_t seed = 0; seed < 100; ++seed) {
            before = sample::random_answers(instrument, seed);
            now = sample::random_answers(instrument, seed + 1000);
            date = base::Date{2026, static_cast<int>(seed % 12) + 1, 1};
            for (const Block& block : made()) {
                for (const auto& row : block.rows) EXPECT_EQ(row.size(), block.columns.size());
            }
            EXPECT_EQ(texts.missing(), 0u) << language << " " << seed;
        }
    }
}

TEST_F(Compared, MarksPatternsAndNamesThoseThatAreGone) {
    speak("en");
    before = all(0, 1);
    now = all(4, 1);
    const auto left = patterns_left(subject());
    ASSERT_FALSE(left.empty());
    EXPECT_TRUE(left[0].starts_with("No longer found: “")) << left[0];
    std::swap(before, now);
    const Subject told = subject();
    EXPECT_TRUE(patterns_left(told).empty());
    for (std::size_t at = 0; at < instrument.patterns.size(); ++at) {
        const bool found = profile.patterns[at].found == base::Tri::kTrue;
        EXPECT_EQ(pattern_mark(told, at), found ? "New since then" : "") << at;
    }
}

// Markup and formulas in the texts of an earlier attempt stay texts in every format.
TEST_F(Compared, LeavesNothingOfAnEarlierTextAlive) {
    instrument = sample::small();
    texts = *text::Catalogue::read(R"({"schema":"catalogue/1","language":"en","messages":{
        "pattern.weak.name":"=HYPERLINK(\"x\") <img src=x onerror=alert(1)> [a](b) `c`",
        "dimension.first.name":"<script>alert(1)</script>|"}})");
    const auto own = *text::Catalogue::read(sample::file("assets/locales/en.json"));
    texts.add(own);
    now = answers::Answers(instrument.questions.size());
    before = sample::answers(instrument, {{"a", 0}, {"b", 4}, {"c", 0}});
    answers::Answer& note = before[instrument.find_question("note")];
    note = sample::point(0);
    note.text = "=1+1,\"<b>\xE2\x80\xAE";
    std::string markdown;
    export_::append_markdown(markdown, made());
    std::string html;
    export_::append_html(html, made(), "en");
    std::string csv;
    export_::append_csv(csv, subject());
    EXPECT_NE(csv.find("\"'=1+1,\"\"<b>"), std::string::npos) << csv;
    EXPECT_NE(markdown.find("=1+1,\"\\<b\\>"), std::string::npos);
    for (const std::string& out : {markdown, html, csv}) {
        EXPECT_EQ(out.find("\xE2\x80\xAE"), std::string::npos) << "it would turn the line around";
    }
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_EQ(html.find("<b>"), std::string::npos);
    for (std::size_t at = 1; at < markdown.size(); ++at) {
        if (markdown[at] == '<' || markdown[at] == '`' || markdown[at] == '[') {
            EXPECT_EQ(markdown[at - 1], '\\') << markdown.substr(at, 20);
        }
    }
    // Each row has as many cells as the head.
    const auto commas = [](std::string_view row) {
        bool quoted = false;
        int count = 0;
        for (const char c : row) {
            quoted ^= c == '"';
            count += !quoted && c == ',';
        }
        return count;
    };
    for (std::size_t from = 0; from < csv.size();) {
        const std::size_t end = csv.find("\r\n", from);
        EXPECT_EQ(commas(std::string_view(csv).substr(from, end - from)), 18);
        from = end + 2;
    }
}

}  // namespace
}  // namespace vgap::report
