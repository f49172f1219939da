#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/instrument/check.hpp"
#include "tests/support/sample.hpp"

namespace vgap::instrument {
namespace {

constexpr std::string_view kInstrument = R"({
'schema':'instrument/1','id':'x','version':'1','languages':['en','de'],
'dimensions':[{'id':'d','required':{'base':50}}],
'items':[{'id':'a','dimension':'d','kind':'scale','points':2}],
'pages':[{'id':'p','questions':['a']}]})";

constexpr std::string_view kTexts =
    R"('instrument.title':'T','instrument.summary':'S','page.p.title':'P','dimension.d.name':'D',
'dimension.d.about':'A','question.a.ask':'Q','question.a.why':'W','question.a.point.0.label':'0',
'question.a.point.1.label':'1','band.on_pace.name':'1','band.on_pace.about':'1',
'band.drifting.name':'2','band.drifting.about':'2','band.lagging.name':'3',
'band.lagging.about':'3','band.stalled.name':'4','band.stalled.about':'4')";

text::Catalogue catalogue(std::string_view language, std::string_view messages) {
    std::string text = "{'schema':'catalogue/1','language':'" + std::string(language) +
                       "','messages':{" + std::string(messages) + "}}";
    std::replace(text.begin(), text.end(), '\'', '"');
    const base::Result<text::Catalogue> read = text::Catalogue::read(text);
    EXPECT_TRUE(read.has_value());
    return read ? *read : text::Catalogue();
}

std::vector<std::string> found(const std::vector<text::Catalogue>& catalogues) {
    std::vector<const text::Catalogue*> pointers;
    for (const text::Catalogue& each : catalogues) pointers.push_back(&each);
    std::vector<std::string> found;
    for (const Finding& finding : check_texts(sample::instrument(kInstrument), pointers)) {
        const std::string file =
            finding.catalogue == kInstrumentFile ? "" : std::to_string(finding.catalogue);
        found.push_back(finding.what.code + " " + file + finding.what.where);
    }
    return found;
}

using Expected = std::vector<std::string>;

TEST(CheckTexts, finds_nothing_in_complete_catalogues) {
    EXPECT_EQ(found({catalogue("en", kTexts), catalogue("de", kTexts)}), Expected{});
    const std::string optional =
        std::string(kTexts).append(",'page.p.lede':'L','question.a.help':'H'");
    EXPECT_EQ(found({catalogue("en", optional), catalogue("de", kTexts)}), Expected{});
}

TEST(CheckTexts, names_languages_without_a_catalogue_and_the_reverse) {
    EXPECT_EQ(found({catalogue("en", kTexts)}), (Expected{"lint.language_missing /languages/1"}));
    EXPECT_EQ(found({catalogue("en", kTexts), catalogue("de", kTexts), catalogue("fr", kTexts)}),
              (Expected{"lint.language_undeclared 2/language"}));
    EXPECT_EQ(found({catalogue("en", kTexts), catalogue("de", kTexts), catalogue("de", kTexts)}),
              (Expected{"lint.language_twice 1/language", "lint.language_twice 2/language"}));
}

TEST(CheckTexts, names_missing_unused_empty_and_filled_in_texts) {
    std::string broken(kTexts);
    broken.replace(broken.find("'page.p.title':'P'"), 18, "'page.p.titel':'P'");
    broken.replace(broken.find("'question.a.ask':'Q'"), 20, "'question.a.ask':''");
    broken.replace(broken.find("'question.a.why':'W'"), 20, "'question.a.why':'{who}'");
    EXPECT_EQ(found({catalogue("en", broken), catalogue("de", kTexts)}),
              (Expected{"lint.text_missing 0/messages/page.p.title",
                        "lint.text_unused 0/messages/page.p.titel",
                        "lint.text_empty 0/messages/question.a.ask",
                        "lint.text_placeholder 0/messages/question.a.why"}));
}

TEST(CheckTexts, lets_the_result_sentence_name_the_share_and_choices_alone) {
    const auto with = [](std::string_view sentence) {
        std::string texts(kTexts);
        texts.insert(texts.find("'page.p.title'"),
                     "'instrument.result':'" + std::string(sentence) + "',");
        return texts;
    };
    EXPECT_EQ(found({catalogue("en", with("{share}")), catalogue("de", kTexts)}), Expected{});
    EXPECT_EQ(found({catalogue("en", with("{share} {nobody}")), catalogue("de", kTexts)}),
              (Expected{"lint.text_placeholder 0/messages/instrument.result"}));
}

}  // namespace
}  // namespace vgap::instrument
