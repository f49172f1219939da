#include "core/export/calendar.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "core/text/utf8.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

text::Catalogue texts(const std::string& language) {
    auto out = *text::Catalogue::read(sample::file("assets/locales/" + language + ".json"));
    out.add(*text::Catalogue::read(
        sample::file("assets/instruments/leadership-pipeline/" + language + ".json")));
    return out;
}

struct Shipped {
    instrument::Instrument instrument =
        *instrument::read(sample::file("assets/instruments/leadership-pipeline/instrument.json"));
    plan::Plan plan;

    Shipped() {
        answers::Answers answers(instrument.questions.size());
        for (instrument::Index at = 0; at < answers.size(); ++at) {
            answers[at] = sample::point(instrument.questions[at].reverse ? 4 : 0);
            if (instrument.questions[at].is_context) answers[at].point = 1;
        }
        plan::rank(instrument, answers, sample::scored(instrument, answers), plan);
    }
};

std::vector<std::string> lines(const std::string& calendar) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < calendar.size();) {
        const std::size_t end = calendar.find("\r\n", at);
        if (end == std::string::npos) {
            ADD_FAILURE() << "a line without CRLF";
            break;
        }
        out.push_back(calendar.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

std::string unfolded(std::string calendar) {
    for (std::size_t at; (at = calendar.find("\r\n ")) != std::string::npos;) {
        calendar.erase(at, 3);
    }
    return calendar;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
    return found;
}

TEST(Calendar, PutsEachActionOnADayOfItsHorizon) {
    const Shipped shipped;
    ASSERT_GE(shipped.plan.size(), 9u);
    std::string out;
    append_calendar(out, shipped.instrument, texts("en"), shipped.plan, {2026, 11, 22});
    EXPECT_TRUE(out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_TRUE(out.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    EXPECT_EQ(count(out, "BEGIN:VEVENT"), shipped.plan.size());
    for (const char* const day : {"20261123", "20261125", "20261127",     // this week
                                  "20261130", "20261207", "20261214",     // this month
                                  "20261228", "20270118", "20270208"}) {  // this quarter
        EXPECT_EQ(count(out, std::string("DTSTART;VALUE=DATE:") + day), 1u) << day;
    }
}

TEST(Calendar, BeginsTodayWhenTodayIsMonday) {
    const Shipped shipped;
    std::string out;
    append_calendar(out, shipped.instrument, texts("en"), shipped.plan, {2026, 11, 23});
    EXPECT_EQ(count(out, "DTSTART;VALUE=DATE:20261123"), 1u);
}

TEST(Calendar, FoldsLinesBetweenLettersAndEscapesText) {
    const Shipped shipped;
    for (const char* const language : {"en", "de", "fr", "es"}) {
        std::string out;
        const text::Catalogue spoken = texts(language);
        append_calendar(out, shipped.instrument, spoken, shipped.plan, {2026, 11, 22});
        for (const std::string& line : lines(out)) {
            EXPECT_LE(line.size(), 75u) << line;
            for (std::size_t at = 0; at < line.size();) {
                const text::CodePoint point = text::decode(line, at);
                EXPECT_NE(point.value, text::kReplacement) << line;
                at += point.bytes;
            }
        }
        std::string plain = unfolded(out);
        std::erase(plain, '\\');
        for (const plan::PlannedAction& planned : shipped.plan) {
            const std::string id = shipped.instrument.actions[planned.action].id;
            EXPECT_EQ(count(plain, "SUMMARY:" + spoken.say("action." + id + ".do") + "\r\n"), 1u);
        }
        EXPECT_EQ(spoken.missing(), 0u);
    }
}

TEST(Calendar, IsEmptyForAnEmptyPlan) {
    std::string out;
    append_calendar(out, sample::small(), text::Catalogue(), {}, {2026, 11, 22});
    EXPECT_EQ(lines(out).size(), 5u);
}

}  // namespace
}  // namespace vgap::export_
