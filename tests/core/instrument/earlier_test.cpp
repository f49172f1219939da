#include <string>

#include <gtest/gtest.h>

#include "core/instrument/check.hpp"
#include "core/instrument/layout.hpp"
#include "core/instrument/read.hpp"
#include "tests/core/instrument/whole.hpp"
#include "tests/support/sample.hpp"

namespace vgap::instrument {
namespace {

constexpr std::string_view kHash =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

// The whole instrument with these entries as its earlier versions.
std::string with_earlier(const std::string& entries) {
    return with(R"("minimum_answered_pct": 60)",
                R"("minimum_answered_pct": 60, "earlier_versions": [)" + entries + "]");
}

std::string entry(const std::string& version, const std::string& hash,
                  const std::string& questions) {
    return R"({"version":")" + version + R"(","hash":")" + hash + R"(","questions":[)" + questions +
           "]}";
}

const std::string kCriteria = R"({"id":"criteria","kind":"scale","points":5})";

TEST(EarlierVersions, AreReadAndLeaveTheHashAlone) {
    const auto plain = read(std::string_view(kWhole));
    ASSERT_TRUE(plain);
    const auto later = read(with_earlier(entry("1.0.0", std::string(kHash), kCriteria)));
    ASSERT_TRUE(later);
    EXPECT_EQ(later->hash, plain->hash);
    ASSERT_EQ(later->earlier_versions.size(), 1u);
    const Instrument& earlier = later->earlier_versions[0];
    EXPECT_EQ(earlier.id, "whole");
    EXPECT_EQ(earlier.version, "1.0.0");
    EXPECT_EQ(earlier.hash, kHash);
    ASSERT_EQ(earlier.questions.size(), 1u);
    EXPECT_EQ(earlier.questions[0].points, 5);
    EXPECT_NE(read(with("\"points\": 5", "\"points\": 6"))->hash, plain->hash);
}

TEST(EarlierVersions, ALayoutBringsBackWhatAnswersNeed) {
    const auto whole = read(std::string_view(kWhole));
    ASSERT_TRUE(whole);
    std::string layout;
    append_layout(layout, *whole);
    const auto later = read(with(R"("version": "1.2.0")",
                                 R"("version": "2.0.0", "earlier_versions": [)" + layout + "]"));
    ASSERT_TRUE(later) << later.error().front().code << later.error().front().where;
    const Instrument& earlier = later->earlier_versions.at(0);
    EXPECT_EQ(earlier.hash, whole->hash);
    ASSERT_EQ(earlier.questions.size(), whole->questions.size());
    for (std::size_t q = 0; q < whole->questions.size(); ++q) {
        const Question& then = earlier.questions[q];
        const Question& now = whole->questions[q];
        EXPECT_EQ(then.id, now.id);
        EXPECT_EQ(then.kind, now.kind);
        EXPECT_EQ(then.points, now.points);
        EXPECT_EQ(then.options, now.options);
        EXPECT_EQ(then.least, now.least);
        EXPECT_EQ(then.most, now.most);
        EXPECT_EQ(then.max_length, now.max_length);
        EXPECT_EQ(then.no_answers.dont_know, now.no_answers.dont_know);
        EXPECT_EQ(then.no_answers.not_applicable, now.no_answers.not_applicable);
        EXPECT_EQ(then.no_answers.prefer_not_to_say, now.no_answers.prefer_not_to_say);
    }
}

TEST(EarlierVersions, EachProblemIsNotedAtItsPlace) {
    const std::string hash(kHash);
    std::string other = hash;
    other[0] = 'f';
    const auto own = read(std::string_view(kWhole));
    ASSERT_TRUE(own);
    const struct {
        std::string entries, problems;
    } cases[] = {
        {"3", "json.wrong_kind /earlier_versions/0 expected=object found=number"},
        {R"({"version":"1.0.0","hash":")" + hash + R"("})",
         "json.missing /earlier_versions/0/questions expected=array"},
        {entry("1 0", hash, kCriteria),
         "instrument.version_form /earlier_versions/0/version found=1 0"},
        {entry("1.0.0", "abc", kCriteria),
         "instrument.hash_form /earlier_versions/0/hash found=abc"},
        {entry("1.0.0", hash, ""),
         "json.too_few_elements /earlier_versions/0/questions found=0 least=1"},
        {entry("1.2.0", hash, kCriteria),
         "instrument.earlier_is_this /earlier_versions/0 version=1.2.0"},
        {entry("1.0.0", own->hash, kCriteria),
         "instrument.earlier_is_this /earlier_versions/0 version=1.0.0"},
        {entry("1.0.0", hash, kCriteria) + "," + entry("1.0.0", other, kCriteria),
         "instrument.repeated /earlier_versions/1/version id=1.0.0"},
        {entry("1.0.0", hash, kCriteria) + "," + entry("1.1.0", hash, kCriteria),
         "instrument.repeated /earlier_versions/1/hash id=" + hash},
        {entry("1.0.0", hash, kCriteria + "," + kCriteria),
         "instrument.duplicate_id /earlier_versions/0/questions/1/id id=criteria "
         "first=/earlier_versions/0/questions/0/id"},
        {entry("1.0.0", hash, R"({"id":"a","kind":"scale","points":5,"dimension":"pace"})"),
         "json.unknown_key /earlier_versions/0/questions/0/dimension key=dimension"},
        {entry("1.0.0", hash, R"({"id":"a","kind":"scale","points":1})"),
         "json.out_of_range /earlier_versions/0/questions/0/points found=1 least=2 most=11"},
        {entry("1.0.0", hash, R"({"id":"a","kind":"text","points":2,"max_length":9})"),
         "instrument.field_of_other_kind /earlier_versions/0/questions/0/points field=points "
         "kind=text"},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(noted(read(with_earlier(each.entries))), each.problems) << each.entries;
    }
}

TEST(EarlierVersions, TheLinterTellsWhichAnswersAreDropped) {
    const auto later = read(with_earlier(entry(
        "1.0.0", std::string(kHash),
        R"({"id":"criteria","kind":"scale","points":7},{"id":"heads","kind":"text","max_length":9},
                 {"id":"speed","kind":"scale","points":4},{"id":"gone","kind":"scale","points":4})")));
    ASSERT_TRUE(later);
    std::string found;
    for (const Finding& finding : check(*later).findings) {
        if (finding.what.code == "lint.earlier_dropped") found += finding.what.where + " ";
    }
    EXPECT_EQ(found, "/earlier_versions/0/questions/0 /earlier_versions/0/questions/1 ");
}

TEST(EarlierVersions, TheShippedInstrumentHasTheHashThatItShippedWith) {
    const auto shipped =
        read(sample::file("assets/instruments/leadership-pipeline/instrument.json"));
    ASSERT_TRUE(shipped);
    EXPECT_EQ(shipped->hash.substr(0, 6), "987c2d");
}

}  // namespace
}  // namespace vgap::instrument
